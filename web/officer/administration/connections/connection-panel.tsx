import { useState } from 'preact/hooks';
import type { Connection } from '../../../api/generated.ts';
import { Mark } from '../../../parts/mark.tsx';
import { useWords, wording } from '../../../wording/language.tsx';
import { useFormats } from '../../../wording/use-formats.ts';
import { Redrive } from './redrive.tsx';
import { Waiting } from './waiting.tsx';

const words = wording({
  vi: {
    open: (until: string) => `Tạm ngừng gửi đến ${until}`,
    failing: (count: string) => `${count} lần lỗi liên tiếp`,
    well: 'Bình thường',
    sent: 'Gửi trong 24 giờ',
    lag: 'Độ trễ (trung vị / 95% / 99%)',
    failures: 'Lỗi trong 24 giờ',
    success: 'Lần gửi được gần nhất',
    failure: 'Lỗi gần nhất',
    oldest: 'Hồ sơ chờ lâu nhất từ',
    nothing: 'không có',
    details: 'Hồ sơ đang chờ và tin không xử lý được',
  },
  en: {
    open: (until: string) => `Nothing is sent until ${until}`,
    failing: (count: string) => `${count} failures in a row`,
    well: 'Well',
    sent: 'Sent in 24 hours',
    lag: 'Lag (half / 95% / 99%)',
    failures: 'Failures in 24 hours',
    success: 'Last success',
    failure: 'Last failure',
    oldest: 'Longest wait since',
    nothing: 'none',
    details: 'Waiting dossiers and dead letters',
  },
});

/** One connection: its state, its last day, and what waits. */
export function ConnectionPanel(props: { readonly connection: Connection; readonly onChanged: () => void }) {
  const { connection, onChanged } = props;
  const w = useWords(words);
  const { instant, number } = useFormats();
  const [open, setOpen] = useState(false);
  const { party, lastDay, lastFailure, failuresInARow } = connection;
  const lag = [lastDay.lag.p50, lastDay.lag.p95, lastDay.lag.p99];
  const failures = Object.entries(lastDay.failures).map(([reason, count]) => `${reason}: ${number(count)}`);
  return (
    <div class="panel stack">
      <div class="row apart">
        <h2>{party}</h2>
        {connection.breaker === 'open' ? (
          <Mark level="very-late">
            {w.open(connection.openUntil === null ? '…' : instant(connection.openUntil))}
          </Mark>
        ) : failuresInARow > 0 ? (
          <Mark level="late">{w.failing(number(failuresInARow))}</Mark>
        ) : (
          <Mark level="good">{w.well}</Mark>
        )}
      </div>
      <dl class="facts">
        <dt>{w.sent}</dt>
        <dd>{number(lastDay.sent)}</dd>
        <dt>{w.lag}</dt>
        <dd>{lag.map(each => (each === null ? '–' : `${number(each)} ms`)).join(' / ')}</dd>
        <dt>{w.failures}</dt>
        <dd>{failures.join(', ') || w.nothing}</dd>
        <dt>{w.success}</dt>
        <dd>{connection.lastSuccessAt === null ? w.nothing : instant(connection.lastSuccessAt)}</dd>
        <dt>{w.failure}</dt>
        <dd>{lastFailure === null ? w.nothing : `${instant(lastFailure.at)} – ${lastFailure.reason}`}</dd>
        <dt>{w.oldest}</dt>
        <dd>{connection.oldestWaitingSince === null ? w.nothing : instant(connection.oldestWaitingSince)}</dd>
      </dl>
      <details class="ds-details" onToggle={event => setOpen(event.currentTarget.open)}>
        <summary>{w.details}</summary>
        <div class="stack">
          {open && <Waiting party={party} />}
          <Redrive party={party} onDone={onChanged} />
        </div>
      </details>
    </div>
  );
}
