import { Failure } from '../../../parts/failure.tsx';
import { Mark } from '../../../parts/mark.tsx';
import { useAnswer } from '../../../parts/use-answer.ts';
import { useWords, wording } from '../../../wording/language.tsx';
import { useDesk } from '../../desk.tsx';
import { ChangeFacts } from './change-facts.tsx';
import { changeNames, levelOf } from './kinds.ts';
import { Settle } from './settle.tsx';

const words = wording({
  vi: {
    back: 'Tất cả đề nghị',
    differences: 'Những chỗ khác với bản đang áp dụng',
    content: 'Nội dung đề nghị đầy đủ',
  },
  en: {
    back: 'All proposed changes',
    differences: 'What differs from what is in force',
    content: 'All that is proposed',
  },
});

/** One proposed change: what it would do, who proposed it, and the decision on it. */
export function ChangeRoom({ id }: { readonly id: string }) {
  const w = useWords(words);
  const names = useWords(changeNames);
  const { api } = useDesk();
  const { body, etag, error, reload } = useAnswer(
    api,
    'getProposedChange',
    { params: { id } },
    { every: 5_000 },
  );
  return (
    <article class="stack">
      <a class="ds-link" href="/officer/administration/changes">
        {w.back}
      </a>
      {error !== undefined && <Failure error={error} again={reload} />}
      {body && (
        <>
          <div class="row apart">
            <h1>{body.about}</h1>
            <span role="status">
              <Mark level={levelOf[body.status]}>{names.statuses[body.status]}</Mark>
            </span>
          </div>
          <ChangeFacts change={body} />
          {body.status === 'proposed' && <Settle change={body} etag={etag} onSettled={reload} />}
          {body.preview.differences.length > 0 && (
            <section class="panel stack">
              <h2>{w.differences}</h2>
              <ul>
                {body.preview.differences.map(each => (
                  <li key={each}>{each}</li>
                ))}
              </ul>
            </section>
          )}
          <details class="ds-details">
            <summary>{w.content}</summary>
            <div>
              <code class="pre">{JSON.stringify(body.content, null, 1)}</code>
            </div>
          </details>
        </>
      )}
    </article>
  );
}
