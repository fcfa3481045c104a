import { useState } from 'preact/hooks';
import type { WorkCalendarOutput } from '../../../api/generated.ts';
import { Refused } from '../../../api/problem.ts';
import { Failure } from '../../../parts/failure.tsx';
import { ChoiceField } from '../../../parts/field.tsx';
import { useAnswer } from '../../../parts/use-answer.ts';
import { useWords, wording } from '../../../wording/language.tsx';
import { useFormats } from '../../../wording/use-formats.ts';
import { useDesk } from '../../desk.tsx';
import { DayForm } from './day-form.tsx';
import { DraftActions } from './draft-actions.tsx';
import { Month } from './month.tsx';
import { SpecialDays } from './special-days.tsx';

const words = wording({
  vi: {
    title: 'Lịch làm việc',
    inForce: (version: number) => `Đang áp dụng: bản ${version}.`,
    draft: (when: string) => `Có bản nháp lưu lúc ${when}.`,
    edit: 'Sửa từ bản nháp',
    begin: 'Lập bản nháp từ bản đang áp dụng',
    editing: 'Đang sửa bản nháp. Bản đang áp dụng chưa thay đổi.',
    year: 'Năm',
    key: 'Gạch chân: ngày nghỉ. Đóng khung: thứ Bảy làm bù. Chữ mờ: nghỉ hằng tuần.',
  },
  en: {
    title: 'Working calendar',
    inForce: (version: number) => `In force: version ${version}.`,
    draft: (when: string) => `There is a draft, saved at ${when}.`,
    edit: 'Edit the draft',
    begin: 'Begin a draft from the calendar in force',
    editing: 'You are editing the draft. The calendar in force is unchanged.',
    year: 'Year',
    key: 'Underlined: day off. In a box: Saturday worked. Pale: weekly day off.',
  },
});

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/** The working calendar by years, its draft, and what publishing the draft would move. */
export function CalendarRoom() {
  const w = useWords(words);
  const { instant } = useFormats();
  const { api } = useDesk();
  const inForce = useAnswer(api, 'getWorkCalendar');
  const saved = useAnswer(api, 'getWorkCalendarDraft');
  const [edited, setEdited] = useState<WorkCalendarOutput>();
  const [chosen, setChosen] = useState<number>();
  const noDraft = saved.error instanceof Refused && saved.error.problem.status === 404;
  const shown = edited ?? inForce.body?.workCalendar;
  const years = shown?.calendar.years.map(({ year }) => year) ?? [];
  const year = chosen ?? (years.includes(new Date().getFullYear()) ? new Date().getFullYear() : years.at(-1));
  return (
    <section class="stack">
      <h1>{w.title}</h1>
      {inForce.error !== undefined && <Failure error={inForce.error} again={inForce.reload} />}
      {saved.error !== undefined && !noDraft && <Failure error={saved.error} again={saved.reload} />}
      {inForce.body && <p>{w.inForce(inForce.body.version)}</p>}
      {edited ? (
        <p role="status">{w.editing}</p>
      ) : (
        <div class="row">
          {saved.body && (
            <button type="button" class="ds-button" onClick={() => setEdited(saved.body?.workCalendar)}>
              {w.edit}
            </button>
          )}
          {inForce.body && (
            <button
              type="button"
              class="ds-button"
              data-variant="secondary"
              onClick={() => setEdited(inForce.body?.workCalendar)}
            >
              {w.begin}
            </button>
          )}
          {saved.body && <span class="note">{w.draft(instant(saved.body.savedAt))}</span>}
        </div>
      )}
      {shown && year !== undefined && (
        <>
          <ChoiceField
            label={w.year}
            value={String(year)}
            onValue={value => setChosen(Number(value))}
            options={years.map(each => ({ value: String(each), text: String(each) }))}
          />
          {edited && <DayForm work={edited} year={year} onChange={setEdited} />}
          {edited && <DraftActions work={edited} onSaved={saved.reload} />}
          <p class="note">{w.key}</p>
          <div class="panel months">
            {MONTHS.map(month => (
              <Month key={month} work={shown} year={year} month={month} />
            ))}
          </div>
          <SpecialDays work={shown} year={year} {...(edited && { onChange: setEdited })} />
        </>
      )}
    </section>
  );
}
