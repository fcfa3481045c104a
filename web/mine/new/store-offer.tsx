import { useState } from 'preact/hooks';
import { Failure } from '../../parts/failure.tsx';
import { useAction } from '../../parts/use-action.ts';
import { type StorePaper, StorePaperLine } from '../../store/store-paper.tsx';
import type { Uploads } from '../../upload/use-uploads.ts';
import { useWords, wording } from '../../wording/language.tsx';
import { useAccount } from '../account.tsx';

const words = wording({
  vi: {
    source: 'Kho quốc gia có:',
    use: 'Dùng giấy tờ này',
    fetching: 'Đang lấy tệp…',
    used: 'Đã lấy vào hồ sơ',
  },
  en: {
    source: 'In the national store:',
    use: 'Use this paper',
    fetching: 'Fetching …',
    used: 'Taken into the dossier',
  },
});

/** A paper of the national store in place of one of the dossier; its files are fetched when it is chosen. */
export function StoreOffer(props: {
  readonly paper: StorePaper;
  readonly component: string;
  readonly uploads: Uploads;
  readonly asked: { readonly procedure: string; readonly name: string };
}) {
  const w = useWords(words);
  const { api } = useAccount();
  const { paper, component, uploads, asked } = props;
  const [used, setUsed] = useState(false);
  const action = useAction(async key => {
    const { kind, number } = paper;
    for (const file of paper.files.keys()) {
      const body = { ...asked, kind, number, file };
      const { id, fileName, size } = await api.get('fetchStoreFile', { body, key: `${key}.${file}` });
      uploads.take(component, { id, name: fileName, size });
    }
    setUsed(true);
  });
  return (
    <div class="stack">
      <div class="row apart">
        <span>
          {w.source} <StorePaperLine paper={paper} />
        </span>
        {used ? (
          <span class="note">{w.used}</span>
        ) : (
          <button
            type="button"
            class="ds-button"
            data-variant="secondary"
            data-size="sm"
            aria-disabled={action.busy}
            onClick={() => void action.run()}
          >
            {action.busy ? w.fetching : w.use} <span class="hidden">{paper.number}</span>
          </button>
        )}
      </div>
      {action.error !== undefined && <Failure error={action.error} />}
    </div>
  );
}
