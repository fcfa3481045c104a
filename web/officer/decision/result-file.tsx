import { useState } from 'preact/hooks';
import { Failure } from '../../parts/failure.tsx';
import { Field } from '../../parts/field.tsx';
import { uploadFile } from '../../upload/upload-file.ts';
import { useWords } from '../../wording/language.tsx';
import { useDesk } from '../desk.tsx';
import { words } from './words.ts';

/** A result that was written elsewhere: uploaded at once, named in the decision. */
export function ResultFile(props: {
  readonly label: string;
  readonly fault: string | undefined;
  readonly onValue: (id: string) => void;
}) {
  const w = useWords(words);
  const { api } = useDesk();
  const [state, setState] = useState<{ busy?: boolean; ready?: boolean; error?: unknown }>({});
  async function upload(file: File | undefined) {
    if (!file) return;
    setState({ busy: true });
    try {
      const { id } = await uploadFile(api, file);
      props.onValue(id);
      setState({ ready: true });
    } catch (error) {
      setState({ error });
    }
  }
  return (
    <div class="stack">
      <Field label={props.label} fault={props.fault}>
        {tied => (
          <input
            class="ds-input"
            type="file"
            accept="application/pdf"
            onChange={event => void upload(event.currentTarget.files?.[0])}
            {...tied}
          />
        )}
      </Field>
      <p role="status" class="note">
        {state.busy ? w.uploading : state.ready ? w.fileReady : ''}
      </p>
      {state.error !== undefined && <Failure error={state.error} />}
    </div>
  );
}
