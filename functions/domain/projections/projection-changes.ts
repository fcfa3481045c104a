import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { DossierLabels } from '../../../schemas/stored/labels.ts';
import type { Outcome } from '../dossier/seal.ts';
import { type TallyChange, tallyChanges } from '../lists/open-tasks.ts';
import { type ListChanges, listChanges } from './list-entries.ts';
import { type DecisionMade, type TaskChanges, taskChanges } from './task-changes.ts';
import { type WorkChanges, workChanges } from './work-entries.ts';

/** What a command changes of everything that follows from ledgers: decided here once, written by every store alike. */
export interface ProjectionChanges {
  readonly tasks: TaskChanges;
  readonly lists: ListChanges;
  readonly work: WorkChanges;
  readonly counts: readonly TallyChange[];
}

/** What events change, between the head before them and the head after. */
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
  };
}
