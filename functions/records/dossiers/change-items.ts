import type { DossierHead } from '../../../schemas/dossier/head.ts';
import { readTaskId } from '../../../schemas/dossier/task.ts';
import { type TaskTouch, taskChanges } from '../../domain/dossier/task-changes.ts';
import { machinePhaseOf, waitingTask } from '../../domain/dossier/waiting.ts';
import { isEnd } from '../../domain/lifecycle/states.ts';
import type { NamedWrite } from '../../kernel/table/transact.ts';
import { indexKeys, keys } from '../keys/keys.ts';
import type { Answer, DossierChange, DossierLabels } from './dossier-store.ts';

/** How long answers to idempotency keys are kept: 30 days, in seconds. */
export const ANSWER_KEPT = 30 * 24 * 3600;

/** The head as stored. Lists have entries of their own. */
export function headItem(head: DossierHead, labels: DossierLabels): Record<string, unknown> {
  return { ...keys.head(head.code), labels, head };
}

/** The writes of ledger entries: each entry is written once and never changed. */
export function eventWrites(table: string, change: Pick<DossierChange, 'outcome'>): NamedWrite[] {
  return change.outcome.events.map(event => ({
    name: 'version',
    write: {
      Put: {
        TableName: table,
        Item: { ...keys.event(event.dossier, event.seq), event },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    },
  }));
}

/** The writes of tasks opened, closed or touched by the events. */
export function taskWrites(
  table: string,
  change: Pick<DossierChange, 'outcome' | 'labels' | 'decision'>,
): NamedWrite[] {
  const { events, head } = change.outcome;
  const changes = taskChanges(events, head, change.labels, change.decision);
  const keyOf = (id: string) => keys.task(head.code, readTaskId(id)?.number ?? 0);
  const opened = changes.opened.map(
    (task): NamedWrite => ({
      name: 'version',
      write: { Put: { TableName: table, Item: { ...keyOf(task.id), task } } },
    }),
  );
  const closed = changes.closed.map(
    ({ id, closed, version }): NamedWrite => ({
      name: 'version',
      write: {
        Update: {
          TableName: table,
          Key: keyOf(id),
          UpdateExpression: 'SET task.closed = :closed, task.version = :version',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeValues: { ':closed': closed, ':version': version },
        },
      },
    }),
  );
  return [...opened, ...closed, ...touchWrites(table, changes.touched, keyOf)];
}

function touchWrites(
  table: string,
  touched: readonly TaskTouch[],
  keyOf: (id: string) => { pk: string; sk: string },
): NamedWrite[] {
  // One write an item: a transaction may name an item once.
  const merged = new Map<string, Omit<TaskTouch, 'id'>>();
  for (const { id, ...touch } of touched) merged.set(id, { ...merged.get(id), ...touch });
  return [...merged].map(([id, touch]) => {
    const sets = Object.keys(touch).map(field => `task.#${field} = :${field}`);
    return {
      name: 'version',
      write: {
        Update: {
          TableName: table,
          Key: keyOf(id),
          UpdateExpression: `SET ${sets.join(', ')}`,
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeNames: Object.fromEntries(Object.keys(touch).map(field => [`#${field}`, field])),
          ExpressionAttributeValues: Object.fromEntries(
            Object.entries(touch).map(([field, value]) => [`:${field}`, value]),
          ),
        },
      },
    };
  });
}

/** Marks the machine as behind its dossier, so that it is woken, by the sweeper if need be; nothing when it need not move. */
export function wakeWrites(table: string, before: DossierHead, after: DossierHead, at: string): NamedWrite[] {
  const moved =
    waitingTask(before)?.id !== waitingTask(after)?.id ||
    machinePhaseOf(before) !== machinePhaseOf(after) ||
    before.round !== after.round;
  if (!moved) return [];
  const { wakePk, wakeSk } = indexKeys.wake(after.code, at);
  return [
    {
      name: 'version',
      write: {
        Update: {
          TableName: table,
          Key: keys.machine(after.code),
          UpdateExpression: 'SET wakePk = :pk, wakeSk = :sk, ended = :ended',
          ExpressionAttributeValues: { ':pk': wakePk, ':sk': wakeSk, ':ended': isEnd(after.handling) },
        },
      },
    },
  ];
}

/** The write that binds a checked file to the dossier. A file belongs to one dossier. */
export function fileWrites(table: string, dossier: string, files: readonly string[]): NamedWrite[] {
  return [...new Set(files)].map(file => ({
    name: `file:${file}`,
    write: {
      Update: {
        TableName: table,
        Key: keys.file(file),
        UpdateExpression: 'SET dossier = :dossier REMOVE expiresAt',
        ConditionExpression: '#state = :checked AND (attribute_not_exists(dossier) OR dossier = :dossier)',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: { ':dossier': dossier, ':checked': 'checked' },
      },
    },
  }));
}

/** The write that keeps an answer for repeats of the request. `at` in milliseconds. */
export function answerWrites(table: string, answer: Answer | undefined, at: number): NamedWrite[] {
  if (!answer) return [];
  return [
    {
      name: 'answered',
      write: {
        Put: {
          TableName: table,
          Item: {
            ...keys.answered(answer.caller, answer.key),
            requestHash: answer.requestHash,
            status: answer.status,
            body: JSON.stringify(answer.body),
            expiresAt: Math.floor(at / 1000) + ANSWER_KEPT,
          },
          // Nothing is there, or a key that is free again after a refusal.
          ConditionExpression: 'attribute_not_exists(requestHash)',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        },
      },
    },
  ];
}
