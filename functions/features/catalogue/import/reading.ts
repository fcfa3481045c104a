import * as z from 'zod';
import type { FieldFault } from '../../../../schemas/api/problem-error.ts';
import { type Procedure, procedure } from '../../../../schemas/catalogue/procedure.ts';
import type { ProcedureCode } from '../../../../schemas/codes/procedure-code.ts';
import { secrecyMarkIn } from '../../../../schemas/secrecy-marks.ts';
import { textsWithin } from '../../../../schemas/texts-within.ts';
import { readBy } from '../../../../schemas/wording/field-faults.ts';
import { joined, type Words } from '../../../../schemas/words.ts';
import { systemOfField } from '../../../domain/catalogue/authoritative-system.ts';

/** A time limit as the catalogue keeps it. */
export type Limit = NonNullable<Procedure['methods'][number]['limit']>;

/** What was missing or unreadable in a published row. The codes are stable: reports and tests count by them. */
export type WarningCode =
  | 'applicants-missing'
  | 'character-left-out'
  | 'component-count-unreadable'
  | 'component-without-name'
  | 'conditional-components'
  | 'decision-missing'
  | 'explanatory-components'
  | 'fee-ambiguous'
  | 'fee-contradictory'
  | 'fee-missing'
  | 'fee-unreadable'
  | 'channel-unknown'
  | 'level-unknown'
  | 'levels-missing'
  | 'limit-amount-missing'
  | 'limit-doubtful'
  | 'limit-unit-missing'
  | 'limit-unit-read-as'
  | 'limit-unreadable'
  | 'limits-differ-in-channel'
  | 'methods-missing'
  | 'not-public'
  | 'online-level-unknown'
  | 'result-unreadable'
  | 'results-missing';

/** One finding: `field` is a JSON pointer into the published row as it was given. */
export interface ReadingWarning {
  readonly code: WarningCode;
  readonly field: string;
  readonly message: Words;
}

/** A part read from a published row, with remarks about it. */
export interface Read<T> {
  readonly value: T;
  readonly warnings: readonly ReadingWarning[];
}

/** Outcome of one published row; `code` is null only if the row has no usable one. */
export type RowReading =
  | {
      readonly outcome: 'accepted' | 'acceptedWithWarnings';
      readonly code: ProcedureCode;
      readonly procedure: Procedure;
      readonly warnings: readonly ReadingWarning[];
    }
  | {
      readonly outcome: 'refused';
      readonly code: ProcedureCode | null;
      readonly warnings: readonly ReadingWarning[];
      readonly refusedBecause: Words;
    };

/** A refused row with the reason as a sentence in each language. */
export function refuse(
  code: ProcedureCode | null,
  refusedBecause: Words,
  warnings: readonly ReadingWarning[] = [],
): RowReading {
  return { outcome: 'refused', code, warnings, refusedBecause };
}

/**
 * The refusal of a row whose source says that it is a state secret (TTHC bí mật nhà nước): some member, whatever its
 * name, is a level of secrecy, or the name of the procedure ends with one in brackets. Undefined for any other row.
 */
export function refusalOfSecret(row: unknown, name: string): Words | undefined {
  const given = Object.values(z.record(z.string(), z.unknown()).safeParse(row).data ?? {});
  const [, within = ''] = /\(([^()]+)\)\s*$/u.exec(name) ?? [];
  const found = [...given.filter(value => typeof value === 'string'), within]
    .map(text => secrecyMarkIn(text.toLocaleUpperCase('vi')))
    .find(mark => mark !== undefined);
  return (
    found && {
      vi: `Nguồn công bố ghi độ mật “${found.vi}”: hệ thống không xử lý thủ tục thuộc bí mật nhà nước.`,
      en: `Its source says that it is ${found.en} (${found.vi}): this system handles no procedures that are state secrets.`,
    }
  );
}

/**
 * Accepts what was read if it is a procedure by our own schema; otherwise refuses it, naming the first faulty fields.
 * Publications do not say which system decides a procedure; the law says so for its field.
 */
export function conclude(draft: Procedure, warnings: readonly ReadingWarning[]): RowReading {
  const authoritativeSystem = systemOfField(draft.field.name);
  const checked = readBy(procedure, authoritativeSystem ? { ...draft, authoritativeSystem } : draft);
  const wrong = 'faults' in checked ? checked.faults : textsWithin(checked.data).faults;
  if ('faults' in checked || wrong.length > 0) {
    const faults = told(wrong);
    const because = {
      vi: `Không phù hợp với cấu trúc danh mục: ${faults.vi}.`,
      en: `It does not fit the catalogue: ${faults.en}.`,
    };
    return refuse(draft.code, because, warnings);
  }
  return {
    outcome: warnings.length === 0 ? 'accepted' : 'acceptedWithWarnings',
    code: checked.data.code,
    procedure: checked.data,
    warnings,
  };
}

/** The first faults a schema found, each with its place. */
export function told(faults: readonly FieldFault[], most = 3): Words {
  return joined(
    faults.slice(0, most).map(({ pointer, message: { vi, en } }) => ({
      vi: `${pointer || 'cả dòng'}: ${vi}`,
      en: `${pointer || 'the row'}: ${en}`,
    })),
    '; ',
  );
}
