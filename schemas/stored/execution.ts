import * as z from 'zod';
import { instantText } from '../instant.ts';
import { placed } from './places.ts';

/** What is known of the execution that carries a dossier. The token is a secret: it leaves this record only towards Step Functions. */
export const machineRecord = z.object({
  round: z.int().min(1),
  /** The round whose execution was started; 0 before the first. */
  startedRound: z.int().min(0).default(0),
  /** The task the machine waits on, with the token that lets it go on. */
  waitingOn: z.string().optional(),
  token: z.string().optional(),
  /** Set while the dossier is ahead of its machine; the sort key of the list of machines to wake. */
  wakeSk: z.string().optional(),
});
export type MachineRecord = z.infer<typeof machineRecord>;

/** The record as it is kept. */
export const machineItem = placed({
  ...machineRecord.shape,
  /** Whether the dossier is at its end. */
  ended: z.boolean().optional(),
  waitingRound: z.int().min(1).optional(),
  waitingSince: instantText.optional(),
});
