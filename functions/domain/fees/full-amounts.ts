import type { Fee, FeeLine } from '../../../schemas/catalogue/fee.ts';
import { dong } from '../../../schemas/money/dong.ts';
import type { FieldFault } from '../../../schemas/wording/field-faults.ts';
import { joined } from '../../../schemas/words.ts';
import { casesOf, linesOf } from './fee-lines.ts';

/** A line that applies, with what it costs in full and, where it is counted, how many. */
export interface FullLine {
  readonly line: FeeLine;
  readonly count?: number;
  readonly full: number;
}

interface Chosen {
  readonly fee: Fee | null;
  readonly chosenCase?: string | undefined;
  readonly counts?: Readonly<Record<string, number>> | undefined;
}

/** The lines that apply, or what was not said or cannot be. A count above a bound is charged up to it. */
export function fullAmounts({ fee, chosenCase, counts = {} }: Chosen): {
  readonly lines: readonly FullLine[];
  readonly faults: readonly FieldFault[];
} {
  if (fee === null || fee.kind === 'unclear')
    return { lines: [], faults: [{ pointer: '/amountDue', message: fee?.unclear ?? NOT_PUBLISHED }] };
  const faults = [...caseFaults(fee, chosenCase)];
  const applying = linesOf(fee).filter(line => line.case === undefined || line.case.id === chosenCase);
  const counted = new Set(applying.flatMap(({ code, perUnit }) => (perUnit ? [code] : [])));
  for (const code of Object.keys(counts))
    if (!counted.has(code)) faults.push({ pointer: `/counts/${code}`, message: notCounted(code) });
  const least = fee.kind === 'perUnit' ? 1 : 0;
  const lines = applying.flatMap((line): FullLine[] => {
    if (line.perUnit === undefined) return [{ line, full: line.amount ?? 0 }];
    const count = counts[line.code];
    if (count === undefined || !Number.isSafeInteger(count) || count < least) {
      faults.push({ pointer: `/counts/${line.code}`, message: needsCount(line) });
      return [];
    }
    return [{ line, count, full: priceOf(line.perUnit, count) }];
  });
  const sum = lines.reduce((total, { full }) => total + full, 0);
  if (!dong.safeParse(sum).success) faults.push({ pointer: '/counts', message: TOO_MUCH });
  return { lines, faults };
}

function priceOf({ amount, atMost, most }: NonNullable<FeeLine['perUnit']>, count: number): number {
  return Math.min(amount * Math.min(count, atMost ?? count), most ?? Number.POSITIVE_INFINITY);
}

function* caseFaults(fee: Fee, chosen: string | undefined): Generator<FieldFault> {
  const cases = casesOf(fee);
  if (cases.length === 0 ? chosen === undefined : cases.some(({ id }) => id === chosen)) return;
  const names = joined(
    cases.map(({ id, condition }) => ({ vi: `${id} (${condition})`, en: `${id} (${condition})` })),
  );
  yield {
    pointer: '/case',
    message:
      cases.length === 0
        ? { vi: 'mức thu này không chia trường hợp', en: 'this fee has no cases' }
        : {
            vi: `phải là một trong các trường hợp: ${names.vi}`,
            en: `must be one of the cases: ${names.en}`,
          },
  };
}

const NOT_PUBLISHED = { vi: 'thủ tục không công bố mức thu', en: 'the procedure publishes no fee' };
const TOO_MUCH = {
  vi: 'số lượng quá lớn: số tiền vượt một nghìn tỷ đồng',
  en: 'too many: the amount is more than a thousand billion đồng',
};
const notCounted = (code: string) => ({
  vi: `${code} không phải khoản thu tính theo số lượng trong trường hợp này`,
  en: `${code} is not counted in this case`,
});
const needsCount = ({ name }: FeeLine) => ({
  vi: `cần số lượng của khoản “${name}”`,
  en: `needs the number of “${name}”`,
});
