import * as z from 'zod';
import { instantText } from '../instant.ts';
import { placed } from './places.ts';

const known = {
  round: z.int().min(1),
  /** The round whose execution was noted as started; 0 before the first. */
  startedRound: z.int().min(0).default(0),
  /** The round whose execution came to wait last: it was started, noted or not. */
  waitingRound: z.int().min(0).default(0),
  /** The task the machine waits on, with the token that lets it go on. */
  waitingOn: z.string().optional(),
  token: z.string().optional(),
  /** Set while the dossier is ahead of its machine; the sort key of the list of machines to wake. */
  wakeSk: z.string().optional(),
};

/** What is known of the execution that carries a dossier. The token is a secret: it leaves this record only towards Step Functions. */
export const machineRecord = z.object(known).transform(({ waitingRound, startedRound, ...record }) => ({
  ...record,
  startedRound: Math.max(startedRound, waitingRound),
}));
export type MachineRecord = z.infer<typeof machineRecord>;

/** The record as it is kept. */
export const machineItem = placed({
  ...known,
  /** Whether the dossier is at its end. */
  ended: z.boolean().optional(),
  /** The task on which the dossier waits, null for none; absent in records of before 2026-12. */
  openTask: z.string().nullable().optional(),
  waitingSince: instantText.optional(),
});
