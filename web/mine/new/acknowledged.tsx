import { useEffect, useRef } from 'preact/hooks';
import type { Answer } from '../../api/client.ts';
import { useWords, wording } from '../../wording/language.tsx';
import { useFormats } from '../../wording/use-formats.ts';

const words = wording({
  vi: {
    title: 'Đã nộp hồ sơ',
    code: 'Mã hồ sơ của ông/bà',
    keep: 'Hãy giữ mã này: ai có mã đều tra cứu được tiến độ, không cần đăng nhập.',
    next: 'Tiếp theo',
    answer: (when: string) =>
      `Chậm nhất ${when}, bộ phận tiếp nhận sẽ trả lời: tiếp nhận hồ sơ và hẹn ngày trả kết quả, yêu cầu bổ sung, hoặc từ chối và nêu lý do.`,
    look: 'Câu trả lời hiện ở trang hồ sơ của ông/bà; chưa có tin nhắn thông báo, vì vậy hãy vào xem.',
    open: 'Mở hồ sơ',
  },
  en: {
    title: 'Your dossier is submitted',
    code: 'The code of your dossier',
    keep: 'Keep it: whoever has the code can follow the progress without signing in.',
    next: 'What happens next',
    answer: (when: string) =>
      `By ${when} at the latest, reception answers: it accepts the dossier and promises a date, asks for a supplement, or declines and says why.`,
    look: 'The answer is shown on the page of your dossier; there are no messages yet, so please come back and look.',
    open: 'Open the dossier',
  },
});

/** The acknowledgement: the code, what happens next, and by when. */
export function Acknowledged({ answer }: { readonly answer: Answer<'submitDossier'> }) {
  const w = useWords(words);
  const formats = useFormats();
  const title = useRef<HTMLHeadingElement>(null);
  // The form that had the focus is gone.
  useEffect(() => title.current?.focus(), []);
  return (
    <div class="panel stack prose">
      <h1 ref={title} tabIndex={-1}>
        {w.title}
      </h1>
      <p>
        {w.code}: <strong>{answer.code}</strong>
      </p>
      <p>{w.keep}</p>
      <h2>{w.next}</h2>
      <p>{w.answer(formats.instant(answer.answerBy))}</p>
      <p>{w.look}</p>
      <p>
        <a class="ds-button" href={`/mine/dossiers/${answer.code}`}>
          {w.open}
        </a>
      </p>
    </div>
  );
}
