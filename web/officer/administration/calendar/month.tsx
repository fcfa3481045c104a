import type { WorkCalendarOutput } from '../../../api/generated.ts';
import { useLanguage, useWords, wording } from '../../../wording/language.tsx';
import { dayOf, weeksOf } from './days.ts';

const words = wording({
  vi: {
    month: (month: number, year: number) => `Tháng ${month}/${year}`,
    weekdays: ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'],
    kinds: { working: '', off: 'nghỉ hằng tuần', holiday: 'nghỉ', swapped: 'làm bù' },
  },
  en: {
    month: (month: number, year: number) => `${month}/${year}`,
    weekdays: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
    kinds: { working: '', off: 'weekly day off', holiday: 'day off', swapped: 'worked' },
  },
});

/** A month of a working calendar: days off are underlined, Saturdays worked in a box, each also said in words. */
export function Month(props: {
  readonly work: WorkCalendarOutput;
  readonly year: number;
  readonly month: number;
}) {
  const { work, year, month } = props;
  const w = useWords(words);
  const language = useLanguage();
  return (
    <table class="month">
      <caption>{w.month(month, year)}</caption>
      <thead>
        <tr>
          {w.weekdays.map(each => (
            <th key={each} scope="col">
              {each}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(year, month).map((week, row) => (
          <tr key={week.find(Boolean)}>
            {week.map((date, column) => {
              if (date === undefined) return <td key={`${row}-${w.weekdays[column]}`} />;
              const { kind, name } = dayOf(work, date);
              const said = [w.kinds[kind], name?.[language]].filter(Boolean).join(': ');
              return (
                <td key={date} data-kind={kind} {...(said && { title: said })}>
                  {Number(date.slice(8))}
                  {said && <span class="hidden"> {said}</span>}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
