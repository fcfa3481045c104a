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

/** A decision also tells the waiting machine; a result that will be printed names its applicant. */
export const aheadOfDecision =
  (table: Table) =>
  ({ params, body }: Decided): void => {
    const place = readTaskId(params.id);
    if (!place) return;
    const { dossier, number } = place;
    const printed =
      (body.decision === 'approve' || body.decision === 'refuse') && body.resultFile === undefined;
    readAhead(table, [
      keys.task(dossier, number),
      keys.head(dossier),
      keys.machine(dossier),
      ...(printed ? [keys.applicant(dossier)] : []),
    ]);
  };
