import type { Answer } from '../api/client.ts';
import { useWords, wording } from '../wording/language.tsx';
import { useFormats } from '../wording/use-formats.ts';
import { Mark } from './mark.tsx';

const words = wording({
  vi: {
    revoked: 'Đã bị thu hồi, không còn giá trị',
    replaced: 'Đã được thay thế, không còn giá trị',
    since: 'từ ngày',
    ground: 'Căn cứ',
    by: 'Kết quả thay thế',
  },
  en: {
    revoked: 'Revoked: it no longer holds',
    replaced: 'Replaced: it no longer holds',
    since: 'since',
    ground: 'Ground',
    by: 'Replaced by',
  },
});

/** That a result no longer holds: since when, on which ground, and what took its place. */
export function NoLongerHolds({
  revoked,
}: {
  readonly revoked: NonNullable<Answer<'verifyResult'>['revoked']>;
}) {
  const w = useWords(words);
  const { day } = useFormats();
  const { at, groundText, replacedBy } = revoked;
  return (
    <div class="stack">
      <p>
        <Mark level="late">{replacedBy === null ? w.revoked : w.replaced}</Mark> {w.since} {day(at)}
      </p>
      <dl class="facts">
        <div>
          <dt>{w.ground}</dt>
          <dd>{groundText}</dd>
        </div>
        {replacedBy !== null && (
          <div>
            <dt>{w.by}</dt>
            <dd>{replacedBy}</dd>
          </div>
        )}
      </dl>
    </div>
  );
}
