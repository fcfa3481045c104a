import type { Client } from '../api/client.ts';
import { useWords, wording } from '../wording/language.tsx';
import { OpenButton } from './open-button.tsx';

const words = wording({
  vi: { cited: 'Dùng kết quả đã có:', open: 'Mở', gone: 'Hiện không có tệp để mở.' },
  en: { cited: 'A result used again:', open: 'Open', gone: 'There is no file to open.' },
});

/** A result that stands for a paper of a dossier, with a way to open it. */
export function CitedResult(props: { readonly api: Client; readonly code: string; readonly number: string }) {
  const w = useWords(words);
  const { api, code, number } = props;
  const linkOf = async () => {
    const { items } = await api.get('listCitedResults', { params: { code } });
    const found = items.find(each => each.number === number);
    if (!found) throw new Error(w.gone);
    return found.url;
  };
  return (
    <div class="row">
      <span>
        {w.cited} {number}
      </span>
      <OpenButton label={w.open} about={number} linkOf={linkOf} />
    </div>
  );
}
