import './dossier.css';
import { useEffect, useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import type { Answer } from '../../api/client.ts';
import { Forms } from '../../forms/forms.tsx';
import { History } from '../../history/history.tsx';
import { Failure } from '../../parts/failure.tsx';
import { later } from '../../parts/later.tsx';
import { useAnswer } from '../../parts/use-answer.ts';
import { useWords } from '../../wording/language.tsx';
import { useDesk } from '../desk.tsx';
import { SignOnPad } from '../pads/sign-on-pad.tsx';
import { DeadlineBar } from './deadline-bar.tsx';
import { Decide } from './decide.tsx';
import { Money } from './money/money.tsx';
import { NationalStore } from './national-store.tsx';
import { OtherActs } from './other-acts.tsx';
import { Papers } from './papers.tsx';
import { People } from './people.tsx';
import { Results } from './results.tsx';
import { Summary } from './summary.tsx';
import { Tasks } from './tasks.tsx';
import { words } from './words.ts';

const LandTax = later(async () => (await import('./land-tax/land-tax.tsx')).LandTax);
const Recall = later(async () => (await import('./recall.tsx')).Recall);

export type Dossier = Answer<'getDossier'>;

/** A dossier at an officer's desk: who asks, the papers, the clock, what was done, and what is to be decided now. */
export function DossierRoom() {
  const w = useWords(words);
  const { api, officerName, unitName } = useDesk();
  const { params } = useRoute();
  const { query } = useLocation();
  const code = params['code'] ?? '';
  const dossier = useAnswer(api, 'getDossier', { params: { code } });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    document.title = `${code} – Một Cửa`;
  }, [code]);
  if (!dossier.body)
    return dossier.error === undefined ? (
      <p role="status">{w.loading}</p>
    ) : (
      <Failure error={dossier.error} again={dossier.reload} />
    );
  const reload = () => {
    dossier.reload();
    setTurn(before => before + 1);
  };
  const shown = dossier.body;
  return (
    <article class="stack">
      <Summary dossier={shown} />
      <DeadlineBar key={`deadline-${turn}`} dossier={shown} />
      <div class="beside">
        <div class="stack">
          <People dossier={shown} />
          <Papers dossier={shown} />
          <NationalStore dossier={shown} onChanged={reload} />
          <Forms
            key={`forms-${turn}`}
            {...{ api, code }}
            beside={form => (
              <SignOnPad {...{ code, form }} online={shown.channel === 'online'} onSigned={reload} />
            )}
          />
          <Results key={`results-${turn}`} dossier={shown} onChanged={reload} />
          <Money key={`money-${turn}`} dossier={shown} onChanged={reload} />
        </div>
        <div class="stack">
          <Decide dossier={shown} wanted={query['task']} onChanged={reload} />
          {shown.landTax && <LandTax key={`land-${turn}`} dossier={shown} onChanged={reload} />}
          <Tasks dossier={shown} />
          <OtherActs dossier={shown} onChanged={reload} />
          {shown.handling === 'returned' && <Recall dossier={shown} onChanged={reload} />}
          <section class="panel stack">
            <h2>{w.history}</h2>
            <History key={`history-${turn}`} {...{ api, code, unitName, officerName }} />
          </section>
        </div>
      </div>
    </article>
  );
}
