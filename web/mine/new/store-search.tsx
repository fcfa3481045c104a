import type { Answer } from '../../api/client.ts';
import { Failure } from '../../parts/failure.tsx';
import { useAction } from '../../parts/use-action.ts';
import { useWords, wording } from '../../wording/language.tsx';
import { useAccount } from '../account.tsx';

const words = wording({
  vi: {
    title: 'Giấy tờ trong Kho dữ liệu điện tử trên Cổng Dịch vụ công quốc gia',
    means: 'Giấy tờ tìm thấy trong kho thì ông/bà không phải nộp lại.',
    nameFirst: 'Hãy ghi họ tên chủ hồ sơ trước.',
    search: 'Tìm giấy tờ của tôi',
    searching: 'Đang hỏi kho quốc gia…',
    unavailable: 'Kho quốc gia hiện không trả lời. Ông/bà nộp giấy tờ như thường, hoặc tìm lại sau.',
    found: (count: number) => `Có giấy tờ dùng được cho ${count} mục bên dưới.`,
    none: 'Kho quốc gia không có giấy tờ nào dùng được cho thủ tục này.',
  },
  en: {
    title: 'Papers in the national store',
    means: 'What is found in the store need not be handed in again.',
    nameFirst: 'Enter the applicant’s name first.',
    search: 'Find my papers',
    searching: 'Asking the national store …',
    unavailable: 'The national store does not answer now. Hand in the papers as ever, or search again later.',
    found: (count: number) =>
      count === 1 ? 'There is a paper for 1 item below.' : `There are papers for ${count} items below.`,
    none: 'The national store has no paper for this procedure.',
  },
});

export type FoundPapers = Answer<'searchStore'>;

interface StoreSearchProps {
  readonly procedure: string;
  readonly name: string;
  readonly found: FoundPapers | undefined;
  readonly onFound: (found: FoundPapers) => void;
}

/** Finds the applicant's own papers in the national store; what is found is offered beside each paper. */
export function StoreSearch({ procedure, name, found, onFound }: StoreSearchProps) {
  const w = useWords(words);
  const { api } = useAccount();
  const ready = name.trim().length > 1;
  const action = useAction(async key => {
    onFound(await api.get('searchStore', { body: { procedure, name: name.trim() }, key }));
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
      {found && found.state !== 'unavailable' && (
        <p>{found.items.length === 0 ? w.none : w.found(found.items.length)}</p>
      )}
    </section>
  );
}
