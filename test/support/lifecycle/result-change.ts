import {
  confirmChange,
  proposeChange,
  standingChange,
} from '../../../functions/domain/dossier/decisions/change-result.ts';
import type { PaperDossier } from './paper-dossier.ts';

type Change = Parameters<typeof proposeChange>[1];

/** A revocation that the holder asked for. */
export const revocation = { kind: 'revoke', ground: 'holderAsks', reason: 'Theo đơn' } satisfies Change;

/** Proposes a change of the result and signs it. */
export const changeResult = (paper: PaperDossier, change: Change): PaperDossier =>
  signChange(paper.enter(proposeChange(paper.context, change)));

/** Signs the change that was proposed. */
export function signChange(paper: PaperDossier): PaperDossier {
  const task = paper.head.tasks.find(({ phase }) => phase === 'resultChange');
  if (!task) throw new Error('no task to sign at');
  return paper.enter(confirmChange(paper.context, task, { proposal: standingChange(paper.head)?.digest }));
}
