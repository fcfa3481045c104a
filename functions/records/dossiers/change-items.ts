import type { LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import { readTaskId } from '../../../schemas/dossier/task.ts';
import type { DossierLabels } from '../../../schemas/stored/labels.ts';
import { machinePhaseOf, waitingTask } from '../../domain/dossier/waiting.ts';
import { isEnd } from '../../domain/lifecycle/states.ts';
import type { ProjectionChanges } from '../../domain/projections/projection-changes.ts';
import type { TaskChanges } from '../../domain/projections/task-changes.ts';
import { DAY, dateOf, parseInstant } from '../../domain/vietnam-time.ts';
import type { Attributes, ItemWrite } from '../../kernel/table/item-write.ts';
import type { Answer } from '../commands/case-store.ts';
import { indexKeys, keys } from '../keys/keys.ts';
import { reconciliationKeys } from '../keys/reconciliation-keys.ts';
import { droppedAfter, TIME_TO_LIVE } from '../keys/table-design.ts';
import { listWrites } from '../lists/list-items.ts';
import { countWrites, workWrites } from '../lists/work-items.ts';
import { receiptWrites } from '../money/receipt-items.ts';
import { transferWrites } from '../money/transfer-items.ts';

/** How long answers to idempotency keys are kept. */
export const ANSWER_KEPT = 30 * DAY;

/** Why each write of a change may fail: each has a refusal of its own. */
export type Cause = 'version' | 'answered' | 'number' | 'quota' | { readonly file: string };

/**
 * The head as stored; lists have entries of their own. Members that the release before does not
 * know are left out while they say nothing: it refuses a head with a member it does not know, and
 * goes on serving while it is replaced.
 */
export function headItem(
  { interests, reliefsAsked, ...head }: DossierHead,
  labels: DossierLabels,
): Attributes {
  const said = Object.entries(head).filter(([name, value]) => value !== null || !YOUNGEST.has(name));
  const lists = {
    ...(interests.length > 0 && { interests }),
    ...(reliefsAsked.length > 0 && { reliefsAsked }),
  };
  return { labels, head: { ...Object.fromEntries(said), ...lists } };
}

/** Members that are null while they say nothing, and that the release before does not know. */
const YOUNGEST: ReadonlySet<string> = new Set<keyof DossierHead>([
  'account',
  'landTax',
  'signature',
  'registration',
  'resultChange',
  'correction',
  'resultRevokedAt',
  'archive',
  'legalHold',
  'reused',
]);

/** The writes of ledger entries: each entry is written once and never changed. */
export function eventWrites(events: readonly LedgerEvent[]): ItemWrite<Cause>[] {
  return events.map(event => ({
    refusal: 'version',
    key: keys.event(event.dossier, event.seq),
    change: { put: { event } },
    when: { exists: false },
  }));
}

/** How long the mark of a changed dossier is kept, in seconds: longer than the comparison is ever late. */
const CHANGED_KEPT = 60 * DAY;

/** The mark that a dossier changed on a day, written with its first change of that day. */
export function changedWrites(before: DossierHead | undefined, after: DossierHead): ItemWrite<Cause>[] {
  const at = parseInstant(after.updatedAt);
  const day = dateOf(at);
  if (before && dateOf(parseInstant(before.updatedAt)) === day) return [];
  return [
    {
      refusal: 'version',
      key: reconciliationKeys.changed(day, after.code),
      change: { put: droppedAfter(at + CHANGED_KEPT) },
    },
  ];
}

/** The writes of everything that follows from the events. */
export function projectionWrites(dossier: string, changes: ProjectionChanges): ItemWrite<Cause>[] {
  return [
    ...listWrites(changes.lists),
    ...workWrites(changes.work),
    ...countWrites(dossier, changes.counts),
    ...taskWrites(changes.tasks),
    ...transferWrites(changes.money),
    ...receiptWrites(changes.receipts),
  ];
}

/** The key of a task by its id. */
export function taskKey(id: string) {
  const { dossier = '', number = 0 } = readTaskId(id) ?? {};
  return keys.task(dossier, number);
}

/** The writes of tasks opened, closed or touched. */
function taskWrites({ opened, closed, touched }: TaskChanges): ItemWrite<Cause>[] {
  const change = (id: string, members: object): ItemWrite<Cause> => ({
    refusal: 'version',
    key: taskKey(id),
    change: {
      set: Object.fromEntries(Object.entries(members).map(([name, value]) => [`task.${name}`, value])),
    },
    when: { exists: true },
  });
  return [
    ...opened.map(
      (task): ItemWrite<Cause> => ({ refusal: 'version', key: taskKey(task.id), change: { put: { task } } }),
    ),
    ...closed.map(({ id, closed, version }) => change(id, { closed, version })),
    ...touched.map(({ id, ...members }) => change(id, members)),
  ];
}

/**
 * Marks the machine as behind its dossier, so that it is woken, by the sweeper if necessary; nothing if it need not
 * move. When the machine itself brings a result, it continues from there: it is no longer behind, and its token is
 * spent.
 */
export function wakeWrites(before: DossierHead, after: DossierHead, at: string): ItemWrite<Cause>[] {
  const moved =
    waitingTask(before)?.id !== waitingTask(after)?.id ||
    machinePhaseOf(before) !== machinePhaseOf(after) ||
    before.round !== after.round;
  if (!moved) return [];
  const stands = { ended: isEnd(after.handling), openTask: waitingTask(after)?.id ?? null };
  const issued = machinePhaseOf(before) === 'issue' && before.round === after.round;
  const change = issued
    ? { set: stands, drop: ['token', 'waitingOn', 'wakePk', 'wakeSk'] }
    : { set: { ...stands, ...indexKeys.wake(after.code, at) } };
  return [{ refusal: 'version', key: keys.machine(after.code), change }];
}

/** The writes that bind checked files to the dossier. A file belongs to one dossier only. */
export function fileWrites(dossier: string, files: readonly string[]): ItemWrite<Cause>[] {
  return [...new Set(files)].map(file => ({
    refusal: { file },
    key: keys.file(file),
    change: { set: { dossier }, drop: [TIME_TO_LIVE] },
    when: { equals: { state: 'checked' }, freeFor: { dossier } },
  }));
}

/** The write that keeps an answer for repeats of the request. `at` in milliseconds. */
export function answerWrites(answer: Answer | undefined, at: number): ItemWrite<Cause>[] {
  if (!answer) return [];
  const { caller, key, requestHash, status, body } = answer;
  return [
    {
      refusal: 'answered',
      key: keys.answered(caller, key),
      change: {
        put: { requestHash, status, body: JSON.stringify(body), ...droppedAfter(at + ANSWER_KEPT) },
      },
      // There is no item, or the key was freed again after a refusal.
      when: { without: ['requestHash'] },
      showsFound: true,
    },
  ];
}

/** Increments a count unless someone else did in the meantime; a failure returns the current count. */
export function numberWrite(key: ItemWrite['key'], taken: number): ItemWrite<Cause> {
  return {
    refusal: 'number',
    key,
    change: { set: { count: taken + 1 } },
    when: taken === 0 ? { exists: false } : { equals: { count: taken } },
    showsFound: true,
  };
}
