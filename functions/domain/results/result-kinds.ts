import law from '../../../law/result-kinds.json' with { type: 'json' };
import type { Procedure } from '../../../schemas/catalogue/procedure.ts';
import type { Words } from '../../../schemas/words.ts';

/** What kind of paper a result is, by its national code (mã kết quả, `KQ.G15.000031`). */
export interface ResultKind {
  readonly code: string;
  /** Its name on a day, in Vietnamese as it is printed. */
  readonly name: string | null;
}

/** A register (sổ) in which results are numbered, from 1 every year. */
export interface Register {
  readonly register: string;
  readonly name: Words;
  /** `symbol`: number and symbol, `15/KQ-UBND`; `year`: number and year, `15/2026`. */
  readonly style: 'symbol' | 'year';
  readonly symbol?: string;
}

// `law/check-law.ts` holds the file to these shapes.
const REGISTERS = law.registers as readonly Register[];
const [OUTGOING] = REGISTERS as readonly [Register, ...Register[]];

/** The kind of a procedure's result; of several it is the first. Null where the catalogue names none. */
export function resultKindOf({ results }: Pick<Procedure, 'results'>, date: string): ResultKind | null {
  const [first] = results;
  if (first === undefined) return null;
  const names = law.kinds.find(({ code }) => code === first.code)?.names;
  // Names change with the law: the one in force on the day the result is issued.
  const name = names?.findLast(({ from }) => from <= date)?.vi ?? first.name ?? null;
  return { code: first.code, name };
}

/** The register that numbers a procedure's result. */
export function registerFor({ results }: Pick<Procedure, 'results'>): Register {
  const kind = law.kinds.find(({ code }) => code === results[0]?.code);
  return REGISTERS.find(({ register }) => register === kind?.register) ?? OUTGOING;
}

/** The number of a document as it is written: `15/KQ-UBND`, or `15/2026` in registers numbered by the year. */
export function documentNumber(
  { style, symbol = '' }: Register,
  count: number,
  { year, agency }: { readonly year: string; readonly agency: string },
): string {
  // A leading zero below 10, so that no digit can be added (NĐ 30/2020/NĐ-CP, annex I, 3).
  const number = String(count).padStart(2, '0');
  return style === 'year' ? `${number}/${year}` : `${number}/${symbol}-${initialsOf(agency)}`;
}

/** The agency in a symbol: the first letters of its name (viết tắt tên cơ quan), `UBND`, `SNNMT`. */
function initialsOf(agency: string): string {
  const name = agency.normalize('NFC');
  if (/^ủy ban nhân dân/iu.test(name)) return 'UBND';
  return name
    .split(/\s+/u)
    .filter(word => word.toLowerCase() !== 'và')
    .map(([first = '']) => first.toLocaleUpperCase('vi'))
    .join('');
}
