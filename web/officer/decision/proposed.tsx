import type { Answer } from '../../api/client.ts';
import { OpenButton } from '../../parts/open-button.tsx';
import { useWords } from '../../wording/language.tsx';
import { changeWords } from '../../wording/result-changes.ts';
import { useFormats } from '../../wording/use-formats.ts';
import { useDesk } from '../desk.tsx';
import { words } from './words.ts';

/**
 * What waits to be confirmed: the proposal that a signer signs, an extension with its apology, or a change of the
 * result.
 */
export function Proposed({
  task,
}: {
  readonly task: Pick<Answer<'getTask'>, 'dossier' | 'proposal' | 'extension' | 'resultChange' | 'phase'>;
}) {
  const w = useWords(words);
  const { weekday } = useFormats();
  const changes = useWords(changeWords);
  const { proposal, extension, resultChange, phase } = task;
  return (
    <>
      {proposal && (
        <section class="proposal stack" aria-label={w.proposal}>
          <h3>
            {w.proposal}: {proposal.outcome === 'granted' ? w.granted : w.refused}
          </h3>
          <p class="pre">{proposal.text}</p>
          {proposal.validUntil && (
            <p>
              {w.validUntil}: {weekday(proposal.validUntil)}
            </p>
          )}
          <ProposedFile code={task.dossier} id={proposal.resultFile} />
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
      {resultChange && (
        <section class="proposal stack" aria-label={changes.kinds[resultChange.kind]}>
          <h3>{changes.kinds[resultChange.kind]}</h3>
          <p>
            {w.ground}: {changes.grounds[resultChange.kind][resultChange.ground] ?? resultChange.ground}
          </p>
          <p class="pre">{resultChange.reason}</p>
          {resultChange.text && <p class="pre">{resultChange.text}</p>}
          <ProposedFile code={task.dossier} id={resultChange.resultFile} />
          <p class="note">
            {w.digest}: <code>{resultChange.digest.slice(0, 16)}…</code>
          </p>
          <p class="note">{w.signerHint}</p>
        </section>
      )}
    </>
  );
}

/** The result as a file, to be read before it is signed. */
function ProposedFile({ code, id }: { readonly code: string; readonly id: string | null }) {
  const w = useWords(words);
  const { api } = useDesk();
  if (id === null) return null;
  const linkOf = async () => (await api.get('openFile', { params: { code, id } })).url;
  return (
    <div>
      <OpenButton label={w.openResult} about={code} linkOf={linkOf} />
    </div>
  );
}
