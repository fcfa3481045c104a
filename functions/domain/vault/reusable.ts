import type { Component } from '../../../schemas/catalogue/procedure.ts';
import type { StoredResult } from '../../../schemas/stored/result.ts';
import type { Words } from '../../../schemas/words.ts';
import { hasRunOut } from '../results/validity.ts';

type Entry = Pick<StoredResult, 'kind' | 'outcome' | 'revoked' | 'validUntil'>;

/** Why a result cannot stand for a paper; undefined if it can. */
export function whyNotReusable(
  { kind, outcome, revoked, validUntil }: Entry,
  { fulfilledBy = [] }: Pick<Component, 'fulfilledBy'>,
  today: string,
): Words | undefined {
  if (revoked)
    return { vi: 'kết quả này đã bị thu hồi hoặc thay thế', en: 'the result was revoked or replaced' };
  if (hasRunOut({ validUntil }, today))
    return { vi: 'kết quả này đã hết thời hạn có giá trị', en: 'the result has run out' };
  if (outcome !== 'granted')
    return { vi: 'kết quả này là từ chối giải quyết', en: 'the result is a refusal' };
  if (kind === undefined || !fulfilledBy.includes(kind.code))
    return {
      vi: 'thủ tục không cho dùng loại kết quả này thay cho giấy tờ',
      en: 'the procedure does not take this kind of result in place of the paper',
    };
  return undefined;
}

/** The results that can stand for each of these papers, by the paper's id; papers without any are left out. */
export function reusableFor<E extends Entry>(
  entries: readonly E[],
  components: readonly Component[],
  today: string,
): ReadonlyMap<string, readonly E[]> {
  return new Map(
    components.flatMap(component => {
      const fitting = entries.filter(entry => whyNotReusable(entry, component, today) === undefined);
      return fitting.length > 0 ? [[component.id, fitting] as const] : [];
    }),
  );
}
