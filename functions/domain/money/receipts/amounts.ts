import { type Dong, toDong } from '../../../../schemas/money/dong.ts';
import type { FeeReceipt, MoneySort, ReceiptLine } from '../../../../schemas/money/receipt.ts';
import type { Words } from '../../../../schemas/words.ts';
import { dong } from '../../wording/amounts.ts';
import type { Fault } from './refusal.ts';

/** What was paid of each sort: fees (phí) and charges (lệ phí) are accounted for apart. */
export interface Sums {
  readonly fees: Dong;
  readonly charges: Dong;
}

/** @throws RangeError where a sum is more than an amount may be. */
export function sumsOf(lines: readonly Pick<ReceiptLine, 'sort' | 'paid'>[]): Sums {
  const of = (sort: MoneySort) => sumOf(lines.filter(line => line.sort === sort).map(({ paid }) => paid));
  return { fees: of('fee'), charges: of('charge') };
}

/** @throws RangeError where the sum is more than an amount may be. */
export const sumOf = (amounts: readonly Dong[]): Dong =>
  toDong(amounts.reduce((sum, amount) => sum + amount, 0));

/** What does not add up in a receipt, each with the line it is in. */
export function faultsOfAmounts({
  lines,
  total,
  kind,
}: Pick<FeeReceipt, 'lines' | 'total' | 'kind'>): Fault[] {
  const faults = lines.flatMap((line, index) =>
    [...faultsOfLine(line)].map(words => inLine(index + 1, words)),
  );
  const sum = lines.reduce((before, { paid }) => before + paid, 0);
  if (sum !== total)
    faults.push({
      vi: `tổng số tiền ${dong(total)} khác tổng các khoản ${dong(sum)}`,
      en: `the total of ${total} đồng is not the sum of the lines, ${sum} đồng`,
    });
  if (kind.kind === 'adjustment' && (kind.change === 'information') !== (total === 0))
    faults.push({
      vi: 'biên lai điều chỉnh tăng, giảm phải có số tiền; biên lai điều chỉnh thông tin không có số tiền',
      en: 'an adjustment of amounts has an amount, and one of information has none',
    });
  return faults.map(words => ({ code: 'amounts-wrong', words }));
}

function* faultsOfLine({ full, relief, ground, paid }: ReceiptLine): Generator<Words> {
  if (relief > full)
    yield { vi: 'số tiền miễn, giảm lớn hơn mức thu', en: 'the relief is more than the full amount' };
  else if (full - relief !== paid)
    yield {
      vi: `số tiền nộp ${dong(paid)} khác mức thu trừ số miễn, giảm ${dong(full - relief)}`,
      en: `what was paid, ${paid} đồng, is not the full amount less the relief, ${full - relief} đồng`,
    };
  if (relief > 0 && ground === null)
    yield { vi: 'miễn, giảm mà không có căn cứ', en: 'a relief without its legal ground' };
  if (relief === 0 && ground !== null)
    yield { vi: 'có căn cứ miễn, giảm mà không miễn, giảm', en: 'a legal ground without a relief' };
}

const inLine = (number: number, { vi, en }: Words): Words => ({
  vi: `khoản thu thứ ${number}: ${vi}`,
  en: `line ${number}: ${en}`,
});
