import { method } from '../../../../schemas/catalogue/procedure.ts';
import { readBy } from '../../../../schemas/wording/field-faults.ts';
import type { Words } from '../../../../schemas/words.ts';
import { decimal, limitText } from '../../../domain/wording/amounts.ts';
import type { Limit, Read, ReadingWarning } from './reading.ts';

/** Units in which limits are published, however the source spells them. */
export type PublishedUnit = 'workingDay' | 'calendarDay' | 'workingHour' | 'hour' | 'month' | 'year';

/**
 * No published limit is longer than this many days; 1100 "days" is a limit and a fee glued together ("1" and
 * "100.000"). The longest real ones are below two years.
 */
const LONGEST_BELIEVABLE = { workingDay: 500, calendarDay: 730, workingHour: 4000, month: 24 };

/**
 * A published time limit in our units, or null with the reason. Hours of an office are working hours and a year is
 * twelve months; such readings are reported. A limit without number or unit is never guessed: 324 of 2,642 published
 * ones have none.
 */
export function readLimit(
  published: { amount: number | null; unit: PublishedUnit | null },
  field: string,
): Read<Limit | null> {
  const { amount, unit } = published;
  if (amount === null)
    return unread('limit-amount-missing', field, {
      vi: 'Thời hạn không ghi số lượng.',
      en: 'The limit has no number.',
    });
  if (unit === null)
    return unread('limit-unit-missing', field, {
      vi: `Thời hạn ${amount} không ghi đơn vị thời gian.`,
      en: `The limit of ${amount} has no unit.`,
    });

  const warnings: ReadingWarning[] = [];
  const said = saidAs(amount, unit);
  const read = { amount: unit === 'year' ? amount * 12 : amount, unit: ourUnit(unit) };
  if (unit === 'hour' || unit === 'year') {
    const message = {
      vi: `${said.vi} được hiểu là ${limitText(read).vi}.`,
      en: `${said.en} was read as ${limitText(read).en}.`,
    };
    warnings.push({ code: 'limit-unit-read-as', field, message });
  }
  if (read.amount > LONGEST_BELIEVABLE[read.unit]) {
    return unread('limit-unreadable', field, {
      vi: `Thời hạn ${said.vi} không thể đúng.`,
      en: `A limit of ${said.en} cannot be right.`,
    });
  }
  if (read.amount === 0) {
    warnings.push({
      code: 'limit-doubtful',
      field,
      message: { vi: `Thời hạn là ${said.vi}.`, en: `The limit is ${said.en}.` },
    });
  }
  const checked = readBy(method.shape.limit.unwrap(), read);
  if (!('faults' in checked)) return { value: checked.data, warnings };
  const [fault] = checked.faults;
  return unread('limit-unreadable', field, {
    vi: `Không dùng được thời hạn ${said.vi}: ${fault?.message.vi}.`,
    en: `A limit of ${said.en} cannot be used: ${fault?.message.en}.`,
  });
}

/** The limit as published, including the units only publications use. */
function saidAs(amount: number, unit: PublishedUnit): Words {
  if (unit === 'hour')
    return { vi: `${decimal(amount, 'vi')} giờ`, en: `${amount} hour${amount === 1 ? '' : 's'}` };
  if (unit === 'year')
    return { vi: `${decimal(amount, 'vi')} năm`, en: `${amount} year${amount === 1 ? '' : 's'}` };
  return limitText({ amount, unit });
}

function ourUnit(unit: PublishedUnit): Limit['unit'] {
  if (unit === 'hour') return 'workingHour';
  return unit === 'year' ? 'month' : unit;
}

function unread(code: ReadingWarning['code'], field: string, message: Words): Read<null> {
  return { value: null, warnings: [{ code, field, message }] };
}
