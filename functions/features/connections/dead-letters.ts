import type { connectionOperations } from '../../../schemas/api/operations/connections.ts';
import { nudge } from '../../../schemas/nudge.ts';
import { nothingHere } from '../../domain/rights/judge.ts';
import { toRfc3339 } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import type { ConsumerQueue } from '../../records/consumers/consumer-queues.ts';
import { redriveWaiting } from '../../records/consumers/redrive-waiting.ts';
import type { ConnectionDeps } from './deps.ts';

type Operations = typeof connectionOperations;

function queueOf({ queueOf }: Pick<ConnectionDeps, 'queueOf'>, party: string): ConsumerQueue {
  const queue = queueOf(party);
  if (!queue) throw nothingHere();
  return queue;
}

/** A message's nudge; its members are null if it is malformed. */
function contentOf(body: string): { dossier: string | null; reached: number | null } {
  try {
    const { dossier, reached } = nudge.parse(JSON.parse(body));
    return { dossier, reached };
  } catch {
    return { dossier: null, reached: null };
  }
}

/** The dead letters of a party's worker. */
export async function getDeadLetters(
  deps: Pick<ConnectionDeps, 'queueOf'>,
  call: Call<Operations['getDeadLetters']>,
): Promise<Reply<Operations['getDeadLetters']>> {
  const queue = queueOf(deps, call.params.party);
  const { count, letters } = await queue.deadLetters();
  return {
    body: {
      queue: queue.name,
      count,
      messages: letters.map(({ body, sentAt }) => ({ ...contentOf(body), sentAt: toRfc3339(sentAt) })),
    },
  };
}

/** Retries now what waits for a party, and redrives its worker's dead letters. */
export async function redriveConnection(
  deps: Pick<ConnectionDeps, 'queueOf' | 'cursors'>,
  call: Call<Operations['redriveConnection']>,
): Promise<Reply<Operations['redriveConnection']>> {
  const { party } = call.params;
  const queue = queueOf(deps, party);
  const dead = await queue.redrive();
  const waiting = await redriveWaiting({ cursors: deps.cursors, nudge: queue.nudge }, party);
  return {
    body: { waiting: waiting.nudged, deadLetters: dead.moved, more: waiting.more || dead.more },
  };
}
