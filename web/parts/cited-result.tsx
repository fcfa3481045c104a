import type { Client } from '../api/client.ts';
import { useWords, wording } from '../wording/language.tsx';
import { Failure } from './failure.tsx';
import { useOpenLink } from './use-open-link.ts';

const words = wording({
  vi: { cited: 'Dùng kết quả đã có:', open: 'Mở', opening: 'Đang mở…', gone: 'Hiện không có tệp để mở.' },
  en: {
    cited: 'A result used again:',
    open: 'Open',
    opening: 'Opening …',
    gone: 'There is no file to open.',
  },
});

/** A result that stands for a paper of a dossier, with a way to open it. */
export function CitedResult(props: { readonly api: Client; readonly code: string; readonly number: string }) {
  const w = useWords(words);
  const { api, code, number } = props;
  const open = useOpenLink(async () => {
    const { items } = await api.get('listCitedResults', { params: { code } });
    const found = items.find(each => each.number === number);
    if (!found) throw new Error(w.gone);
    return found.url;
  });
  return (
    <div class="stack">
      <div class="row">
        <span>
          {w.cited} {number}
        </span>
        <button
          type="button"
          class="ds-button"
          data-variant="secondary"
          data-size="sm"
          aria-label={`${w.open} ${number}`}
          onClick={() => void open.run()}
        >
          {open.busy ? w.opening : w.open}
        </button>
      </div>
      {open.error !== undefined && <Failure error={open.error} brief />}
    </div>
  );
}
