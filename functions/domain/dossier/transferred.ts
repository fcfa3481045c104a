import type { EventData } from '../../../schemas/dossier/event.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';

type Transferred = Extract<EventData, { type: 'transferred' }>;

/** The changes to the head when an ended unit has handed over its part of the dossier. */
export function afterTransfer(head: DossierHead, data: Transferred, at: string): Partial<DossierHead> {
  const { ended, from, to, receiving, competent } = data;
  const holders = new Map(data.tasks.map(({ task, assignee }) => [task, assignee]));
  const promised = competent && head.clockStartedAt !== null;
  return {
    rules: { ...head.rules, organisationVersion: data.organisationVersion },
    receivingUnit: receiving ? to : head.receivingUnit,
    competentUnit: competent ? to : head.competentUnit,
    promisedBy: promised ? (head.promisedBy ?? from) : head.promisedBy,
    tasks: head.tasks.map(task => {
      const assignee = holders.get(task.id);
      return assignee === undefined ? task : { ...task, unit: to, assignee };
    }),
    // The holder before a wait began now works elsewhere, or is chosen anew by the successor.
    resumeWith: competent ? null : head.resumeWith,
    transfers: [
      ...head.transfers,
      { at, ended, from, to, receiving, competent, tasks: data.tasks.map(({ task }) => task) },
    ],
  };
}
