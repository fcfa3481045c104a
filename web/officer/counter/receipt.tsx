import { useState } from 'preact/hooks';
import { CheckField } from '../../parts/check-field.tsx';
import { QrCode } from '../../parts/qr-code.tsx';
import { feeText } from '../../wording/fee-text.ts';
import { useWords } from '../../wording/language.tsx';
import { paperWords } from '../../wording/paper-words.ts';
import { useFormats } from '../../wording/use-formats.ts';
import { useDesk } from '../desk.tsx';
import type { Taken, Visit } from './visit.ts';
import { words } from './words.ts';

/** The slip that the citizen takes home: all dossiers of the visit, each with its code, papers, fee and date. */
export function Receipt({ visit, again }: { readonly visit: Visit; readonly again?: string }) {
  const w = useWords(words);
  const { me, unitName } = useDesk();
  const [thumb, setThumb] = useState(false);
  return (
    <article class="panel stack receipt" aria-label={w.receipt}>
      <header>
        <p>{me.unit && (me.unit.name ?? unitName(me.unit.code))}</p>
        <h2>{visit.dossiers.some(({ accepted }) => accepted) ? w.slip : w.recordedSlip}</h2>
        {again !== undefined && <p>{again}</p>}
        <p class="note">{w.working}</p>
      </header>
      <p>
        {w.owner}: <strong>{visit.applicant['name']}</strong>
        {visit.onBehalf.acts && visit.onBehalf.name !== '' && (
          <>
            <br />
            {w.byName}: {visit.onBehalf.name}
          </>
        )}
      </p>
      {visit.dossiers.map(taken => (
        <Entry key={taken.code} taken={taken} />
      ))}
      <div class="no-print">
        <CheckField checked={thumb} onChecked={setThumb}>
          {w.cannotSign}
        </CheckField>
      </div>
      <div class="signatures">
        <p>
          {w.giver}
          <br />
          <span class="note">{thumb ? w.thumbPrint : w.sign}</span>
        </p>
        {thumb &&
          [1, 2].map(number => (
            <p key={number}>
              {w.witness(number)}
              <br />
              <span class="note">{w.signWithCard}</span>
            </p>
          ))}
        <p>
          {w.receiver}
          <br />
          <span class="note">{w.sign}</span>
          <span class="signed">{me.name}</span>
        </p>
      </div>
    </article>
  );
}

function Entry({ taken }: { readonly taken: Taken }) {
  const w = useWords(words);
  const fee = useWords(feeText);
  const paper = useWords(paperWords);
  const formats = useFormats();
  const { code, procedure, papers, accepted, returnBy } = taken;
  const published = procedure.methods.find(({ channel }) => channel === 'counter')?.fee;
  const dueOn = accepted?.dossier.dueOn;
  return (
    <section class="slip">
      <div class="stack">
        <h3>{procedure.name}</h3>
        <dl class="facts">
          <div>
            <dt>{w.code}</dt>
            <dd>
              <strong>{code}</strong>
            </dd>
          </div>
          <div>
            <dt>{w.received}</dt>
            <dd>
              <ul>
                {papers.map(({ name, copies, kind, files }) => (
                  <li key={name}>
                    {name} ({copies > 0 && paper.copies(copies, kind)}
                    {copies > 0 && files > 0 && ', '}
                    {files > 0 && w.filesCount(files)})
                  </li>
                ))}
              </ul>
            </dd>
          </div>
          {accepted && (
            <div>
              <dt>{w.receivedAt}</dt>
              <dd>{formats.instant(accepted.at)}</dd>
            </div>
          )}
          {published && (
            <div>
              <dt>{w.fee}</dt>
              <dd>{fee(published, formats)}</dd>
            </div>
          )}
          <div>
            <dt>{w.promised}</dt>
            <dd>
              <strong>{dueOn ? formats.weekday(dueOn) : w.noDate}</strong> ({w.returns[returnBy]})
            </dd>
          </div>
        </dl>
      </div>
      <figure>
        <QrCode text={`${location.origin}/track?code=${code}`} label={w.followBy} />
        <figcaption class="note">{w.followBy}</figcaption>
      </figure>
    </section>
  );
}
