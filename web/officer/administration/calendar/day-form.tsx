import { useState } from 'preact/hooks';
import type { WorkCalendarOutput } from '../../../api/generated.ts';
import { TextField } from '../../../parts/field.tsx';
import { useWords, wording } from '../../../wording/language.tsx';
import { withHoliday, withSwap, withYear } from './days.ts';

const words = wording({
  vi: {
    title: 'Thêm ngày vào bản nháp',
    off: 'Ngày nghỉ',
    name: 'Tên ngày nghỉ',
    worked: 'Thứ Bảy làm bù cho ngày này (nếu hoán đổi)',
    add: 'Thêm ngày nghỉ',
  },
  en: {
    title: 'Add a day to the draft',
    off: 'Day off',
    name: 'Its name',
    worked: 'Saturday worked in its place (if swapped)',
    add: 'Add the day off',
  },
});

/** Adds a day off to the draft, with the Saturday that is worked in its place if it is swapped. */
export function DayForm(props: {
  readonly work: WorkCalendarOutput;
  readonly year: number;
  readonly onChange: (work: WorkCalendarOutput) => void;
}) {
  const { work, year, onChange } = props;
  const w = useWords(words);
  const [off, setOff] = useState('');
  const [name, setName] = useState('');
  const [worked, setWorked] = useState('');
  return (
    <form
      class="panel stack"
      onSubmit={event => {
        event.preventDefault();
        onChange(
          withYear(work, Number(off.slice(0, 4)) || year, each =>
            worked ? withSwap(each, worked, off, name.trim()) : withHoliday(each, off, name.trim()),
          ),
        );
        setOff('');
        setWorked('');
      }}
    >
      <h2>{w.title}</h2>
      <div class="grid">
        <TextField type="date" label={w.off} value={off} onValue={setOff} required />
        <TextField label={w.name} value={name} onValue={setName} required />
        <TextField type="date" label={w.worked} value={worked} onValue={setWorked} />
      </div>
      <div>
        <button type="submit" class="ds-button" data-variant="secondary">
          {w.add}
        </button>
      </div>
    </form>
  );
}
