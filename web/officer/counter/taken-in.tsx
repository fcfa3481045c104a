import { useEffect, useRef } from 'preact/hooks';
import { ReceiptFile } from '../../forms/receipt-file.tsx';
import { Failure } from '../../parts/failure.tsx';
import { useWords } from '../../wording/language.tsx';
import { useDesk } from '../desk.tsx';
import { SignOnPad } from '../pads/sign-on-pad.tsx';
import type { Visit } from './visit.ts';
import { words } from './words.ts';

/** What came of the last dossier, and what comes next: another one of the same person, or the next person. */
export function TakenIn(props: {
  readonly visit: Visit;
  readonly onAnother: () => void;
  readonly onNext: () => void;
}) {
  const w = useWords(words);
  const { api } = useDesk();
  const last = props.visit.dossiers.at(-1);
  const print = useRef<HTMLButtonElement>(null);
  useEffect(() => print.current?.focus(), []);
  if (!last) return null;
  const told = last.accepted
    ? w.acceptedAs(last.code)
    : last.failure === undefined
      ? w.recordedAs(last.code)
      : w.notAccepted(last.code);
  return (
    <section class="panel stack no-print">
      <p role="status">
        <strong>{told}</strong>{' '}
        <a class="ds-link" href={`/officer/dossiers/${last.code}`}>
          {w.open}
        </a>
      </p>
      {last.failure !== undefined && <Failure error={last.failure} />}
      {last.accepted && (
        <ReceiptFile
          api={api}
          code={last.code}
          beside={form => (
            <SignOnPad code={last.code} form={form} online={false} onSigned={() => undefined} />
          )}
        />
      )}
      <div class="row">
        <button ref={print} type="button" class="ds-button" onClick={() => globalThis.print()}>
          {w.print}
        </button>
        <button type="button" class="ds-button" data-variant="secondary" onClick={props.onAnother}>
          {w.another}
        </button>
        <button type="button" class="ds-button" data-variant="secondary" onClick={props.onNext}>
          {w.next}
        </button>
      </div>
    </section>
  );
}
