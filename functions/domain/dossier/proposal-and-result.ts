import type { EventData } from '../../../schemas/dossier/event.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';

/** The result as the head keeps it. */
export const resultOf = ({
  number,
  sha256,
  size,
  validUntil,
}: Extract<EventData, { type: 'resultIssued' | 'resultReplaced' }>): DossierHead['result'] => ({
  number,
  sha256,
  size,
  ...(validUntil !== undefined && { validUntil }),
});

/** What is proposed or decided, as the head keeps it: the digest that signers name depends on these members. */
export const proposalOf = ({
  outcome,
  text,
  resultFile,
  validUntil,
}: Extract<EventData, { type: 'proposed' | 'decided' }>): DossierHead['proposal'] => ({
  outcome,
  text,
  resultFile,
  ...(validUntil !== undefined && { validUntil }),
});

/** A corrected result is handed over as the first one was; in the owner's account it is at once. */
export function replacedBy(
  head: DossierHead,
  data: Extract<EventData, { type: 'resultReplaced' }>,
): Pick<DossierHead, 'result' | 'delivery'> {
  return {
    result: resultOf(data),
    delivery: head.returnBy === 'electronic' ? head.delivery : 'ready',
  };
}
