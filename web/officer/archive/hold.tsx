import { useState } from 'preact/hooks';
import { Dialog } from '../../parts/dialog.tsx';
import { Failure } from '../../parts/failure.tsx';
import { TextField } from '../../parts/field.tsx';
import { Mark } from '../../parts/mark.tsx';
import { useAction } from '../../parts/use-action.ts';
import { useWords } from '../../wording/language.tsx';
import { useDesk } from '../desk.tsx';
import { words } from './words.ts';

/** That a dossier is held beyond its period, and for leaders and registry clerks the way to change it. */
export function Hold(props: {
  readonly code: string;
  readonly held: boolean;
  readonly onChanged: () => void;
}) {
  const { code, held, onChanged } = props;
  const w = useWords(words);
  const { api, is } = useDesk();
  const [asks, setAsks] = useState(false);
  const [reason, setReason] = useState('');
  const verb = held ? w.lift : w.hold;
  const action = useAction(async key => {
    await api.get('changeLegalHold', { params: { code }, body: { hold: !held, reason }, key });
    setAsks(false);
    setReason('');
    onChanged();
  });
  const may = is('leader', 'registryClerk');
  if (!held && !may) return null;
  return (
    <div class="row apart">
      {held ? <Mark level="soon">{w.standings.held}</Mark> : <span />}
      {may && (
        <button
          type="button"
          class="ds-button"
          data-variant="tertiary"
          data-size="sm"
          aria-label={`${verb}: ${code}`}
          onClick={() => setAsks(true)}
        >
          {verb}
        </button>
      )}
      {asks && (
        <Dialog title={`${verb}: ${code}`} onClose={() => setAsks(false)}>
          <p>{held ? w.liftMeans : w.holdMeans}</p>
          <TextField
            label={w.reason}
            value={reason}
            onValue={setReason}
            fault={action.faultOf('/reason')}
            required
          />
          {action.error !== undefined && <Failure error={action.error} brief />}
          <button type="button" class="ds-button" onClick={action.run} aria-busy={action.busy}>
            {w.save}
          </button>
        </Dialog>
      )}
    </div>
  );
}
