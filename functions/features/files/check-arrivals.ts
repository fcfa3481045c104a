import * as z from 'zod';
import { eachMessage } from '../../kernel/queue/each-message.ts';
import { type CheckDeps, checkUpload } from '../../records/files/check-upload.ts';
import { fileOfKey } from '../../records/files/upload-key.ts';

/** The event S3 sends through EventBridge when an object is created, as far as it is used. */
const arrival = z.object({ detail: z.object({ object: z.object({ key: z.string() }) }) });

export interface Checked {
  readonly checked: number;
  readonly refused: number;
  readonly passedOver: number;
  readonly failed: readonly string[];
}

/** Checks each arrival against its declaration. */
export async function checkArrivals(
  deps: CheckDeps,
  messages: readonly { readonly messageId: string; readonly body: string }[],
  tell: (messageId: string, error: unknown) => void = () => undefined,
): Promise<Checked> {
  const { done, failed } = await eachMessage(messages, ({ body }) => checkOne(deps, body), tell);
  const count = (wanted: Outcome) => done.filter(outcome => outcome === wanted).length;
  return { checked: count('checked'), refused: count('refused'), passedOver: count('passedOver'), failed };
}

/** A file cannot be judged yet. */
class InQuarantine extends Error {
  override readonly name = 'InQuarantine';
}

type Outcome = 'checked' | 'refused' | 'passedOver';

async function checkOne(deps: CheckDeps, body: string): Promise<Outcome> {
  const { detail } = arrival.parse(JSON.parse(body));
  const id = fileOfKey(decodeURIComponent(detail.object.key));
  const file = id === undefined ? undefined : await deps.files.find(id);
  if (file?.state !== 'declared' && file?.state !== 'quarantined') return 'passedOver';
  const outcome = await checkUpload(deps, file);
  // Delivered again by the queue until there is a verdict.
  if (outcome.state === 'quarantined') throw new InQuarantine(outcome.quarantine);
  return outcome.state === 'missing' ? 'passedOver' : outcome.state;
}
