import type { WorkflowTemplate } from '../../../api/generated.ts';
import { Mark } from '../../../parts/mark.tsx';
import { useLanguage, useWords, wording } from '../../../wording/language.tsx';
import { roleNames } from '../../../wording/roles.ts';
import { useFormats } from '../../../wording/use-formats.ts';
import { workflowNames } from '../workflows/names.ts';

const words = wording({
  vi: {
    levels: {
      province: 'Dùng cho thủ tục do cấp tỉnh giải quyết.',
      commune: 'Dùng cho thủ tục do cấp xã giải quyết.',
    } as Readonly<Record<string, string>>,
    share: (percent: string) => `${percent}% thời hạn giải quyết`,
  },
  en: {
    levels: {
      province: 'For procedures that are decided at province level.',
      commune: 'For procedures that are decided at commune level.',
    },
    share: (percent: string) => `${percent}% of the legal limit`,
  },
});

/** What a template is called, for which procedures it is, and what its steps take of the limit. */
export function TemplateFacts({ template }: { readonly template: WorkflowTemplate }) {
  const w = useWords(words);
  const language = useLanguage();
  const names = useWords(workflowNames);
  const roles = useWords(roleNames);
  const { number } = useFormats();
  return (
    <div class="stack">
      <h3>{template.name[language]}</h3>
      <p>{w.levels[template.level]}</p>
      <ol>
        {template.steps.map(step => (
          <li key={step.id}>
            {step.name}{' '}
            <span class="note">
              {names.units[step.unit]} · {roles[step.role]} · {w.share(number(Math.round(step.share * 100)))}
            </span>{' '}
            {step.kind === 'signature' && <Mark level="plain">{names.kinds.signature}</Mark>}
          </li>
        ))}
      </ol>
    </div>
  );
}
