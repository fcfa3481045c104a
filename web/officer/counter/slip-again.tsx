import type { Answer } from '../../api/client.ts';
import { ReceiptFile } from '../../forms/receipt-file.tsx';
import { Failure } from '../../parts/failure.tsx';
import { useAnswer } from '../../parts/use-answer.ts';
import { useWords } from '../../wording/language.tsx';
import { useFormats } from '../../wording/use-formats.ts';
import { useDesk } from '../desk.tsx';
import { notOnBehalf } from './intake.ts';
import { Receipt } from './receipt.tsx';
import type { Visit } from './visit.ts';
import { words } from './words.ts';

/** The slip of a dossier once more, for whoever lost theirs: as the dossier stands now, and marked as printed again. */
export function SlipAgain({ code }: { readonly code: string }) {
  const w = useWords(words);
  const { api } = useDesk();
  const { instant } = useFormats();
  const dossier = useAnswer(api, 'getDossier', { params: { code } });
  const procedure = useAnswer(api, dossier.body && 'getProcedure', {
    params: { code: dossier.body?.procedure.code ?? '' },
    query: { version: dossier.body?.rules.procedureVersion ?? 1 },
  });
  const error = dossier.error ?? procedure.error;
  return (
    <div class="stack counter">
      <p class="row apart no-print">
        <a class="ds-link" href={`/officer/dossiers/${code}`}>
          ← {code}
        </a>
        <button type="button" class="ds-button" disabled={!procedure.body} onClick={() => globalThis.print()}>
          {w.print}
        </button>
      </p>
      {error !== undefined && <Failure error={error} again={dossier.reload} />}
      <div class="no-print">
        <ReceiptFile api={api} code={code} />
      </div>
      {dossier.body && procedure.body && (
        <Receipt
          visit={visitOf(dossier.body, procedure.body.procedure)}
          again={w.printedAgain(instant(new Date().toISOString()))}
        />
      )}
    </div>
  );
}

function visitOf(dossier: Answer<'getDossier'>, procedure: Answer<'getProcedure'>['procedure']): Visit {
  const { applicant, handedInBy, components, acceptedAt } = dossier;
  return {
    number: 1,
    kind: 'person',
    applicant: { name: applicant.name },
    onBehalf: { ...notOnBehalf, acts: handedInBy !== null, name: handedInBy?.name ?? '' },
    asks: false,
    dossiers: [
      {
        code: dossier.code,
        procedure,
        papers: components
          .filter(({ state }) => state === 'handedIn')
          .map(({ name, paperCopies, paperKind, files }) => ({
            name,
            copies: paperCopies,
            kind: paperKind,
            files: files.length,
          })),
        returnBy: dossier.returnBy,
        accepted: acceptedAt === null ? undefined : { at: acceptedAt, dossier: { dueOn: dossier.dueOn } },
        failure: undefined,
      },
    ],
  };
}
