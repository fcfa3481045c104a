import { useState } from 'preact/hooks';
import type { WorkflowTemplate } from '../../../api/generated.ts';
import { ChoiceField } from '../../../parts/field.tsx';
import { useWords, wording } from '../../../wording/language.tsx';
import { TemplateFile } from './template-file.tsx';
import { TemplateOfProcedure } from './template-of-procedure.tsx';

const words = wording({
  vi: { from: 'Lấy từ', sources: { file: 'Tệp JSON', procedure: 'Quy trình đang áp dụng của một thủ tục' } },
  en: {
    from: 'Taken from',
    sources: { file: 'A JSON file', procedure: 'The published workflow of a procedure' },
  },
});

const sources = ['file', 'procedure'] as const;

/** Where the template comes from: a file, or a workflow that a procedure has already. */
export function TemplateSource(props: {
  readonly onTemplate: (template: WorkflowTemplate | undefined) => void;
}) {
  const w = useWords(words);
  const [source, setSource] = useState<(typeof sources)[number]>('file');
  return (
    <>
      <ChoiceField
        label={w.from}
        value={source}
        onValue={value => {
          setSource(value === 'procedure' ? value : 'file');
          props.onTemplate(undefined);
        }}
        options={sources.map(value => ({ value, text: w.sources[value] }))}
      />
      {source === 'file' ? <TemplateFile {...props} /> : <TemplateOfProcedure {...props} />}
    </>
  );
}
