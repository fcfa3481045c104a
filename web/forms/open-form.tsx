import type { Answer, Client } from '../api/client.ts';
import { OpenButton } from '../parts/open-button.tsx';

/** Opens a form as a file, from where it is printed. */
export function OpenForm(props: {
  readonly api: Client;
  readonly code: string;
  readonly form: string;
  readonly paper: Answer<'getForm'>['paper'];
  readonly label: string;
  readonly about: string;
}) {
  const { api, code, form, paper, label, about } = props;
  const linkOf = async () => (await api.get('getForm', { params: { code, id: form }, query: { paper } })).url;
  return <OpenButton {...{ label, about, linkOf }} />;
}
