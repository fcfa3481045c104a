import type { EventData } from '../../../../schemas/dossier/event.ts';
import type { DossierHead } from '../../../../schemas/dossier/head.ts';
import type { PlannedTask } from '../../../../schemas/dossier/task.ts';
import { type Dong, toDong } from '../../../../schemas/money/dong.ts';
import { accountOf, owedOf } from '../../money/account/account-of.ts';
import { toRfc3339 } from '../../vietnam-time.ts';
import type { DecisionContext, NewEvent } from '../context.ts';
import { backToStep } from '../enter-step.ts';
import { closePause } from '../pauses.ts';
import { promiseAfterPause, underPromise } from '../promise.ts';
import { closes } from './closing.ts';

/** Money that came in for a dossier. */
export type Received = Pick<
  Extract<EventData, { type: 'paid' }>,
  'amount' | 'method' | 'receipt' | 'gateway' | 'transaction' | 'reference'
>;

/**
 * Money came in. What is owed is paid from it, the rest is held; nothing that came is refused. If the fee is paid with
 * it, the dossier goes on from where it waited: the step opens and the clock resumes, or a result in the applicant’s
 * account is no longer held back.
 */
export function receivePayment(context: DecisionContext, received: Received): NewEvent[] {
  const { head } = context;
  const { applied, done } = appliedOf(head, received.amount);
  const paid = (promise: Extract<EventData, { type: 'paid' }>['promise']) =>
    ({ type: 'paid', ...received, promise, applied }) as const;
  const waiting = done ? head.tasks.find(task => task.phase === 'payment') : undefined;
  if (waiting && head.resumeAt !== null) return [stepOpened(context, waiting, head.resumeAt, paid)];
  const event: NewEvent = { data: paid(null), opens: [], closes: [] };
  const collection = done && received.method === 'online' ? heldBack(head) : undefined;
  if (!collection) return [event];
  const returned = { type: 'returned', how: 'electronic', receivedBy: null } as const;
  return [event, { data: returned, opens: [], closes: closes(collection, 'recordPayment') }];
}

/** How much of an amount goes towards the fee, and whether the fee is paid then. */
function appliedOf(head: DossierHead, amount: Dong): { readonly applied: Dong; readonly done: boolean } {
  if (head.amountDue === null && head.account === null && head.money === 'due')
    return { applied: amount, done: true };
  const owed = owedOf(accountOf(head));
  return { applied: toDong(Math.min(amount, owed)), done: owed > 0 && amount >= owed };
}

function stepOpened(
  context: DecisionContext,
  waiting: PlannedTask,
  step: string,
  paid: (promise: ReturnType<typeof promiseAfterPause>) => NewEvent['data'],
): NewEvent {
  const promise = promiseAfterPause(context, closePause(context.head.pauses, toRfc3339(context.now)));
  return {
    data: paid(promise),
    opens: [backToStep(underPromise(context, promise), step)],
    closes: closes(waiting, 'recordPayment'),
  };
}

/** The task at which a result in the applicant’s account waited for the fee alone; at a desk, the officer closes it. */
function heldBack({ returnBy, delivery, tasks }: DossierHead): PlannedTask | undefined {
  if (returnBy !== 'electronic' || delivery !== 'ready') return undefined;
  return tasks.find(({ phase }) => phase === 'collection');
}
