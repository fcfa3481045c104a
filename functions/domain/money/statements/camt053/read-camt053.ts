import type { ReadXml, XmlElement, XmlFault } from '../../../ports/xml.ts';
import { readAccount } from '../account-text.ts';
import { isoDay } from '../day-text.ts';
import { type FaultList, faultList } from '../fault-list.ts';
import { faultWords } from '../fault-words.ts';
import { joinPages, type Page } from '../join-pages.ts';
import { MOST_ENTRIES } from '../limits.ts';
import type { Balance, ReadStatement } from '../statement.ts';
import { amountOf, dayIn } from './amount.ts';
import { checkSummary } from './check-summary.ts';
import { all, firstText, one, textAt } from './elements.ts';
import { entryOf } from './entry.ts';

/** The versions that are read. */
const MESSAGE = /^urn:iso:std:iso:20022:tech:xsd:camt\.053\.001\.(?:02|08)$/;

/** Reads a statement in ISO 20022 camt.053.001.02 or .08 (Bank to Customer Statement), one account a file. */
export function readCamt053(text: string, readXml: ReadXml): ReadStatement {
  const read = readXml(text);
  if ('fault' in read) {
    const { line, column } = read.fault;
    return { faults: [{ line, column, message: wordsOf(read.fault) }] };
  }
  const faults = faultList();
  const { root } = read;
  const message = one(root, 'BkToCstmrStmt');
  if (!MESSAGE.test(root.namespace)) faults.add(root, faultWords.notCamt(root.namespace || root.name));
  else if (root.name !== 'Document' || !message) faults.add(root, faultWords.missingField('BkToCstmrStmt'));
  else {
    const statement = joinPages(pagesOf(message, faults), faults);
    if (statement) return { statement };
    if (faults.found().length === 0) faults.add(message, faultWords.missingField('Stmt'));
  }
  return { faults: faults.found() };
}

function wordsOf({ kind, detail }: XmlFault) {
  return kind === 'malformed' ? faultWords.malformed(detail) : faultWords[kind];
}

function pagesOf(message: XmlElement, faults: FaultList): Page[] {
  const tooMany = all(message, 'Stmt', 'Ntry')[MOST_ENTRIES];
  if (tooMany) {
    faults.add(tooMany, faultWords.tooManyEntries);
    return [];
  }
  const statements = all(message, 'Stmt');
  // A page of several: those behind it are in files that are not here.
  const pagings = [message, ...statements].flatMap(at => [
    ...all(at, 'GrpHdr', 'MsgPgntn'),
    ...all(at, 'StmtPgntn'),
  ]);
  for (const paging of pagings)
    if (textAt(paging, 'LastPgInd') !== 'true') faults.add(paging, faultWords.cutOff);
  return statements.flatMap(statement => pageOf(statement, faults) ?? []);
}

function pageOf(statement: XmlElement, faults: FaultList): Page | undefined {
  const ids = firstText(statement, ['Acct', 'Id', 'IBAN'], ['Acct', 'Id', 'Othr', 'Id']);
  const read = readAccount(ids);
  if ('fault' in read) faults.add(one(statement, 'Acct') ?? statement, read.fault);
  const currency = one(statement, 'Acct', 'Ccy');
  if (currency && currency.text.trim() !== 'VND')
    faults.add(currency, faultWords.wrongCurrency(currency.text));
  const opening = balanceOf(statement, ['OPBD', 'PRCD'], faults);
  const closing = balanceOf(statement, ['CLBD'], faults);
  const lines = all(statement, 'Ntry').flatMap(entry =>
    faults.full() ? [] : (entryOf(entry, faults) ?? []),
  );
  checkSummary(statement, lines, faults);
  if ('fault' in read) return undefined;
  const { line, column } = statement;
  return {
    at: { line, column },
    account: read.account,
    from: boundOf(statement, 'FrDtTm', faults),
    to: boundOf(statement, 'ToDtTm', faults) ?? closing?.day,
    opening: opening?.balance,
    closing: closing?.balance,
    lines,
  };
}

/** The first balance of one of the kinds, and its day. */
function balanceOf(
  statement: XmlElement,
  kinds: readonly string[],
  faults: FaultList,
): { balance: Balance; day: string | undefined } | undefined {
  const told = all(statement, 'Bal').filter(element =>
    kinds.includes(textAt(element, 'Tp', 'CdOrPrtry', 'Cd')),
  );
  const [first] = told;
  const balance = first && amountOf(first, faults);
  const dated = first && one(first, 'Dt');
  return balance && { balance, day: dated && dayIn(dated, faults) };
}

function boundOf(statement: XmlElement, name: string, faults: FaultList): string | undefined {
  const told = one(statement, 'FrToDt', name);
  const day = told && isoDay(told.text.trim());
  if (told && day === undefined) faults.add(told, faultWords.notDay(told.text));
  return day;
}
