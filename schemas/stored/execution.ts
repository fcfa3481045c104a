import * as z from 'zod';
import { instantText } from '../instant.ts';
import { placed } from './places.ts';

const known = {
  round: z.int().min(1),
  /** The last round whose execution was recorded as started; 0 before the first. */
  startedRound: z.int().min(0).default(0),
  /** The last round whose execution began to wait: it was started, whether recorded or not. */
  waitingRound: z.int().min(0).default(0),
  /** The task the machine waits on, with the token that resumes it. */
  waitingOn: z.string().optional(),
  token: z.string().optional(),
  /** Set while the dossier is ahead of its machine; the sort key of the list of machines to wake. */
  wakeSk: z.string().optional(),
};

/**
 * The registry's record of the execution that carries a dossier. The token is a secret: it is only ever sent to Step
 * Functions.
 */
export const machineRecord = z.object(known).transform(({ waitingRound, startedRound, ...record }) => ({
  ...record,
  startedRound: Math.max(startedRound, waitingRound),
}));
export type MachineRecord = z.infer<typeof machineRecord>;

/** The record as stored. */
export const machineItem = placed({
  ...known,
  /** Whether the dossier has ended. */
  ended: z.boolean().optional(),
  /** The task the dossier waits on, null for none; absent in records from before 2026-12. */
  openTask: z.string().nullable().optional(),
  waitingSince: instantText.optional(),
});
