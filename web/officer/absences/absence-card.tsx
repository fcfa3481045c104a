import { useState } from 'preact/hooks';
import type { Absence } from '../../api/generated.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Mark } from '../../parts/mark.tsx';
import { useAction } from '../../parts/use-action.ts';
import { dayBefore } from '../../wording/day-in-viet-nam.ts';
import { useWords } from '../../wording/language.tsx';
import { useFormats } from '../../wording/use-formats.ts';
import { useDesk } from '../desk.tsx';
import { lastDay, presenceOn } from './presence.ts';
import { words } from './words.ts';

/** One absence, and for whom it is over before its time. */
export function AbsenceCard(props: {
  readonly absence: Absence;
  readonly today: string;
  readonly onEnded: () => void;
}) {
  const { absence, today } = props;
  const w = useWords(words);
  const { day } = useFormats();
  const { is, me, officerName } = useDesk();
  const presence = presenceOn(absence, today);
  const mayEnd = absence.officer === me.account || is('leader', 'administrator');
  return (
    <li class="panel">
      <div class="row apart">
        <strong>{officerName(absence.officer)}</strong>
        {presence !== 'toCome' && <Mark level={presence === 'now' ? 'soon' : 'plain'}>{w[presence]}</Mark>}
      </div>
      <p>
        {presence === 'cancelled'
          ? w.days(day(absence.from), day(absence.to))
          : w.days(day(absence.from), day(lastDay(absence)))}
      </p>
      <p class="note">
        {absence.substitute === null ? w.nobody : w.substitutes(officerName(absence.substitute))}
      </p>
      {mayEnd && (presence === 'now' || presence === 'toCome') && <End {...props} presence={presence} />}
    </li>
  );
}

function End(props: {
  readonly absence: Absence;
  readonly presence: 'now' | 'toCome';
  readonly onEnded: () => void;
}) {
  const { absence, presence, onEnded } = props;
  const w = useWords(words);
  const { api, officerName } = useDesk();
  const [asks, setAsks] = useState(false);
  const verb = presence === 'now' ? w.end : w.cancel;
  const who = officerName(absence.officer);
  const action = useAction(async key => {
    const params = { code: absence.unit, id: absence.id };
    // Of one to come that is before its first day: it was none.
    await api.get('endAbsence', { params, key, body: { on: dayBefore(Date.now()) } });
    setAsks(false);
    onEnded();
  });
  return (
    <>
      <button
        type="button"
        class="ds-button"
        data-variant="secondary"
        data-size="sm"
        aria-label={`${verb}: ${who}`}
        onClick={() => setAsks(true)}
      >
        {verb}
      </button>
      {asks && (
        <Dialog
          title={presence === 'now' ? w.sureEnd(who) : w.sureCancel(who)}
          onClose={() => setAsks(false)}
        >
          {action.error !== undefined && <Failure error={action.error} />}
          <button type="button" class="ds-button" onClick={action.run} aria-busy={action.busy}>
            {verb}
          </button>
        </Dialog>
      )}
    </>
  );
}
