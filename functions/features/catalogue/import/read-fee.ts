import { type Fee, fee } from '../../../../schemas/catalogue/fee.ts';
import { textsWithin } from '../../../../schemas/texts-within.ts';
import type { Words } from '../../../../schemas/words.ts';
import type { Read, ReadingWarning } from './reading.ts';

/** An amount as published, in đồng, for the whole dossier or for each page or copy. */
export interface PublishedAmount {
  readonly amount: number;
  readonly per?: 'page' | 'copy';
}

/**
 * The fee of one submission channel. A single amount is the fee; several are alternatives whose conditions the source
 * states in prose: none is chosen, and the fee says what is unclear. Where the source is silent there is none.
 */
export function readFee(
  published: { free: boolean; amounts: readonly PublishedAmount[] },
  field: string,
): Read<Fee | null> {
  const { free, amounts } = published;
  const [only, ...others] = amounts;
  if (only === undefined) {
    if (free) return { value: { kind: 'free' }, warnings: [] };
    const message = {
      vi: 'Không nêu mức phí, lệ phí và cũng không nêu miễn phí.',
      en: 'It gives no fee and does not say that it is free.',
    };
    return { value: null, warnings: [{ code: 'fee-missing', field, message }] };
  }
  if (free) {
    if (amounts.every(({ amount }) => amount === 0)) return { value: { kind: 'free' }, warnings: [] };
    return unclearFee('fee-contradictory', field, {
      vi: `Vừa ghi miễn phí vừa ghi mức thu ${list(amounts)} đồng.`,
      en: `It says both that it is free and that it costs ${list(amounts)} đồng.`,
    });
  }
  if (others.length > 0) {
    return unclearFee('fee-ambiguous', field, {
      vi: `Có ${amounts.length} mức thu (${list(amounts)} đồng) mà không nêu trường hợp áp dụng.`,
      en: `It names ${amounts.length} amounts (${list(amounts)} đồng) without saying when each applies.`,
    });
  }
  const read =
    only.per === undefined
      ? { kind: 'flat', amount: only.amount }
      : { kind: 'perUnit', amount: only.amount, unit: only.per };
  const checked = fee.safeParse(only.amount === 0 ? { kind: 'free' } : read);
  return checked.success
    ? { value: checked.data, warnings: [] }
    : unclearFee('fee-unreadable', field, {
        vi: `${only.amount} không phải là số tiền tròn đồng.`,
        en: `${only.amount} is not an amount in whole đồng.`,
      });
}

function list(amounts: readonly PublishedAmount[]): string {
  return amounts.map(({ amount }) => amount).join(', ');
}

/** A fee that was published, but not so that an amount can be read: the warning's sentence is kept with it. */
export function unclearFee(code: ReadingWarning['code'], field: string, message: Words): Read<Fee | null> {
  const read = fee.safeParse({ kind: 'unclear', unclear: message });
  // A sentence that quotes what no text may hold would have the whole row refused.
  const told = textsWithin(message).faults.length === 0 ? read.data : undefined;
  return { value: told ?? null, warnings: [{ code, field, message }] };
}
