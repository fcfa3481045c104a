import { ProblemError } from '../../../../schemas/api/problem-error.ts';
import type { DossierHead } from '../../../../schemas/dossier/head.ts';
import type { Dong } from '../../../../schemas/money/dong.ts';
import type { Gateway } from '../../../../schemas/money/gateway.ts';
import type { Words } from '../../../../schemas/words.ts';
import type { NewEvent } from '../../dossier/context.ts';
import { unclearOf } from '../../fees/unclear.ts';
import { type Instant, parseInstant, toRfc3339 } from '../../vietnam-time.ts';
import { accountOf, owedOf } from '../account/account-of.ts';
import { isOwed } from '../account/money-state.ts';

/** How long an online payment may take before it is asked for anew, in milliseconds. */
export const PAYMENT_LIFE = 24 * 60 * 60_000;

export interface Opening {
  readonly reference: string;
  readonly gateway: Gateway;
}

/** What is to be paid now, online; refuses where nothing is, or where the amount is counted first. */
export function payableNow(head: DossierHead): Dong {
  const unclear = unclearNow(head);
  if (unclear) throw new ProblemError('fee-unclear', unclear);
  const later = countedLater(head);
  if (later) throw new ProblemError('nothing-to-pay', later);
  const owed = owedOf(accountOf(head));
  if (owed > 0) return owed;
  throw new ProblemError('nothing-to-pay', {
    vi: 'Hồ sơ không còn khoản nào phải nộp.',
    en: 'Nothing is to be paid for this dossier.',
  });
}

/** That what is owed is known later, once it is counted or a relief is settled; undefined where it is known now. */
export function countedLater(
  head: Pick<DossierHead, 'account' | 'amountDue' | 'handling' | 'money' | 'reliefsAsked'>,
): Words | undefined {
  const { account, amountDue, handling, money, reliefsAsked } = head;
  if (handling === 'submitted' && reliefsAsked.length > 0 && isOwed(money)) return RELIEF_FIRST;
  if (account !== null || amountDue !== null || handling !== 'submitted' || money !== 'due') return undefined;
  return {
    vi: 'Mức thu tính theo số lượng: số tiền có khi cán bộ tiếp nhận hồ sơ.',
    en: 'The fee depends on a count: the amount is known when the dossier is accepted.',
  };
}

/** What keeps the fee from being paid online: the source leaves it unclear, and no officer has settled it yet. */
export function unclearNow({ fee, acceptedAt }: Pick<DossierHead, 'fee' | 'acceptedAt'>): Words | undefined {
  const settled = fee?.kind === 'unclear' && acceptedAt !== null;
  return settled ? undefined : unclearOf(fee);
}

/** The applicant is asked for what is owed; an earlier request that is still open is ended by it. */
export function openPayment(head: DossierHead, now: Instant, { reference, gateway }: Opening): NewEvent[] {
  const amount = payableNow(head);
  const open = accountOf(head).payment;
  const ended: NewEvent['data'][] = open ? [endingOf(open.reference, 'expired', null)] : [];
  const expiresAt = toRfc3339(now + PAYMENT_LIFE);
  return [...ended, { type: 'paymentOpened', reference, gateway, amount, expiresAt } as const].map(eventOf);
}

/** The request for payment is over without money; nothing where it is not open any more. */
export function endPayment(
  head: DossierHead,
  reference: string,
  ending: 'failed' | 'expired',
  code: string | null = null,
): NewEvent[] {
  if (accountOf(head).payment?.reference !== reference) return [];
  return [eventOf(endingOf(reference, ending, code))];
}

/** Whether a request that is open may still be paid. */
export function isExpired({ expiresAt }: { readonly expiresAt: string }, now: Instant): boolean {
  return parseInstant(expiresAt) <= now;
}

const RELIEF_FIRST: Words = {
  vi: 'Ông/bà đã đề nghị miễn, giảm phí, lệ phí: số tiền phải nộp có khi cán bộ tiếp nhận hồ sơ. Chưa phải nộp gì lúc này.',
  en: 'You asked for a relief of the fee: what is left to pay is known when the dossier is accepted. Nothing is to be paid now.',
};

const endingOf = (reference: string, ending: 'failed' | 'expired', code: string | null) =>
  ({ type: 'paymentEnded', reference, ending, code }) as const;

const eventOf = (data: NewEvent['data']): NewEvent => ({ data, opens: [], closes: [] });
