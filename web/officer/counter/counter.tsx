import './counter.css';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { later } from '../../parts/later.tsx';
import { EnteredIsKept } from '../../parts/sign-in-again.ts';
import { useEnteredBefore, useKeptForm } from '../../parts/use-kept-form.ts';
import { useWords } from '../../wording/language.tsx';
import { IntakeForm } from './intake-form.tsx';
import { VISIT, visitToKeep } from './kept-intake.ts';
import { TakenIn } from './taken-in.tsx';
import { noVisit, type Visit } from './visit.ts';
import { words } from './words.ts';

const Day = later(async () => (await import('./day.tsx')).Day);
const Receipt = later(async () => (await import('./receipt.tsx')).Receipt);
const SlipAgain = later(async () => (await import('./slip-again.tsx')).SlipAgain);

/** The counter (bộ phận tiếp nhận): dossiers of one visit after the other, each visit with one receipt. */
export function Counter() {
  const w = useWords(words);
  const { path } = useLocation();
  const before = useEnteredBefore<Visit>(VISIT);
  const [visit, setVisit] = useState<Visit>(before ?? noVisit);
  useKeptForm(VISIT, () => visitToKeep(visit));
  if (path.endsWith('/day')) return <Day />;
  const slip = /\/slip\/([^/]+)$/.exec(path)?.[1];
  if (slip !== undefined) return <SlipAgain code={decodeURIComponent(slip)} />;
  const { dossiers, asks } = visit;
  return (
    <div class="stack counter">
      <div class="row apart no-print">
        <h1>{w.title}</h1>
        <a class="ds-link" href="/officer/counter/day">
          {w.day}
        </a>
      </div>
      <EnteredIsKept.Provider value={true}>
        {asks ? (
          <IntakeForm
            key={`${visit.number}.${dossiers.length}`}
            visit={visit}
            onTaken={(taken, applicant) =>
              setVisit({ ...visit, ...applicant, asks: false, dossiers: [...dossiers, taken] })
            }
          />
        ) : (
          <TakenIn
            visit={visit}
            onAnother={() => setVisit({ ...visit, asks: true })}
            onNext={() => setVisit({ ...noVisit, number: visit.number + 1 })}
          />
        )}
      </EnteredIsKept.Provider>
      {dossiers.length > 0 && !asks && <Receipt visit={visit} />}
    </div>
  );
}
