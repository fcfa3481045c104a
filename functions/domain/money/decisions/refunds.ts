import { ProblemError } from '../../../../schemas/api/problem-error.ts';
import type { EventData } from '../../../../schemas/dossier/event.ts';
import type { DossierHead } from '../../../../schemas/dossier/head.ts';
import type { OpenRefund } from '../../../../schemas/money/account.ts';
import type { Dong } from '../../../../schemas/money/dong.ts';
import type { NewEvent } from '../../dossier/context.ts';
import { nothingHere } from '../../rights/judge.ts';
import { dong } from '../../wording/amounts.ts';
import { accountOf, refundableOf } from '../account/account-of.ts';

type DataOf<T extends EventData['type']> = Extract<EventData, { type: T }>;
export type RefundAsked = Omit<DataOf<'refundRequested'>, 'type'> & {
  /** What whoever asks believes can still go back: a stale belief is refused, so that nothing goes back twice. */
  readonly believed: Dong;
};

/** Asks that money goes back: what was paid too much, or the fee itself. */
export function requestRefund(head: DossierHead, { believed, ...asked }: RefundAsked): NewEvent {
  const refundable = refundableOf(accountOf(head), asked.of);
  if (refundable !== believed || asked.amount === 0 || asked.amount > refundable)
    throw new ProblemError(
      'refund-stale',
      {
        vi: `Số tiền còn có thể hoàn trả là ${dong(refundable)}. Hãy xem lại hồ sơ rồi đề nghị lại.`,
        en: `${refundable} đồng can still go back. Read the dossier again, and ask again.`,
      },
      { facts: { refundable } },
    );
  return eventOf({ type: 'refundRequested', ...asked });
}

/** Approves or refuses it: not the officer who asked, which the caller has made sure of. */
export function decideRefund(head: DossierHead, decided: Omit<DataOf<'refundDecided'>, 'type'>): NewEvent {
  demandRefund(head, decided.refund, 'asked');
  return eventOf({ type: 'refundDecided', ...decided });
}

/** The approved money was given or sent back. */
export function payRefund(head: DossierHead, paid: Omit<DataOf<'refundPaid'>, 'type'>): NewEvent {
  demandRefund(head, paid.refund, 'approved');
  return eventOf({ type: 'refundPaid', ...paid });
}

/** A refund of the dossier that waits for this; hidden where there is none, refused where it is past it. */
export function demandRefund(head: DossierHead, id: string, state: OpenRefund['state']): OpenRefund {
  const refund = accountOf(head).refunds.find(each => each.id === id);
  if (!refund) throw nothingHere();
  if (refund.state === state) return refund;
  throw new ProblemError(
    'state-conflict',
    refund.state === 'approved'
      ? { vi: 'Đề nghị hoàn trả này đã được duyệt.', en: 'This refund is already approved.' }
      : { vi: 'Đề nghị hoàn trả này chưa được duyệt.', en: 'This refund is not approved yet.' },
  );
}

const eventOf = (data: NewEvent['data']): NewEvent => ({ data, opens: [], closes: [] });
