import type { Outcome } from '../../../functions/domain/dossier/seal.ts';
import { taskChanges } from '../../../functions/domain/projections/task-changes.ts';
import { sealTerms } from '../../../functions/domain/search/sealed-terms.ts';
import { dateOf } from '../../../functions/domain/vietnam-time.ts';
import { dynamoDossierStore } from '../../../functions/records/dossiers/dynamo-dossier-store.ts';
import type { Keyring } from '../../../functions/records/keyring/keyring.ts';
import { keys } from '../../../functions/records/keys/keys.ts';
import { workItem, workItemKey } from '../../../functions/records/lists/work-items.ts';
import { readTaskId } from '../../../schemas/dossier/task.ts';
import type { StoredTask } from '../../../schemas/stored/task.ts';
import { type Capture, captureWrites, type Item } from './capture.ts';
import type { DossierPlan } from './plan-day.ts';

/**
 * The items of a dossier as the store writes them: head, applicant, entries of lists, of work and of searches, the open tasks, the
 * entry of the register. Left out, because no list or search reads them: the ledger, closed tasks, the machine.
 */
export interface DossierItems {
  of(plan: DossierPlan, outcome: Outcome): Promise<Item[]>;
}

export function dossierItems(keyring: Keyring): DossierItems {
  const capture = captureWrites();
  const store = dynamoDossierStore(capture.table);
  return {
    async of(plan, outcome) {
      const { head } = outcome;
      const { procedure } = plan.procedure;
      const labels = { procedureName: procedure.name, field: procedure.field.name, duplicates: [] };
      const place = { agency: plan.receivingUnit, date: dateOf(plan.submittedAt) };
      await store.create(place, () => ({
        // As if it had come into the store as it is now: its entries are where they would have moved to.
        outcome: { events: [], head },
        applicant: plan.applicant,
        labels,
        foundBy: sealTerms(plan.applicant, keyring),
        files: [],
        answer: undefined,
      }));
      const machine = keys.machine(head.code).sk;
      const made = puts(capture).filter(({ sk }) => sk !== machine);
      return [...made, ...openTasks(outcome, labels), ...(await registered(capture, plan, outcome))];
    },
  };
}

const puts = (capture: Capture) =>
  capture.taken().flatMap(({ kind, item }) => (kind === 'Put' ? [item] : []));

/** Open tasks with the changes made to them since they were opened, and their entries. */
function openTasks({ events, head }: Outcome, labels: Parameters<typeof taskChanges>[2]): Item[] {
  if (head.tasks.length === 0) return [];
  const { opened, touched } = taskChanges(events, head, labels);
  return head.tasks.flatMap(({ id }) =>
    opened
      .filter(task => task.id === id)
      .flatMap(task => {
        const changes = touched.filter(touch => touch.id === id);
        const key = keys.task(head.code, readTaskId(id)?.number ?? 0);
        const now: StoredTask = Object.assign({ ...task }, ...changes);
        return [
          { ...key, task: now },
          { ...workItemKey(now), ...workItem(now) },
        ];
      }),
  );
}

async function registered(capture: Capture, plan: DossierPlan, { events, head }: Outcome): Promise<Item[]> {
  if (!head.result) return [];
  const { number } = head.result;
  const [year = ''] = /(?<=-KQ)\d{4}/.exec(number) ?? [];
  const labels = { procedureName: plan.procedure.procedure.name, field: '', duplicates: [] };
  const result = {
    number,
    agency: plan.competentUnit,
    year,
    count: plan.resultCount,
    key: `results/${number}.pdf`,
  };
  await dynamoDossierStore(capture.table).commit({
    before: head,
    outcome: { events: events.filter(({ data }) => data.type === 'resultIssued'), head },
    labels,
    result: { ...result, procedureName: labels.procedureName },
  });
  const key = keys.result(number);
  return puts(capture).filter(({ pk }) => pk === key.pk);
}

/** When a dossier was submitted, to count the numbers given out. */
export const numberKey = ({ receivingUnit, submittedAt }: DossierPlan) =>
  keys.dossierNumber(receivingUnit, dateOf(submittedAt));
