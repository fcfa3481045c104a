import type { ProposedChange } from '../../api/generated.ts';
import { useWords, wording } from '../../wording/language.tsx';
import { useFormats } from '../../wording/use-formats.ts';

const words = wording({
  vi: {
    waits: 'Chờ người quản trị thứ hai xác nhận',
    until: (when: string) => `Hết hạn xác nhận lúc ${when}.`,
    see: 'Xem đề nghị',
  },
  en: {
    waits: 'Waits for a second administrator to confirm it',
    until: (when: string) => `It can be confirmed until ${when}.`,
    see: 'See the proposed change',
  },
});

/** Says that a change is not in force yet: somebody else has to confirm it. */
export function ProposalWaits({ change }: { readonly change: ProposedChange }) {
  const w = useWords(words);
  const { instant } = useFormats();
  return (
    <div class="ds-alert" data-color="info" role="status">
      <div class="stack">
        <p>
          <strong>{w.waits}</strong> – {change.about}
        </p>
        <p>{w.until(instant(change.confirmBefore))}</p>
        <a class="ds-link" href={`/officer/administration/changes/${change.id}`}>
          {w.see}
        </a>
      </div>
    </div>
  );
}
