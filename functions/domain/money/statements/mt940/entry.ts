import { swiftAmount } from '../amount-text.ts';
import { swiftDay, swiftDayBeside } from '../day-text.ts';
import type { FaultList } from '../fault-list.ts';
import { faultWords } from '../fault-words.ts';
import type { StatementLine } from '../statement.ts';
import type { Field } from './fields.ts';

/**
 * Field 61: value date, entry date, debit or credit mark, third letter of the currency, amount, kind of transaction,
 * reference of the owner of the account, `//` reference of the bank.
 */
const ENTRY = /^(\d{6})(\d{4})?(R?[CD])([A-Z])?([^A-Z]*)([NFS][0-9A-Z]{3})([^\n]*)(?:\n(.*))?$/s;

/** What an entry without a reference says in its place. */
const NO_REFERENCE = 'NONREF';

/** A credit, or a debit that is taken back. */
const BRINGS_MONEY = ['C', 'RD'];

/** The entry of a field 61 and the field 86 behind it. */
export function entryOf({ value, line }: Field, about: string, faults: FaultList): StatementLine | undefined {
  const at = { line, column: 1 };
  const [, valued = '', entered, mark = '', letter = '', amountText = '', , references = '', more = ''] =
    ENTRY.exec(value) ?? [];
  if (valued === '') {
    faults.add(at, faultWords.badEntry(value));
    return undefined;
  }
  const valueDay = swiftDay(valued);
  const bookedOn = valueDay && entered !== undefined ? swiftDayBeside(entered, valueDay) : valueDay;
  if (!bookedOn) faults.add({ line, column: 5 }, faultWords.notDay(`${valued}${entered ?? ''}`));
  const column = 5 + valued.length + (entered ?? '').length + mark.length + letter.length;
  const read = swiftAmount(amountText);
  if ('fault' in read) faults.add({ line, column }, read.fault);
  if (!bookedOn || 'fault' in read) return undefined;
  return {
    bookedOn,
    amount: read.amount,
    direction: BRINGS_MONEY.includes(mark) ? 'credit' : 'debit',
    reference: referenceIn(references),
    purpose: about === '' ? more : purposeIn(about),
    line,
  };
}

/** The bank's reference; where it gives none, the other one. */
function referenceIn(references: string): string {
  const [owner = '', bank = ''] = references.split('//').map(part => part.trim());
  if (bank !== '') return bank;
  return owner === NO_REFERENCE ? '' : owner;
}

/** Field 86 as written; of one divided by `?20` to `?29` and `?60` to `?63`, the purpose alone. */
function purposeIn(about: string): string {
  if (!/^\d{3}\?\d{2}/.test(about)) return about;
  const parts = about.replaceAll('\n', '').split(/\?(?=\d{2})/);
  const purpose = parts.filter(part => /^(?:2\d|6[0-3])/.test(part)).map(part => part.slice(2));
  return purpose.join('\n');
}
