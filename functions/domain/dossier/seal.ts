import type { Actor } from '../../../schemas/dossier/actor.ts';
import type { LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { CaseOutcome } from '../cases/case-kind.ts';
import { sealOnto } from '../cases/seal.ts';
import type { Instant } from '../vietnam-time.ts';
import type { NewEvent } from './context.ts';
import { dossierKind } from './dossier-kind.ts';

/** The result of a command: the entries to append and the head after them. */
export type Outcome = CaseOutcome<DossierHead, LedgerEvent>;

/** Numbers, dates and chains new events onto a dossier's ledger, and folds them into its head. */
export function sealEvents(
  place: { readonly code: string; readonly head: DossierHead | undefined },
  news: readonly NewEvent[],
  by: { readonly actor: Actor; readonly now: Instant },
): Outcome {
  return sealOnto(dossierKind, place, news, by);
}
