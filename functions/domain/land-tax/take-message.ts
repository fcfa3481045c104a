import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { LandNotice } from '../../../schemas/land-tax/notice.ts';
import type { TaxMessage } from '../../../schemas/outside/tax-office.ts';
import type { Words } from '../../../schemas/words.ts';
import type { DecisionContext, NewEvent } from '../dossier/context.ts';
import { isEnd } from '../lifecycle/states.ts';
import { payLandTax } from './pay.ts';
import { treasuryDebtOf } from './treasury-debt.ts';
import { beginWait, endWait, landWaitOf, nextWait } from './wait.ts';

/**
 * What a message of the tax office changes in its dossier. Throws a `ProblemError` where it does not fit what the
 * dossier has: it is refused, and nothing of it is kept there.
 */
export function takeTaxMessage(context: DecisionContext, message: TaxMessage): NewEvent[] {
  const { head } = context;
  const { landTax } = head;
  if (isEnd(head.handling) || head.handling === 'decided') throw outOfPlace(DECIDED);
  if (landTax?.slip !== message.slip) throw outOfPlace(REPLACED_SLIP);
  switch (message.type) {
    case 'refusal': {
      if (landTax.notice) throw outOfPlace(NOTICE_STANDS);
      return [entry({ type: 'landSlipRefused', slip: message.slip, code: message.code })];
    }
    case 'notice':
      return receiveNotice(context, message);
    case 'withdrawal':
      return withdrawNotice(context, message);
    case 'payment': {
      const { slip, notice, document, amount, paidOn } = message;
      return payLandTax(context, { slip, notice, document, amount, paidOn, source: 'taxOffice' });
    }
  }
}

type Told<T extends TaxMessage['type']> = Extract<TaxMessage, { type: T }>;

/** The first wait ends; where anything is due, the one for the payment begins. */
function receiveNotice(context: DecisionContext, { slip, replaces, ...told }: Told<'notice'>): NewEvent[] {
  const { head } = context;
  const standing = head.landTax?.notice;
  if (standing && standing.number !== replaces) throw outOfPlace(NOTICE_STANDS);
  const { number, issuedOn, dueOn, lines, total, treasury, paymentCode } = told;
  const notice: LandNotice = { number, issuedOn, dueOn, lines, total, treasury, paymentCode };
  const received = entry({ type: 'landNoticeReceived', slip, notice, replaces });
  const left = head.landTax ? (treasuryDebtOf({ ...head.landTax, notice })?.left ?? 0) : 0;
  const waiting = landWaitOf(head);
  const next = { wait: 'payment', document: number, reason: PAYMENT, until: dueOn } as const;
  if (!waiting) return [received, ...(left > 0 ? beginWait(context, next) : [])];
  if (left === 0) return [received, ...endWait(context, waiting.task, number)];
  // A corrected notice has a day of its own, by which the officer is reminded.
  return [received, ...nextWait(context, waiting.task, next)];
}

/** Another notice is waited for, as before it came. */
function withdrawNotice(context: DecisionContext, { slip, notice }: Told<'withdrawal'>): NewEvent[] {
  const { head } = context;
  if (head.landTax?.notice?.number !== notice) throw outOfPlace(NO_SUCH_NOTICE);
  const withdrawn = entry({ type: 'landNoticeWithdrawn', slip, notice });
  const waiting = landWaitOf(head);
  const next = { wait: 'notice', document: slip, reason: ANOTHER } as const;
  return [withdrawn, ...(waiting ? nextWait(context, waiting.task, next) : beginWait(context, next))];
}

const entry = (data: NewEvent['data']): NewEvent => ({ data, opens: [], closes: [] });
const outOfPlace = (detail: Words) => new ProblemError('state-conflict', detail);

const PAYMENT = 'Người sử dụng đất thực hiện nghĩa vụ tài chính theo thông báo của cơ quan thuế';
const ANOTHER = 'Cơ quan thuế thu hồi thông báo nộp tiền, chờ thông báo khác';

const DECIDED: Words = { vi: 'Hồ sơ đã giải quyết xong.', en: 'The dossier is decided.' };
const REPLACED_SLIP: Words = {
  vi: 'Phiếu chuyển này đã được thay bằng phiếu khác.',
  en: 'Another slip has taken the place of this one.',
};
const NOTICE_STANDS: Words = {
  vi: 'Hồ sơ đang có thông báo nộp tiền còn hiệu lực; thông báo thay thế phải ghi số thông báo bị thay thế (replaces).',
  en: 'A notice is in force; one that corrects it must name it in “replaces”.',
};
const NO_SUCH_NOTICE: Words = {
  vi: 'Thông báo này không còn hiệu lực đối với hồ sơ.',
  en: 'This notice is not in force for the dossier.',
};
