import type { Answer } from '../../../api/client.ts';
import { useWords, wording } from '../../../wording/language.tsx';
import { useFormats } from '../../../wording/use-formats.ts';
import { changeNames } from './kinds.ts';

const words = wording({
  vi: {
    kind: 'Loại',
    touches: 'Hồ sơ liên quan',
    procedures: 'Thủ tục được ban hành quy trình',
    counts: (count: string, among: string) => `${count} trong ${among} hồ sơ đang giải quyết đã xem xét`,
    atMost: 'nhiều nhất từng này, chưa xem hết từng hồ sơ',
    more: 'còn hồ sơ chưa liệt kê',
    progress: 'Tiến độ',
    done: (changed: string, unchanged: string, failed: string) =>
      `${changed} đã đổi, ${unchanged} không cần đổi, ${failed} không đổi được`,
    until: 'Xác nhận trước',
    entries: { proposed: 'Đề nghị', confirmed: 'Xác nhận', withdrawn: 'Rút', done: 'Hoàn thành' },
    because: 'Lý do rút',
  },
  en: {
    kind: 'Kind',
    touches: 'Dossiers touched',
    procedures: 'Procedures that get a workflow',
    counts: (count: string, among: string) => `${count} of ${among} open dossiers that were examined`,
    atMost: 'at most so many; not each was looked at',
    more: 'more than were listed',
    progress: 'Progress',
    done: (changed: string, unchanged: string, failed: string) =>
      `${changed} changed, ${unchanged} needed no change, ${failed} could not be changed`,
    until: 'To be confirmed before',
    entries: { proposed: 'Proposed', confirmed: 'Confirmed', withdrawn: 'Withdrawn', done: 'Done' },
    because: 'Why withdrawn',
  },
});

/** What a proposed change would touch, how far it is, and who did what to it. */
export function ChangeFacts({ change }: { readonly change: Answer<'getProposedChange'> }) {
  const w = useWords(words);
  const names = useWords(changeNames);
  const { instant, number } = useFormats();
  const { preview, progress, status } = change;
  const doubts = [!preview.exact && w.atMost, preview.more && w.more].filter(Boolean).join('; ');
  return (
    <dl class="facts panel">
      <dt>{w.kind}</dt>
      <dd>{names.kinds[change.kind]}</dd>
      <dt>{preview.procedures === undefined ? w.touches : w.procedures}</dt>
      <dd>
        {preview.procedures === undefined
          ? w.counts(number(preview.dossiers), number(preview.among))
          : number(preview.procedures)}
        {doubts && ` (${doubts})`}
      </dd>
      {status === 'proposed' && (
        <>
          <dt>{w.until}</dt>
          <dd>{instant(change.confirmBefore)}</dd>
        </>
      )}
      {(status === 'confirmed' || status === 'done') && (
        <>
          <dt>{w.progress}</dt>
          <dd>
            {w.done(
              number(progress.changed),
              number(progress.unchanged),
              number(progress.conflicts + progress.failed),
            )}
          </dd>
        </>
      )}
      {change.withdrawnBecause && (
        <>
          <dt>{w.because}</dt>
          <dd>{change.withdrawnBecause}</dd>
        </>
      )}
      {change.trail.map(({ seq, what, by, at }) => (
        <>
          <dt key={`what-${seq}`}>{w.entries[what]}</dt>
          <dd key={`who-${seq}`}>
            {by}, {instant(at)}
          </dd>
        </>
      ))}
    </dl>
  );
}
