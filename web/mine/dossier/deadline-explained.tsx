import { useAnswer } from '../../parts/use-answer.ts';
import { useWords, wording } from '../../wording/language.tsx';
import { useFormats } from '../../wording/use-formats.ts';
import { useAccount } from '../account.tsx';
import { OpenedDetails } from '../opened-details.tsx';
import { Trouble } from '../trouble.tsx';

const words = wording({
  vi: {
    why: 'Vì sao hẹn ngày này?',
    loading: 'Đang tính…',
    days: 'Từng ngày được tính thế nào',
    provisional: 'Lịch làm việc của thời gian này chưa chính thức: ngày hẹn có thể được tính lại.',
  },
  en: {
    why: 'Why this date?',
    loading: 'Counting …',
    days: 'How each day counts',
    provisional: 'The work calendar of that time is not final yet: the date may be counted again.',
  },
});

/** Why the promised date is what it is: the explanation of the API, day by day if wanted. */
export function DeadlineExplained({ code }: { readonly code: string }) {
  const w = useWords(words);
  return <OpenedDetails summary={w.why}>{() => <Explanation code={code} />}</OpenedDetails>;
}

function Explanation({ code }: { readonly code: string }) {
  const w = useWords(words);
  const formats = useFormats();
  const { api } = useAccount();
  const { body, error, reload } = useAnswer(api, 'getDeadline', { params: { code } });
  if (error !== undefined) return <Trouble error={error} again={reload} />;
  if (!body) return <p role="status">{w.loading}</p>;
  return (
    <div class="stack">
      <p class="pre">{body.text}</p>
      {body.provisional && <p>{w.provisional}</p>}
      {body.entries.length > 0 && (
        <>
          <h3>{w.days}</h3>
          <ul>
            {body.entries.map(entry => (
              <li key={`${entry.date}${entry.code}${entry.from ?? ''}`}>
                {formats.weekday(entry.date)}: {entry.reason}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
