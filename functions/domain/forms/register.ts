import type { Applicant } from '../../../schemas/dossier/applicant.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { Unit } from '../../../schemas/organization/unit.ts';
import { isEnd, lifecycle } from '../lifecycle/states.ts';
import { dateOf, type Instant, parseInstant, startOfDay, toRfc3339 } from '../vietnam-time.ts';
import { dayText } from '../wording/dates.ts';
import type { FormDocument } from './form-document.ts';
import { framed } from './frame.ts';
import { printable } from './make-form.ts';
import { formOn } from './prescribed.ts';
import { filled, formTextsOn } from './texts.ts';

/** A dossier in the register; no applicant where the reader is to have nothing to do with it. */
export interface RegisterLine
  extends Pick<
    DossierHead,
    | 'code'
    | 'competentUnit'
    | 'handling'
    | 'returnBy'
    | 'submittedAt'
    | 'acceptedAt'
    | 'dueOn'
    | 'closedAt'
    | 'extendedTo'
  > {
  readonly procedureName: string;
  readonly applicant: Applicant | undefined;
}

/** The register of a unit for a period, both days included. */
export interface Register {
  readonly unit: string;
  readonly from: string;
  readonly to: string;
  readonly lines: readonly RegisterLine[];
}

const RETURNS = { electronic: 'Điện tử', counter: 'Trực tiếp', post: 'Bưu chính' } as const;
/** Of twelve columns; they add up to 1. */
const SHARES = [0.035, 0.125, 0.15, 0.045, 0.17, 0.1, 0.068, 0.068, 0.068, 0.06, 0.05, 0.061];

/** Form 07, the register of dossiers (sổ theo dõi hồ sơ) that a unit received, as it stands on a day. */
export function registerOf(register: Register, units: readonly Unit[], now: Instant): FormDocument {
  const today = dateOf(now);
  const form = formOn('register', today);
  if (!form) throw new TypeError(`the law of ${today} has no register`);
  const words = formTextsOn(today).register;
  const names = new Map<string, string>(units.map(({ code, name }) => [code, name]));
  const { unit, from, to, lines } = register;
  const period = filled(words.period, { from: dayText(from), to: dayText(to) });
  const made = { by: unit, at: toRfc3339(startOfDay(today)), number: '', qr: null };
  const columns = words.columns.map((title, index) => ({
    title,
    share: SHARES[index] ?? 0,
    ...((index === 0 || index === 3) && { align: 'center' as const }),
  }));
  return printable(
    framed(form, made, units, {
      subtitle: period,
      blocks: [
        lines.length === 0
          ? { kind: 'text', text: words.none }
          : { kind: 'table', columns, rows: lines.map((line, index) => rowOf(line, index + 1, names)) },
      ],
      signatures: [{ titles: [words.keeper], note: formTextsOn(today).common.sign, name: '' }],
    }),
  );
}

function rowOf(line: RegisterLine, order: number, units: ReadonlyMap<string, string>): string[] {
  const { applicant, handling, acceptedAt, submittedAt, closedAt, dueOn, extendedTo } = line;
  const day = (at: string) => dayText(dateOf(parseInstant(at)));
  const notes = [
    isEnd(handling) && handling !== 'returned' ? lifecycle[handling].vietnamese : '',
    extendedTo === null ? '' : 'Đã gia hạn',
  ];
  return [
    String(order),
    line.code,
    line.procedureName,
    '01',
    [applicant?.name, applicant?.address, applicant?.phone].filter(text => text).join('; '),
    units.get(line.competentUnit) ?? line.competentUnit,
    day(acceptedAt ?? submittedAt),
    dueOn === null ? '' : dayText(dueOn),
    handling === 'returned' && closedAt !== null ? day(closedAt) : '',
    RETURNS[line.returnBy],
    '',
    notes.filter(note => note !== '').join('; '),
  ];
}
