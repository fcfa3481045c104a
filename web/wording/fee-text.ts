import type { Fee, FeeLine } from '../api/generated.ts';
import type { Formats } from './formats.ts';
import { wording } from './language.tsx';

type Unit = NonNullable<FeeLine['perUnit']>['unit'];

/** The words of one language for the parts of a fee. */
interface FeeWords {
  readonly free: string;
  readonly units: Readonly<Record<Unit, string>>;
  each(amount: string, unit: string): string;
  atMost(count: string, unit: string): string;
  most(amount: string): string;
}

const vi: FeeWords = {
  free: 'Không thu phí, lệ phí',
  units: { page: 'trang', copy: 'bản', case: 'trường hợp', certificate: 'giấy' },
  each: (amount, unit) => `${amount} mỗi ${unit}`,
  atMost: (count, unit) => `tính nhiều nhất ${count} ${unit}`,
  most: amount => `tối đa ${amount}`,
};

const en: FeeWords = {
  free: 'Free of charge',
  units: { page: 'page', copy: 'copy', case: 'case', certificate: 'certificate' },
  each: (amount, unit) => `${amount} for each ${unit}`,
  atMost: (count, unit) => `counted up to ${count} × ${unit}`,
  most: amount => `at most ${amount}`,
};

/** A published fee in words, a line for each of its own; what its source leaves unclear comes last. */
export const feeLines = wording<(fee: Fee, formats: Formats) => readonly string[]>({
  vi: (fee, formats) => written(fee, formats, vi, fee.kind === 'free' ? undefined : fee.unclear?.vi),
  en: (fee, formats) => written(fee, formats, en, fee.kind === 'free' ? undefined : fee.unclear?.en),
});

/** A published fee in one sentence. */
export const feeText = wording<(fee: Fee, formats: Formats) => string>({
  vi: (fee, formats) => feeLines.vi(fee, formats).join('; '),
  en: (fee, formats) => feeLines.en(fee, formats).join('; '),
});

function written(fee: Fee, formats: Formats, words: FeeWords, unclear: string | undefined): string[] {
  const said = unclear === undefined ? [] : [unclear];
  switch (fee.kind) {
    case 'free':
      return [words.free];
    case 'unclear':
      return said;
    case 'flat':
      return [formats.dong(fee.amount), ...said];
    case 'perUnit':
      return [words.each(formats.dong(fee.amount), words.units[fee.unit]), ...said];
    case 'table':
      return [...fee.lines.map(line => lineText(line, formats, words)), ...said];
  }
}

function lineText({ name, case: own, amount, perUnit }: FeeLine, formats: Formats, words: FeeWords): string {
  const price = perUnit
    ? [
        words.each(formats.dong(perUnit.amount), words.units[perUnit.unit]),
        ...(perUnit.atMost === undefined
          ? []
          : [words.atMost(formats.number(perUnit.atMost), words.units[perUnit.unit])]),
        ...(perUnit.most === undefined ? [] : [words.most(formats.dong(perUnit.most))]),
      ].join(', ')
    : formats.dong(amount ?? 0);
  return `${own ? `${name} (${own.condition})` : name}: ${price}`;
}
