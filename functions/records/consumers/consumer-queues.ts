import type { SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import type { Nudge } from '../../../schemas/nudge.ts';
import { type DeadLetter, peekDeadLetters, redriveDeadLetters } from '../../kernel/queue/dead-letters.ts';
import { queueAddresses } from '../../kernel/queue/queue-addresses.ts';
import { sendAll } from '../../kernel/queue/send-all.ts';

/**
 * Addresses of the consumers' queues, by consumer; or of their dead-letter queues, for functions that redrive those.
 */
export const consumerQueuesEnvironment = z.object({ CONSUMER_QUEUES: queueAddresses });

export const deadLettersEnvironment = z.object({ CONSUMER_DEAD_LETTERS: queueAddresses });

/** The queue of a consumer, and its dead-letter queue. */
export interface ConsumerQueue {
  readonly name: string;
  nudge(nudges: readonly Nudge[]): Promise<void>;
  deadLetters(): Promise<{ readonly count: number; readonly letters: readonly DeadLetter[] }>;
  redrive(): Promise<{ readonly moved: number; readonly more: boolean }>;
}

/** The consumer a party belongs to: the party's name up to the first dot. */
export function consumerOf(party: string): string {
  return party.split('.')[0] ?? party;
}

/** The queue of the consumer a party belongs to; undefined for an unknown name. */
export function consumerQueues(
  client: Pick<SQSClient, 'send'>,
  addresses: Readonly<Record<string, string>>,
  deadLetters: Readonly<Record<string, string>> = {},
): (party: string) => ConsumerQueue | undefined {
  const queues = new Map(
    Object.entries(addresses).map(([name, to]): [string, ConsumerQueue] => {
      const from = deadLetters[name];
      const known = () => {
        if (from === undefined) throw new TypeError(`the dead letters of ${name} are not this function's`);
        return from;
      };
      return [
        name,
        {
          name,
          nudge: nudges => sendAll(client, to, nudges),
          deadLetters: () => peekDeadLetters(client, known()),
          redrive: () => redriveDeadLetters(client, { from: known(), to }),
        },
      ];
    }),
  );
  return party => queues.get(consumerOf(party));
}
