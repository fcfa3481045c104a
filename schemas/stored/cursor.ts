import * as z from 'zod';
import { dossierCode } from '../codes/dossier-code.ts';
import { instantText } from '../instant.ts';

/**
 * How far a consumer has read a dossier's ledger, as stored. Times of leases and retries are milliseconds, which
 * conditions compare.
 */
export const storedCursor = z.object({
  /** The last entry whose effect is done; 0 before the first. */
  seq: z.int().min(0),
  /** The worker that has it in hand, and until when. */
  holder: z.string().optional(),
  heldUntil: z.number().optional(),
  /** An entry that was told of while a worker had it in hand: that worker looks again before it lets go. */
  again: z.int().optional(),
  /** Set while its next effect could not be had: since when, how often it failed, and when it is tried again. */
  waitingSince: instantText.optional(),
  attempts: z.int().optional(),
  retryAt: z.number().optional(),
});
export type StoredCursor = z.infer<typeof storedCursor>;

/** `waiting`: tried again by itself; `paused`: until somebody resumes the party; `refused`: only by an operator. */
export const waitingState = z
  .enum(['waiting', 'paused', 'refused'])
  .meta({ id: 'WaitingState', description: 'Why a dossier waits for an outside party (tình trạng chờ gửi)' });
export type WaitingState = z.infer<typeof waitingState>;

/** A dossier that waits for an outside party, as stored: a list for operators, in the order of `since`. */
export const storedWaiting = z.object({
  consumer: z.string(),
  dossier: dossierCode,
  since: instantText,
  attempts: z.int().min(0),
  state: waitingState,
  /** A word for what went wrong, which names nobody. */
  reason: z.string(),
  retryAt: instantText.nullable(),
  /** The last entry whose effect is done. */
  seq: z.int().min(0),
});
export type StoredWaiting = z.infer<typeof storedWaiting>;
