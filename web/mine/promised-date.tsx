import type { HandlingState } from '../api/generated.ts';
import { type Level, Mark } from '../parts/mark.tsx';
import { dayInVietNam } from '../wording/day-in-viet-nam.ts';
import { useWords, wording } from '../wording/language.tsx';
import { useFormats } from '../wording/use-formats.ts';
import { type Standing, standingOf } from './standing.ts';

const words = wording({
  vi: {
    promised: 'Hẹn trả:',
    notAccepted: 'Chưa có ngày hẹn: hồ sơ đang chờ tiếp nhận',
    notPromised: 'Hiện chưa có ngày hẹn trả',
    paused: 'thời hạn đang tạm dừng',
    today: 'hôm nay',
    left: (days: number) => `còn ${days} ngày`,
    late: (days: number) => `quá hạn ${days} ngày`,
  },
  en: {
    promised: 'Promised for',
    notAccepted: 'No date yet: the dossier waits to be accepted',
    notPromised: 'No date is promised at present',
    paused: 'the time limit stands still',
    today: 'today',
    left: (days: number) => (days === 1 ? '1 day left' : `${days} days left`),
    late: (days: number) => (days === 1 ? '1 day late' : `${days} days late`),
  },
});

const LEVELS: Readonly<Record<Standing['kind'], Level>> = {
  notAccepted: 'plain',
  notPromised: 'plain',
  paused: 'plain',
  over: 'plain',
  left: 'good',
  today: 'soon',
  late: 'late',
};

/** The promised date, and how the dossier stands to it today. */
export function PromisedDate(props: { readonly handling: HandlingState; readonly dueOn: string | null }) {
  const w = useWords(words);
  const formats = useFormats();
  const standing = standingOf(props, dayInVietNam(new Date()));
  if (standing.kind === 'notAccepted' || standing.kind === 'notPromised') return <p>{w[standing.kind]}</p>;
  if (props.dueOn === null) return null;
  return (
    <p class="row">
      <span>
        {w.promised} {formats.weekday(props.dueOn)}
      </span>
      {standing.kind !== 'over' && (
        <Mark level={LEVELS[standing.kind]}>
          {'days' in standing ? w[standing.kind](standing.days) : w[standing.kind]}
        </Mark>
      )}
    </p>
  );
}
