import { readAccount } from '../account-text.ts';
import { type FaultList, faultList } from '../fault-list.ts';
import { faultWords } from '../fault-words.ts';
import { joinPages, type Page } from '../join-pages.ts';
import { MOST_ENTRIES } from '../limits.ts';
import type { ReadStatement, StatementLine } from '../statement.ts';
import { balanceOf } from './balance.ts';
import { entryOf } from './entry.ts';
import { type Field, fieldsOf } from './fields.ts';

/** Reads a statement in SWIFT MT940: one message or more of one account, each going on where the last one ended. */
export function readMt940(text: string): ReadStatement {
  const faults = faultList();
  const fields = fieldsOf(text, faults);
  const tooMany = fields.filter(({ tag }) => tag === '61')[MOST_ENTRIES];
  if (tooMany) return { faults: [{ line: tooMany.line, column: 1, message: faultWords.tooManyEntries }] };
  const pages = messagesOf(fields, faults).flatMap(message => pageOf(message, faults) ?? []);
  const statement = joinPages(pages, faults);
  if (statement) return { statement };
  if (faults.found().length === 0) faults.add({ line: 1, column: 1 }, faultWords.missingField(':20:'));
  return { faults: faults.found() };
}

/** Each begins with its field 20. */
function messagesOf(fields: readonly Field[], faults: FaultList): Field[][] {
  const messages: Field[][] = [];
  for (const field of fields) {
    if (field.tag === '20') messages.push([field]);
    else if (messages.length > 0) messages.at(-1)?.push(field);
    else {
      faults.add({ line: field.line, column: 1 }, faultWords.missingField(':20:'));
      return [];
    }
  }
  return messages;
}

function pageOf(message: readonly Field[], faults: FaultList): Page | undefined {
  const start = { line: message[0]?.line ?? 1, column: 1 };
  const [accountField, openingField, closingField] = [/^25P?$/, /^60[FM]$/, /^62[FM]$/].map(tag =>
    message.find(field => tag.test(field.tag)),
  );
  if (!accountField) faults.add(start, faultWords.missingField(':25:'));
  if (!openingField) faults.add(start, faultWords.missingField(':60F:'));
  // The last thing that every message has: without it the rest may be missing, too.
  if (!closingField) faults.add({ line: message.at(-1)?.line ?? 1, column: 1 }, faultWords.cutOff);
  if (!accountField || !openingField || !closingField) return undefined;
  const read = readAccount(accountField.value);
  if ('fault' in read) faults.add({ line: accountField.line, column: 5 }, read.fault);
  const [opening, closing] = [balanceOf(openingField, faults), balanceOf(closingField, faults)];
  const lines = linesOf(message, faults);
  if ('fault' in read || !opening || !closing) return undefined;
  return {
    at: { line: closingField.line, column: 1 },
    account: read.account,
    // The opening balance has the day of the closing one before, so the entries tell when the period begins.
    from: undefined,
    to: closing.day,
    opening: opening.balance,
    closing: closing.balance,
    lines,
  };
}

/** A field 86 behind an entry is about it; one behind the closing balance is about nothing that is kept. */
function linesOf(message: readonly Field[], faults: FaultList): StatementLine[] {
  return message.flatMap((field, index) => {
    if (field.tag !== '61' || faults.full()) return [];
    const next = message[index + 1];
    return entryOf(field, next?.tag === '86' ? next.value : '', faults) ?? [];
  });
}
