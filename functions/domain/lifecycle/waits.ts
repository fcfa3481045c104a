import type { PlannedTask } from '../../../schemas/dossier/task.ts';

/** A decision as an officer names it at a task. */
export type TaskDecision =
  | 'accept'
  | 'requestSupplement'
  | 'decline'
  | 'recordSupplement'
  | 'recordPayment'
  | 'forward'
  | 'sendBack'
  | 'approve'
  | 'refuse'
  | 'consult'
  | 'extend'
  | 'signApology'
  | 'returnApology'
  | 'confirmChange'
  | 'returnChange'
  | 'pause'
  | 'resume'
  | 'stop'
  | 'giveOpinion'
  | 'proceed'
  | 'seal'
  | 'handOver';

/**
 * The decisions of each wait, apart from what the workflow adds: steps and signatures take theirs from the workflow's
 * data.
 */
export const decisionsOfPhase: Readonly<Record<PlannedTask['phase'], readonly TaskDecision[]>> = {
  reception: ['accept', 'requestSupplement', 'decline', 'recordPayment'],
  // Before acceptance a dossier is declined, afterwards it is stopped.
  supplement: ['recordSupplement', 'decline', 'stop'],
  payment: ['recordPayment', 'stop'],
  step: [
    'forward',
    'sendBack',
    'approve',
    'refuse',
    'requestSupplement',
    'consult',
    'pause',
    'extend',
    'stop',
  ],
  signature: ['approve', 'refuse', 'sendBack', 'requestSupplement', 'pause', 'extend', 'stop'],
  consultations: ['proceed', 'stop'],
  consultation: ['giveOpinion'],
  apology: ['signApology', 'returnApology'],
  resultChange: ['confirmChange', 'returnChange'],
  others: ['resume', 'stop'],
  seal: ['seal'],
  collection: ['recordPayment', 'handOver'],
};
