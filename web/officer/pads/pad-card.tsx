import type { Answer } from '../../api/client.ts';
import { Failure } from '../../parts/failure.tsx';
import { useAction } from '../../parts/use-action.ts';
import { useWords } from '../../wording/language.tsx';
import { useFormats } from '../../wording/use-formats.ts';
import { useDesk } from '../desk.tsx';
import { stateNames, words } from './words.ts';

type Pad = Answer<'listPads'>['items'][number];

/** A pad with what waits on it, which may be taken back, and its pairing, which may be ended. */
export function PadCard({ pad, onChanged }: { readonly pad: Pad; readonly onChanged: () => void }) {
  const w = useWords(words);
  const states = useWords(stateNames);
  const { api, officerName } = useDesk();
  const { instant } = useFormats();
  const { id, unit, request } = pad;
  const params = { code: unit, id };
  const clear = useAction(async key => {
    await api.ask('clearPad', { params, key });
    onChanged();
  });
  const end = useAction(async key => {
    await api.ask('endPad', { params, key });
    onChanged();
  });
  const open = request?.state === 'waiting' || request?.state === 'shown';
  const error = clear.error ?? end.error;
  return (
    <li class="panel stack">
      <div class="row apart">
        <h3>{pad.name}</h3>
        <span class="note">
          {w.until(instant(pad.endsAt))}, {w.by(officerName(pad.pairedBy))}
        </span>
      </div>
      <p>
        {pad.state === 'pairing' ? w.waits : request ? states[request.state] : w.ready}
        {request && (
          <>
            {': '}
            <a class="ds-link" href={`/officer/dossiers/${request.dossier}`}>
              {request.dossier}
            </a>
          </>
        )}
      </p>
      {error !== undefined && <Failure error={error} brief />}
      <div class="row">
        {open && (
          <button
            type="button"
            class="ds-button"
            data-variant="secondary"
            data-size="sm"
            disabled={clear.busy}
            onClick={() => void clear.run()}
          >
            {w.clear}
          </button>
        )}
        <button
          type="button"
          class="ds-button"
          data-variant="tertiary"
          data-size="sm"
          disabled={end.busy}
          onClick={() => void end.run()}
        >
          {w.end}
        </button>
      </div>
    </li>
  );
}
