import type { taskOperations } from '../../../schemas/api/operations/tasks.ts';
import { readTaskId } from '../../../schemas/dossier/task.ts';
import type { Asked } from '../../kernel/http/call.ts';
import { readAhead } from '../../kernel/table/read-ahead.ts';
import type { Table } from '../../kernel/table/table.ts';
import { keys } from '../../records/keys/keys.ts';

type Shown = Asked<(typeof taskOperations)['getTask']>;
type Decided = Asked<(typeof taskOperations)['decideTask']>;

/** A task is shown with the state of its dossier. */
export const aheadOfTask =
  (table: Table) =>
  ({ params }: Shown): void => {
    const place = readTaskId(params.id);
    if (place) readAhead(table, [keys.task(place.dossier, place.number), keys.head(place.dossier)]);
  };

/** A decision goes on to tell the machine that waits. Who applied is read with the ledger that vouches for them. */
export const aheadOfDecision =
  (table: Table) =>
  ({ params }: Decided): void => {
    const place = readTaskId(params.id);
    if (!place) return;
    const { dossier, number } = place;
    readAhead(table, [keys.task(dossier, number), keys.head(dossier), keys.machine(dossier)]);
  };
