import type { Answer, Client } from '../api/client.ts';
import { Failure } from '../parts/failure.tsx';
import { useOpenLink } from '../parts/use-open-link.ts';
import { useWords } from '../wording/language.tsx';
import { words } from './words.ts';

/** Opens a form as a file, in a tab of its own, from where it is printed. Its link ends after minutes. */
export function OpenForm({
  api,
  code,
  form,
  paper,
  label,
  about,
}: {
  readonly api: Client;
  readonly code: string;
  readonly form: string;
  readonly paper: Answer<'getForm'>['paper'];
  readonly label: string;
  /** What is opened, for who hears the button instead of seeing it. */
  readonly about: string;
}) {
  const w = useWords(words);
  const open = useOpenLink(
    async () => (await api.get('getForm', { params: { code, id: form }, query: { paper } })).url,
  );
  return (
    <>
      <button
        type="button"
        class="ds-button"
        data-variant="tertiary"
        data-size="sm"
        onClick={() => void open.run()}
      >
        {open.busy ? w.opening : label} <span class="hidden">{about}</span>
      </button>
      {open.error !== undefined && <Failure error={open.error} />}
    </>
  );
}
