import { useState } from 'preact/hooks';
import type { WorkflowTemplate } from '../../../api/generated.ts';
import { Field } from '../../../parts/field.tsx';
import { useWords, wording } from '../../../wording/language.tsx';
import { readTemplate } from './read-template.ts';

const words = wording({
  vi: {
    file: 'Tệp JSON của quy trình mẫu',
    bad: 'Tệp này không chứa quy trình mẫu.',
  },
  en: {
    file: 'JSON file of the workflow template',
    bad: 'There is no workflow template in this file.',
  },
});

/** Reads a template from a file of the disk. */
export function TemplateFile(props: {
  readonly onTemplate: (template: WorkflowTemplate | undefined) => void;
}) {
  const w = useWords(words);
  const [unread, setUnread] = useState(false);
  async function choose(file: File | undefined) {
    setUnread(false);
    props.onTemplate(undefined);
    try {
      if (file) props.onTemplate(readTemplate(await file.text()));
    } catch {
      setUnread(true);
    }
  }
  return (
    <Field label={w.file} fault={unread ? w.bad : undefined}>
      {tied => (
        <input
          class="ds-input"
          type="file"
          accept=".json,application/json"
          onChange={event => choose(event.currentTarget.files?.[0])}
          {...tied}
        />
      )}
    </Field>
  );
}
