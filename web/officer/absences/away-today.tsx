import { useAnswer } from '../../parts/use-answer.ts';
import { dayInVietNam } from '../../wording/day-in-viet-nam.ts';
import { useWords } from '../../wording/language.tsx';
import { useFormats } from '../../wording/use-formats.ts';
import { useDesk } from '../desk.tsx';
import { addressOf } from '../work-list/view.ts';
import { lastDay, presenceOn } from './presence.ts';
import { words } from './words.ts';

/** Above the work list: for whom the officer substitutes today; for a leader, who of the unit is away. */
export function AwayToday() {
  const w = useWords(words);
  const { day } = useFormats();
  const { api, is, me, officerName } = useDesk();
  const unit = me.unit?.code;
  const { body } = useAnswer(api, unit === undefined ? undefined : 'listAbsences', {
    params: { code: unit ?? '' },
  });
  const today = dayInVietNam(new Date());
  const leads = is('leader');
  const away = (body?.items ?? []).filter(
    absence =>
      presenceOn(absence, today) === 'now' &&
      absence.officer !== me.account &&
      (leads || absence.substitute === me.account),
  );
  return (
    <>
      {away.map(absence => {
        const says = absence.substitute === me.account ? w.held : w.away;
        return (
          <p key={absence.id} class="ds-alert" data-color="info">
            {says(officerName(absence.officer), day(lastDay(absence)))}{' '}
            <a class="ds-link" href={addressOf({ scope: 'unit', holder: absence.officer })}>
              {w.see}
            </a>
          </p>
        );
      })}
    </>
  );
}
