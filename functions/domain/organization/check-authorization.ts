import { refuseField } from '../../../schemas/api/problem-error.ts';
import type { Authorization, AuthorizationOrder } from '../../../schemas/organization/authorization.ts';
import type { KeptOfficer } from '../../../schemas/organization/unit.ts';
import type { Words } from '../../../schemas/words.ts';
import { isSamePerson, type Person } from '../rights/same-person.ts';
import { addDays } from '../vietnam-time.ts';
import { dayText } from '../wording/dates.ts';
import { lastDay, neverHeld, overlap } from './periods.ts';

interface Known {
  readonly unit: string;
  /** All that was recorded for the unit. */
  readonly before: readonly Authorization[];
  readonly signer: KeptOfficer | undefined;
  readonly principal: KeptOfficer | undefined;
  /** Who records it. */
  readonly by: Person;
}

/** Refuses an authorization by which nobody could tell for sure who signs for whom on a day. */
export function checkAuthorization(order: AuthorizationOrder, known: Known): void {
  checkShape(order);
  checkPeople(order, known);
  const period = { ...order, endedOn: null };
  for (const other of known.before.filter(one => overlap(one, period))) {
    if (other.signer === order.signer)
      refuseField('authorization-overlaps', '/from', {
        vi: `Cán bộ này đã có thẩm quyền ký từ ngày ${dayText(other.from)}${untilDay(lastDay(other)).vi} (${other.document}); hãy chấm dứt thẩm quyền đó trước.`,
        en: `The signer already has an authorization from ${other.from}${untilDay(lastDay(other)).en} (${other.document}): end it first.`,
      });
    if (other.signer === order.onBehalfOf && other.form === 'TUQ')
      refuseField('authorization-not-allowed', '/onBehalfOf', {
        vi: 'Người được ủy quyền không được ủy quyền lại cho người khác ký.',
        en: 'Whoever signs as authorized (TUQ) cannot authorize somebody else in turn.',
      });
    if (order.form === 'TUQ' && other.onBehalfOf === order.signer)
      refuseField('authorization-not-allowed', '/signer', {
        vi: 'Trong thời gian đó đã có người ký thay cán bộ này, nên không thể giao cán bộ này ký thừa ủy quyền.',
        en: 'Somebody signs for this officer in that time; whoever is authorized (TUQ) must sign themselves.',
      });
  }
  checkGap(order, known.before);
}

/** What belongs to a form: whose place is taken, what the signature names, and until when. */
function checkShape({ form, onBehalfOf, for: named, from, to }: AuthorizationOrder): void {
  if (to !== null && to < from)
    refuseField('request-invalid', '/to', {
      vi: 'Ngày kết thúc không được trước ngày bắt đầu.',
      en: 'The last day must not be before the first.',
    });
  const forSomebody = form === 'KT' || form === 'TL' || form === 'TUQ';
  if (forSomebody !== (onBehalfOf !== undefined))
    refuseField('request-invalid', '/onBehalfOf', {
      vi: `Hình thức ${form} ${forSomebody ? 'phải nêu người mà cán bộ này ký thay, ký thừa lệnh hoặc ký thừa ủy quyền' : 'không được nêu người được ký thay'} (onBehalfOf).`,
      en: `The form ${form} must ${forSomebody ? '' : 'not '}name whose place is taken.`,
    });
  if ((form !== 'direct') !== (named !== undefined))
    refuseField('request-invalid', '/for', {
      vi: `Hình thức ${form} ${form === 'direct' ? 'không được ghi' : 'phải ghi'} tập thể hoặc chức vụ đứng sau “TM.”, “KT.”, “TL.”, “TUQ.” (for).`,
      en: `The form ${form} must ${form === 'direct' ? 'not ' : ''}name the collective or office signed for.`,
    });
  if (form === 'TUQ' && to === null)
    refuseField('request-invalid', '/to', {
      vi: 'Ký thừa ủy quyền (TUQ) phải ghi ngày kết thúc.',
      en: 'An authorization (TUQ) must have a last day.',
    });
}

/** Both work in the unit; nobody authorizes themselves, and nobody's account is used by another. */
function checkPeople(order: AuthorizationOrder, { unit, signer, principal, by }: Known): void {
  const people: readonly (readonly [string, string | undefined, KeptOfficer | undefined])[] = [
    ['/signer', order.signer, signer],
    ['/onBehalfOf', order.onBehalfOf, principal],
  ];
  for (const [pointer, account, officer] of people) {
    if (account === undefined || (officer?.active === true && officer.unit === unit)) continue;
    refuseField('authorization-not-allowed', pointer, {
      vi: `Không có cán bộ đang làm việc ở ${unit} với tài khoản này.`,
      en: `No officer who works in ${unit} has this account.`,
    });
  }
  if (signer && principal && isSamePerson(signer, principal))
    refuseField('authorization-not-allowed', '/onBehalfOf', {
      vi: 'Người ký và người được nêu ở onBehalfOf không được là cùng một người.',
      en: 'Nobody signs in their own place.',
    });
  if (signer && isSamePerson(signer, by))
    refuseField('authorization-not-allowed', '/signer', {
      vi: 'Quản trị viên không được ghi thẩm quyền ký cho chính mình; hãy để quản trị viên khác ghi.',
      en: 'Nobody records an authorization for themselves: another administrator must.',
    });
}

/**
 * Of the same kind and place, one follows the other on the next day, unless it is said
 * why nobody signed in between.
 */
function checkGap(order: AuthorizationOrder, before: readonly Authorization[]): void {
  if (order.afterGap !== undefined) return;
  const last = before
    .filter(
      one => one.form === order.form && samePlace(one, order) && !neverHeld(one) && lastDay(one) < order.from,
    )
    .map(lastDay)
    .toSorted()
    .at(-1);
  if (last === undefined || addDays(last, 1) >= order.from) return;
  refuseField('authorization-gap', '/from', {
    vi: `Từ ngày ${dayText(addDays(last, 1))} đến hết ngày ${dayText(addDays(order.from, -1))} không ai có thẩm quyền ký ở vị trí này; hãy ghi bắt đầu từ ngày ${dayText(addDays(last, 1))}, hoặc nêu lý do gián đoạn (afterGap).`,
    en: `Nobody would have signed between ${last} and ${order.from}: begin on ${addDays(last, 1)}, or say why (afterGap).`,
  });
}

const samePlace = (one: AuthorizationOrder, other: AuthorizationOrder): boolean =>
  one.onBehalfOf === other.onBehalfOf && (one.onBehalfOf !== undefined || one.for === other.for);

const untilDay = (day: string): Words =>
  day.startsWith('9999')
    ? { vi: ', chưa ghi ngày kết thúc', en: ', without a last day' }
    : { vi: ` đến ngày ${dayText(day)}`, en: ` to ${day}` };
