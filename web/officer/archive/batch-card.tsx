import { useState } from 'preact/hooks';
import type { ArchiveBatchSummary } from '../../api/generated.ts';
import { Failure } from '../../parts/failure.tsx';
import { Mark } from '../../parts/mark.tsx';
import { OpenButton } from '../../parts/open-button.tsx';
import { useAction } from '../../parts/use-action.ts';
import { useAnswer } from '../../parts/use-answer.ts';
import { useWords } from '../../wording/language.tsx';
import { useFormats } from '../../wording/use-formats.ts';
import { useDesk } from '../desk.tsx';
import { Hold } from './hold.tsx';
import { words } from './words.ts';

interface Props {
  readonly batch: ArchiveBatchSummary;
  readonly onChanged: () => void;
}

/** A batch: who gave and took it, its papers, its dossiers; the registry clerk takes it over here. */
export function BatchCard({ batch, onChanged }: Props) {
  const w = useWords(words);
  const { instant } = useFormats();
  const { api, is, me, officerName } = useDesk();
  const [shown, setShown] = useState(false);
  const { unit, id, packedBy, takenBy, takenAt } = batch;
  const name = w.batch(instant(batch.packedAt), batch.dossiers);
  const linkOf = (paper: 'contents' | 'receipt') => async () =>
    (await api.get('getArchivePaper', { params: { code: unit, id, paper } })).url;
  const take = useAction(async key => {
    await api.get('takeArchiveBatch', { params: { code: unit, id }, key });
    onChanged();
  });
  return (
    <li class="panel stack">
      <div class="row apart">
        <strong>{name}</strong>
        <Mark level={batch.state === 'taken' ? 'good' : 'soon'}>{w.states[batch.state]}</Mark>
      </div>
      <p class="note">
        {w.givenBy(officerName(packedBy))}
        {takenBy !== null && takenAt !== null && ` · ${w.takenBy(officerName(takenBy), instant(takenAt))}`}
        {batch.note !== null && ` · ${batch.note}`}
      </p>
      {batch.leftOut.length > 0 && <p class="note">{w.leftOut(batch.leftOut.join(', '))}</p>}
      <div class="row">
        <OpenButton label={w.contents} about={name} linkOf={linkOf('contents')} />
        <OpenButton label={w.receipt} about={name} linkOf={linkOf('receipt')} />
        <button
          type="button"
          class="ds-button"
          data-variant="tertiary"
          data-size="sm"
          aria-expanded={shown}
          aria-label={`${shown ? w.hide : w.show}: ${name}`}
          onClick={() => setShown(!shown)}
        >
          {shown ? w.hide : w.show}
        </button>
      </div>
      {take.error !== undefined && <Failure error={take.error} />}
      {batch.state === 'packed' && is('registryClerk') && packedBy !== me.account && (
        <div class="row">
          <button type="button" class="ds-button" onClick={take.run} aria-busy={take.busy}>
            {w.take}
          </button>
        </div>
      )}
      {shown && <BatchDossiers unit={unit} id={id} />}
    </li>
  );
}

function BatchDossiers({ unit, id }: { readonly unit: string; readonly id: string }) {
  const w = useWords(words);
  const { day } = useFormats();
  const { api } = useDesk();
  const { body, error, reload } = useAnswer(api, 'getArchiveBatch', { params: { code: unit, id } });
  if (error !== undefined) return <Failure error={error} again={reload} />;
  return (
    <ul class="list">
      {body?.dossiers.map(({ code, procedureName, until, retentionName, standing }) => (
        <li key={code} class="stack">
          <div class="row apart">
            <span>
              <a class="ds-link" href={`/officer/dossiers/${code}`}>
                {code}
              </a>{' '}
              {procedureName}
            </span>
            {standing !== 'held' && (
              <Mark level={standing === 'periodOver' ? 'late' : 'plain'}>{w.standings[standing]}</Mark>
            )}
          </div>
          <span class="note">
            {until === null ? w.forEver(retentionName) : w.kept(retentionName, day(until))}
          </span>
          <Hold code={code} held={standing === 'held'} onChanged={reload} />
        </li>
      ))}
    </ul>
  );
}
