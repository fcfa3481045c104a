import type { PlannedTask } from '../../../../schemas/dossier/task.ts';
import type { DecisionContext, NewEvent } from '../context.ts';
import { extendedPromise, standingExtension } from '../extension.ts';
import { demandNamed } from '../proposal.ts';
import { closes } from './closing.ts';

/**
 * The apology is signed (form 04): only now is the promised date moved, once. The signer names what they sign by its
 * digest.
 */
export function signApology(
  context: DecisionContext,
  task: PlannedTask,
  body: { proposal?: string | undefined },
): NewEvent[] {
  const { reason, apology, newDueOn } = demandNamed(standingExtension(context.head), body.proposal);
  const promise = extendedPromise(context, { reason, apology, newDueOn });
  return [
    {
      data: { type: 'extended', reason, apology, promise, previousDueAt: context.head.dueAt ?? '' },
      opens: [],
      closes: closes(task, 'signApology'),
    },
  ];
}

/** The signer returns the apology: the date stays, and the reason goes to the officer who proposed it. */
export function returnApology(_: DecisionContext, task: PlannedTask, body: { reason: string }): NewEvent[] {
  return [
    {
      data: { type: 'extensionReturned', reason: body.reason },
      opens: [],
      closes: closes(task, 'returnApology'),
    },
  ];
}
