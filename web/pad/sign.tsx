import { useState } from 'preact/hooks';
import type { Body, Client } from '../api/client.ts';
import { Failure } from '../parts/failure.tsx';
import { useAction } from '../parts/use-action.ts';
import { useWords } from '../wording/language.tsx';
import { DocumentText } from './document.tsx';
import { InkField } from './ink-field.tsx';
import type { PadKey } from './pad-key.ts';
import { FEWEST_POINTS, type Strokes } from './strokes.ts';
import { useIdle } from './use-idle.ts';
import type { Waiting } from './use-look.ts';
import { words } from './words.ts';

/** Nobody has touched the pad for so long: who read here has left. */
const LEFT = 3 * 60_000;

export type Outcome = Body<'answerOnPad'>['outcome'];

/** A document with the field to sign it in. */
export function Sign(props: {
  readonly api: Client;
  readonly pad: PadKey;
  readonly waiting: Waiting;
  readonly onDone: (outcome: Outcome) => void;
}) {
  const { api, pad, waiting, onDone } = props;
  const w = useWords(words);
  const [turn, setTurn] = useState(0);
  const [ink, setInk] = useState<{ readonly strokes?: Strokes; readonly count: number }>({ count: 0 });
  const { id: request, documentHash } = waiting;
  const send = async (body: Body<'answerOnPad'>) => {
    await api.ask('answerOnPad', { body });
    onDone(body.outcome);
  };
  const done = useAction(async () => {
    if (!ink.strokes) return;
    const drawing = ink.strokes.drawing();
    await send({ outcome: 'signed', pad, request, documentHash, drawing });
  });
  const decline = useAction(() => send({ outcome: 'declined', pad, request }));
  useIdle(LEFT, () => {
    void api.ask('answerOnPad', { body: { outcome: 'left', pad, request } }).catch(() => undefined);
    onDone('left');
  });
  const busy = done.busy || decline.busy;
  const error = done.error ?? decline.error;
  return (
    <div class="signing">
      <DocumentText document={waiting.document} />
      <section class="panel stack" aria-label={w.read}>
        <p>
          <strong>{w.here(waiting.document.signer.name)}</strong>
        </p>
        <InkField turn={turn} onInk={strokes => setInk({ strokes, count: strokes.count })} />
        <p class="note">{w.means}</p>
        {error !== undefined && <Failure error={error} />}
        <div class="row pad-buttons">
          <button
            type="button"
            class="ds-button"
            disabled={busy || ink.count < FEWEST_POINTS}
            onClick={() => void done.run()}
          >
            {w.done}
          </button>
          <button
            type="button"
            class="ds-button"
            data-variant="secondary"
            disabled={busy}
            onClick={() => setTurn(before => before + 1)}
          >
            {w.again}
          </button>
          <button
            type="button"
            class="ds-button push"
            data-variant="tertiary"
            disabled={busy}
            onClick={() => void decline.run()}
          >
            {w.decline}
          </button>
        </div>
      </section>
    </div>
  );
}
