import type { EventData, LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { HandlingState } from '../../../schemas/dossier/states.ts';
import { closePause } from './pauses.ts';
import { waitingTask } from './waiting.ts';

/** What an entry changes of the head. */
export type Patch = Partial<DossierHead>;
type Promise_ = Extract<EventData, { type: 'accepted' }>['promise'];

export function promised(head: DossierHead, promise: Promise_): Patch {
  return {
    dueAt: promise.dueAt,
    dueOn: promise.dueOn,
    dueAlarms: promise.alarms,
    dueRevision: head.dueRevision + 1,
  };
}

export const noPromise: Patch = { dueAt: null, dueOn: null, dueAlarms: null };

export const notInterrupted: Patch = { resumeAt: null, resumeWith: null };

/**
 * A wait begins within a step: the dossier later returns to it, and to its holder. Where no officer began it, that is
 * who had the step.
 */
export function interrupted(head: DossierHead, event: LedgerEvent): Patch {
  const { actor } = event;
  const task = waitingTask(head);
  return {
    resumeAt: task?.step ?? null,
    resumeWith: actor.kind === 'officer' ? actor.id : (task?.assignee ?? null),
  };
}

/** The clock resumes after a pause, with the newly promised date. */
export function goesOn(head: DossierHead, event: LedgerEvent, promise: Promise_): Patch {
  return {
    handling: 'processing',
    ...notInterrupted,
    pauses: closePause(head.pauses, event.at),
    ...promised(head, promise),
  };
}

export function closing(event: LedgerEvent): Patch {
  return { closedAt: event.at, resumeAt: null };
}

/** An accepted dossier is in process once work on it begins. */
export function atWork(head: DossierHead): HandlingState {
  return head.handling === 'accepted' ? 'processing' : head.handling;
}
