import { Failure } from '../../parts/failure.tsx';
import { useAnswer } from '../../parts/use-answer.ts';
import { dayInVietNam } from '../../wording/day-in-viet-nam.ts';
import { useWords } from '../../wording/language.tsx';
import { useDesk } from '../desk.tsx';
import { AbsenceCard } from './absence-card.tsx';
import { AbsenceForm } from './absence-form.tsx';
import { words } from './words.ts';

/** Who of the unit is away, who substitutes, and the form to record it. */
export function Absences() {
  const w = useWords(words);
  const { api, me } = useDesk();
  const unit = me.unit?.code;
  const { body, error, reload } = useAnswer(api, unit === undefined ? undefined : 'listAbsences', {
    params: { code: unit ?? '' },
  });
  const today = dayInVietNam(new Date());
  return (
    <div class="stack">
      <h1>{w.title}</h1>
      <p class="prose">
        {w.lead} {w.goesOn}
      </p>
      {unit !== undefined && <AbsenceForm unit={unit} onRecorded={reload} />}
      {error !== undefined && <Failure error={error} again={reload} />}
      {body?.items.length === 0 && <p class="panel">{w.none}</p>}
      <ul class="list exports">
        {body?.items
          .toSorted((one, other) => (one.from < other.from ? 1 : -1))
          .map(absence => (
            <AbsenceCard key={absence.id} absence={absence} today={today} onEnded={reload} />
          ))}
      </ul>
    </div>
  );
}
