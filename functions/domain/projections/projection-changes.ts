import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { Transfer } from '../../../schemas/money/transfer.ts';
import type { DossierLabels } from '../../../schemas/stored/labels.ts';
import type { KeptReceipt } from '../../../schemas/stored/receipt.ts';
import type { Outcome } from '../dossier/seal.ts';
import { type TallyChange, tallyChanges } from '../lists/open-tasks.ts';
import { type ListChanges, listChanges } from './list-entries.ts';
import { moneyReceipts } from './money-receipts.ts';
import { moneyTransfers } from './money-transfers.ts';
import { type DecisionMade, type TaskChanges, taskChanges } from './task-changes.ts';
import { type WorkChanges, workChanges } from './work-entries.ts';

/** The changes a command makes to everything derived from ledgers: decided here once, written by every store alike. */
export interface ProjectionChanges {
  readonly tasks: TaskChanges;
  readonly lists: ListChanges;
  readonly work: WorkChanges;
  readonly counts: readonly TallyChange[];
  readonly money: readonly Transfer[];
  readonly receipts: readonly KeptReceipt[];
}

/** The changes caused by events, between the heads before and after them. */
export function projectionChanges(
  before: DossierHead | undefined,
  outcome: Outcome,
  labels: DossierLabels,
  decision?: DecisionMade,
): ProjectionChanges {
  const { events, head } = outcome;
  return {
    tasks: taskChanges(events, head, labels, decision),
    lists: listChanges(before, head, labels),
    work: workChanges(before, outcome, labels),
    counts: tallyChanges(before, head),
    money: moneyTransfers(before, events),
    receipts: moneyReceipts(events),
  };
}
