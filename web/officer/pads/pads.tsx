import { useEffect, useState } from 'preact/hooks';
import { Failure } from '../../parts/failure.tsx';
import { useAnswer } from '../../parts/use-answer.ts';
import { useWords } from '../../wording/language.tsx';
import { useDesk } from '../desk.tsx';
import { PadCard } from './pad-card.tsx';
import { PairPad } from './pair-pad.tsx';
import { words } from './words.ts';

/** How often the pads are looked at, in milliseconds. */
export const EVERY = 2000;

/** The signing pads of the unit: pairing tablets, what waits on each, ending a pairing. */
export function Pads() {
  const w = useWords(words);
  const { api, me } = useDesk();
  const unit = me.unit?.code;
  const [turn, setTurn] = useState(0);
  const asked = unit === undefined ? undefined : 'listPads';
  const { body, error, reload } = useAnswer(api, asked, { params: { code: unit ?? '' } }, { every: EVERY });
  useEffect(() => {
    document.title = `${w.title} – Một Cửa`;
  }, []);
  return (
    <div class="stack">
      <h1>{w.title}</h1>
      <p class="prose">{w.lead}</p>
      {unit !== undefined && (
        <PairPad
          key={turn}
          unit={unit}
          pads={body?.items ?? []}
          onPaired={reload}
          onDone={() => setTurn(before => before + 1)}
        />
      )}
      <h2>{w.pads}</h2>
      {error !== undefined && <Failure error={error} again={reload} />}
      {body?.items.length === 0 && <p class="panel">{w.none}</p>}
      <ul class="list">
        {body?.items.map(pad => (
          <PadCard key={pad.id} pad={pad} onChanged={reload} />
        ))}
      </ul>
    </div>
  );
}
