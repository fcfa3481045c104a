import './processes.css';
import { useState } from 'preact/hooks';
import type { ProcessIndicators } from '../../api/generated.ts';
import { Failure } from '../../parts/failure.tsx';
import { TextField } from '../../parts/field.tsx';
import { useAction } from '../../parts/use-action.ts';
import { dayInVietNam } from '../../wording/day-in-viet-nam.ts';
import { useWords } from '../../wording/language.tsx';
import { useDesk } from '../desk.tsx';
import { ProcessVersion } from './process-version.tsx';
import { words } from './words.ts';

/** How a procedure of the officer's unit did in a period (chỉ số của quy trình, ISO điện tử). */
export function Processes() {
  const w = useWords(words);
  const { api, me } = useDesk();
  const today = dayInVietNam(new Date());
  const [procedure, setProcedure] = useState('');
  const [from, setFrom] = useState(`${today.slice(0, 8)}01`);
  const [to, setTo] = useState(today);
  const [found, setFound] = useState<ProcessIndicators>();
  const unit = me.unit?.code;
  const ask = useAction(async () => {
    setFound(undefined);
    const params = { code: unit ?? '', procedure };
    setFound(await api.get('getProcessIndicators', { params, query: { from, to } }));
  });
  return (
    <div class="stack">
      <h1>{w.title}</h1>
      <p class="prose">{w.lead}</p>
      {unit !== undefined && (
        <form
          class="panel stack"
          onSubmit={event => {
            event.preventDefault();
            void ask.run();
          }}
        >
          <div class="grid">
            <TextField
              label={w.procedure}
              value={procedure}
              onValue={setProcedure}
              fault={ask.faultOf('/procedure')}
              required
            />
            <TextField label={w.from} type="date" value={from} onValue={setFrom} required />
            <TextField label={w.to} type="date" value={to} onValue={setTo} required />
          </div>
          {ask.error !== undefined && <Failure error={ask.error} brief />}
          <div class="row">
            <button type="submit" class="ds-button" aria-busy={ask.busy}>
              {w.show}
            </button>
          </div>
        </form>
      )}
      {found?.versions.length === 0 && <p class="panel">{w.none}</p>}
      {found?.versions.map(version => (
        <ProcessVersion key={version.workflowVersion} version={version} />
      ))}
    </div>
  );
}
