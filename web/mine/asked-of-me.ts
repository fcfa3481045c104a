import type { DeliveryState, HandlingState, MoneyState } from '../api/generated.ts';

/** What an applicant is asked to do: now, or (`payLater`) some time before the result. */
export type Asked = 'supplement' | 'pay' | 'obligation' | 'payToCollect' | 'collect' | 'payLater';

interface Asking {
  readonly handling: HandlingState;
  readonly money: MoneyState;
  readonly delivery: DeliveryState;
}

/** The states of handling in which somebody may be asked for something now. */
export const ASKING_STATES = 'supplementing,awaitingPayment,decided';

/** Whether a fee, or a part of it, is still to be paid: also where a payment was begun, or did not succeed. */
export const isOwed = (money: MoneyState): boolean =>
  money === 'due' || money === 'pending' || money === 'failed';

/** What the state of a dossier asks of its applicant. */
export function askedOf({ handling, money, delivery }: Asking): Asked | undefined {
  if (handling === 'supplementing') return 'supplement';
  // Without a fee it is another sum: the tax office asks for it, or is about to.
  if (handling === 'awaitingPayment') return isOwed(money) ? 'pay' : 'obligation';
  if (handling === 'decided') {
    if (isOwed(money)) return 'payToCollect';
    return delivery === 'ready' ? 'collect' : undefined;
  }
  if (delivery === 'recalled') return 'collect';
  const goesOn = handling === 'submitted' || handling === 'accepted' || handling === 'processing';
  return goesOn && isOwed(money) ? 'payLater' : undefined;
}

/** Whether the dossier waits for the applicant. */
export const waitsForMe = (dossier: Asking): boolean => {
  const asked = askedOf(dossier);
  return asked !== undefined && asked !== 'payLater';
};
