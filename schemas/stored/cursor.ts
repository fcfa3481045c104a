import * as z from 'zod';
import { dossierCode } from '../codes/dossier-code.ts';
import { instantText } from '../instant.ts';

/**
 * A consumer's cursor in a dossier's ledger, as stored. Times of leases and retries are milliseconds, because
 * conditions compare them.
 */
export const storedCursor = z.object({
  /** The last entry that has taken effect; 0 before the first. */
  seq: z.int().min(0),
  /** The worker that holds the lease, and until when. */
  holder: z.string().optional(),
  heldUntil: z.number().optional(),
  /** An entry announced while a worker held the lease: that worker looks again before it releases it. */
  again: z.int().optional(),
  /** Set while its next effect fails: since when, how often, and when it is retried. */
  waitingSince: instantText.optional(),
  attempts: z.int().optional(),
  retryAt: z.number().optional(),
});
export type StoredCursor = z.infer<typeof storedCursor>;

/** `waiting`: retried automatically; `paused`: until the party is resumed; `refused`: only by an operator. */
export const waitingState = z
  .enum(['waiting', 'paused', 'refused'])
  .meta({ id: 'WaitingState', description: 'Why a dossier waits for an outside party (tình trạng chờ gửi)' });
export type WaitingState = z.infer<typeof waitingState>;

/** A dossier that waits for an outside party, as stored: a list for operators, ordered by `since`. */
export const storedWaiting = z.object({
  consumer: z.string(),
  dossier: dossierCode,
  since: instantText,
  attempts: z.int().min(0),
  state: waitingState,
  /** A code for what went wrong, which identifies nobody. */
  reason: z.string(),
  retryAt: instantText.nullable(),
  /** The last entry that has taken effect. */
  seq: z.int().min(0),
});
export type StoredWaiting = z.infer<typeof storedWaiting>;
