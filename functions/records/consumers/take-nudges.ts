import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { type Nudge, nudge } from '../../../schemas/nudge.ts';
import { failedMessages } from '../../kernel/queue/each-message.ts';

/** The nudges of a batch: one per dossier, for the last entry it reached, with the messages that carried it. */
export interface BatchedNudge {
  readonly nudge: Nudge;
  readonly messages: readonly string[];
}

/** Reads a batch of the queue; a malformed message is a failure and ends in the dead-letter queue. */
export function batchedNudges(event: SQSEvent): {
  readonly nudges: readonly BatchedNudge[];
  readonly unreadable: readonly string[];
} {
  const unreadable: string[] = [];
  const byDossier = new Map<string, BatchedNudge>();
  for (const { messageId, body } of event.Records) {
    const parsed = nudge.safeParse(parsedJson(body));
    if (!parsed.success) unreadable.push(messageId);
    else
      byDossier.set(parsed.data.dossier, joined(byDossier.get(parsed.data.dossier), parsed.data, messageId));
  }
  return { nudges: [...byDossier.values()], unreadable };
}

/** Works off a batch, one dossier after the other: one that fails is told of, delivered again, and stops no other. */
export async function eachNudge(
  event: SQSEvent,
  work: (nudge: Nudge) => Promise<unknown>,
  tell: (nudge: Nudge, error: unknown) => void,
): Promise<SQSBatchResponse> {
  const { nudges, unreadable } = batchedNudges(event);
  const failed = [...unreadable];
  for (const { nudge, messages } of nudges) {
    try {
      await work(nudge);
    } catch (error) {
      tell(nudge, error);
      failed.push(...messages);
    }
  }
  return failedMessages(failed);
}

function joined(earlier: BatchedNudge | undefined, given: Nudge, message: string): BatchedNudge {
  if (!earlier) return { nudge: given, messages: [message] };
  return {
    nudge: {
      dossier: given.dossier,
      reached: Math.max(earlier.nudge.reached, given.reached),
      ...((earlier.nudge.force || given.force) && { force: true }),
    },
    messages: [...earlier.messages, message],
  };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
