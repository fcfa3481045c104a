import { useState } from 'preact/hooks';
import type { Answer } from '../../api/client.ts';
import { Failure } from '../../parts/failure.tsx';
import { useAction } from '../../parts/use-action.ts';
import { type StorePaper, StorePaperLine } from '../../store/store-paper.tsx';
import type { Uploads } from '../../upload/use-uploads.ts';
import { useWords, wording } from '../../wording/language.tsx';
import { useAccount } from '../account.tsx';

const words = wording({
  vi: {
    title: 'Giấy tờ đã có trong kho dữ liệu quốc gia',
    means: 'Giấy tờ cơ quan nhà nước đã cấp cho ông/bà thì không phải nộp lại.',
    nameFirst: 'Hãy ghi họ tên chủ hồ sơ trước.',
    search: 'Tìm giấy tờ của tôi',
    searching: 'Đang hỏi kho quốc gia…',
    unavailable: 'Kho quốc gia hiện không trả lời. Ông/bà nộp giấy tờ như thường, hoặc tìm lại sau.',
    none: 'Kho quốc gia không có giấy tờ nào dùng được cho thủ tục này.',
    use: 'Dùng giấy tờ này',
    fetching: 'Đang lấy tệp…',
    used: 'Đã lấy vào hồ sơ',
  },
  en: {
    title: 'Papers in the national store',
    means: 'What the state issued to you need not be handed in again.',
    nameFirst: 'Enter the applicant’s name first.',
    search: 'Find my papers',
    searching: 'Asking the national store …',
    unavailable: 'The national store does not answer now. Hand in the papers as ever, or search again later.',
    none: 'The national store has no paper for this procedure.',
    use: 'Use this paper',
    fetching: 'Fetching …',
    used: 'Taken into the dossier',
  },
});

type Components = Answer<'getProcedure'>['procedure']['components'];

interface StoreSearchProps {
  readonly procedure: string;
  readonly name: string;
  readonly components: Components;
  readonly uploads: Uploads;
}

/** Finds the applicant's own papers in the national store, and takes their files in place of uploads. */
export function StoreSearch({ procedure, name, components, uploads }: StoreSearchProps) {
  const w = useWords(words);
  const { api } = useAccount();
  const [found, setFound] = useState<Answer<'searchStore'>>();
  const ready = name.trim().length > 1;
  const action = useAction(async key => {
    setFound(await api.get('searchStore', { body: { procedure, name: name.trim() }, key }));
  });
  return (
    <section class="stack" aria-live="polite">
      <h3>{w.title}</h3>
      <p class="note">{ready ? w.means : w.nameFirst}</p>
      <div>
        <button
          type="button"
          class="ds-button"
          data-variant="secondary"
          aria-disabled={action.busy || !ready}
          onClick={() => ready && void action.run()}
        >
          {action.busy ? w.searching : w.search}
        </button>
      </div>
      {action.error !== undefined && <Failure error={action.error} />}
      {found?.state === 'unavailable' && (
        <p class="ds-alert" data-color="warning">
          {w.unavailable}
        </p>
      )}
      {found && found.state !== 'unavailable' && found.items.length === 0 && <p>{w.none}</p>}
      {found?.items.map(({ component, papers }) => (
        <div key={component} class="stack">
          <h4>{components.find(({ id }) => id === component)?.name ?? component}</h4>
          {papers.map(paper => (
            <Offer
              key={`${paper.kind} ${paper.number}`}
              {...{ paper, component, uploads, asked: { procedure, name: name.trim() } }}
            />
          ))}
        </div>
      ))}
    </section>
  );
}

function Offer(props: {
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
        <StorePaperLine paper={paper} />
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
