import type { ReadXml } from '../../ports/xml.ts';
import { readCamt053 } from './camt053/read-camt053.ts';
import { findHeader } from './csv/header.ts';
import { readCsv } from './csv/read-csv.ts';
import { faultWords } from './fault-words.ts';
import { fileText } from './file-text.ts';
import { readMt940 } from './mt940/read-mt940.ts';
import type { ReadStatement } from './statement.ts';

export type StatementFormat = 'csv' | 'mt940' | 'camt053';

/** Where a message of MT940 begins: its blocks of the network, or its first field. */
const MT940 = /^(?:\{1:|\{4:|:20:)/;
const XML = /^<[?!A-Za-z]/;

/** The format of a text by its content, whatever the file is called; undefined for any other. */
export function formatOf(text: string): StatementFormat | undefined {
  const begins = text.slice(0, 2000).trimStart();
  if (XML.test(begins)) return 'camt053';
  if (MT940.test(begins)) return 'mt940';
  return findHeader(text) ? 'csv' : undefined;
}

/**
 * Reads a file of a bank or of the treasury (Kho bạc Nhà nước): its format and statement, or all that is wrong with
 * it.
 */
export function readStatement(
  bytes: Uint8Array,
  { readXml }: { readonly readXml: ReadXml },
): ReadStatement & { readonly format: StatementFormat | undefined } {
  const file = fileText(bytes);
  if ('fault' in file) return { format: undefined, faults: [file.fault] };
  const format = formatOf(file.text);
  switch (format) {
    case 'csv':
      return { format, ...readCsv(file.text) };
    case 'mt940':
      return { format, ...readMt940(file.text) };
    case 'camt053':
      return { format, ...readCamt053(file.text, readXml) };
    default:
      return { format, faults: [{ line: 1, column: 1, message: faultWords.unknownFormat }] };
  }
}
