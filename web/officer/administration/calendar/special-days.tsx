import type { WorkCalendarOutput } from '../../../api/generated.ts';
import { useLanguage, useWords, wording } from '../../../wording/language.tsx';
import { useFormats } from '../../../wording/use-formats.ts';
import { withoutDay, withYear } from './days.ts';

const words = wording({
  vi: { title: 'Ngày nghỉ và ngày làm bù', swap: (day: string) => `làm bù cho ${day}`, remove: 'Bỏ' },
  en: {
    title: 'Days off and Saturdays worked',
    swap: (day: string) => `worked in place of ${day}`,
    remove: 'Remove',
  },
});

/** The days of a year that are not as their weekdays, removable in the draft. */
export function SpecialDays(props: {
  readonly work: WorkCalendarOutput;
  readonly year: number;
  readonly onChange?: (work: WorkCalendarOutput) => void;
}) {
  const { work, year, onChange } = props;
  const w = useWords(words);
  const language = useLanguage();
  const { weekday } = useFormats();
  const of = work.calendar.years.find(each => each.year === year);
  const days = [
    ...(of?.daysOff ?? []).map(({ date, name }) => ({ date, said: name[language] })),
    ...(of?.saturdaysWorked ?? []).map(({ date, inPlaceOf }) => ({ date, said: w.swap(weekday(inPlaceOf)) })),
  ].toSorted((a, b) => (a.date < b.date ? -1 : 1));
  return (
    <section class="panel stack">
      <h2>{w.title}</h2>
      <ul class="stack plain-list">
        {days.map(({ date, said }) => (
          <li key={date} class="row apart">
            <span>
              {weekday(date)} – {said}
            </span>
            {onChange && (
              <button
                type="button"
                class="ds-button"
                data-variant="secondary"
                data-size="sm"
                aria-label={`${w.remove}: ${weekday(date)}`}
                onClick={() => onChange(withYear(work, year, each => withoutDay(each, date)))}
              >
                {w.remove}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
