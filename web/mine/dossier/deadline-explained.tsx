import { Failure } from '../../parts/failure.tsx';
import { useAnswer } from '../../parts/use-answer.ts';
import { useWords, wording } from '../../wording/language.tsx';
import { useAccount } from '../account.tsx';
import { OpenedDetails } from '../opened-details.tsx';

const words = wording({
  vi: {
    why: 'Thời hạn được tính thế nào?',
    loading: 'Đang tính…',
    provisional: 'Lịch làm việc của thời gian này chưa chính thức: ngày hẹn có thể được tính lại.',
  },
  en: {
    why: 'How the time limit is counted',
    loading: 'Counting …',
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
  const { api } = useAccount();
  const { body, error, reload } = useAnswer(api, 'getDeadline', { params: { code } });
  if (error !== undefined) return <Failure error={error} again={reload} />;
  if (!body) return <p role="status">{w.loading}</p>;
  // The explanation of the API has a line for each day, after one that says when.
  const [when, ...days] = body.text.split('\n').filter(line => line.trim() !== '');
  return (
    <div class="stack">
      <p>{when}</p>
      {body.provisional && <p>{w.provisional}</p>}
      <ul>
        {days.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
