import { useState } from 'preact/hooks';
import type { Answer } from '../../api/client.ts';
import { later } from '../../parts/later.tsx';
import { useWords } from '../../wording/language.tsx';
import { useDesk } from '../desk.tsx';
import { words } from './words.ts';

const SignDialog = later(async () => (await import('./sign-dialog.tsx')).SignDialog);

export type Form = Answer<'listForms'>['items'][number];

/** The forms on which the applicant has a place to sign; of an online dossier only who collects its result. */
const SIGNED: ReadonlySet<Form['kind']> = new Set(['receipt', 'decline', 'handOver']);

/** Offers reception to have a form signed by whoever stands at the desk. */
export function SignOnPad(props: {
  readonly code: string;
  readonly form: Form;
  readonly online: boolean;
  readonly onSigned: () => void;
}) {
  const w = useWords(words);
  const { is } = useDesk();
  const [open, setOpen] = useState(false);
  const [signed, setSigned] = useState(false);
  const { kind, inkedAt } = props.form;
  if (!is('reception') || inkedAt !== null || !SIGNED.has(kind)) return null;
  if (props.online && kind !== 'handOver') return null;
  return (
    <>
      <button
        type="button"
        class="ds-button"
        data-variant="secondary"
        data-size="sm"
        onClick={() => setOpen(true)}
      >
        {w.sign}…
      </button>
      {open && (
        <SignDialog
          code={props.code}
          form={props.form}
          onSigned={() => setSigned(true)}
          onClose={() => {
            setOpen(false);
            if (signed) props.onSigned();
          }}
        />
      )}
    </>
  );
}
