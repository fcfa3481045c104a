import type { Answer } from '../../api/client.ts';
import { useWords } from '../../wording/language.tsx';
import { useFormats } from '../../wording/use-formats.ts';
import { words } from './words.ts';

/** What waits to be confirmed: the proposal that a signer signs, or an extension with its apology. */
export function Proposed({
  task,
}: {
  readonly task: Pick<Answer<'getTask'>, 'proposal' | 'extension' | 'phase'>;
}) {
  const w = useWords(words);
  const { weekday } = useFormats();
  const { proposal, extension, phase } = task;
  return (
    <>
      {proposal && (
        <section class="proposal stack" aria-label={w.proposal}>
          <h3>
            {w.proposal}: {proposal.outcome === 'granted' ? w.granted : w.refused}
          </h3>
          <p class="pre">{proposal.text}</p>
          <p class="note">
            {w.digest}: <code>{proposal.digest.slice(0, 16)}…</code>
          </p>
          {phase === 'signature' && <p class="note">{w.signerHint}</p>}
        </section>
      )}
      {extension && (
        <section class="proposal stack" aria-label={w.extension}>
          <h3>
            {w.extension}: {weekday(extension.newDueOn)}
          </h3>
          <p class="pre">{extension.reason}</p>
          <p class="pre">{extension.apology}</p>
        </section>
      )}
    </>
  );
}
