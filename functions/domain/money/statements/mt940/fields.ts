import type { FaultList } from '../fault-list.ts';
import { faultWords } from '../fault-words.ts';

/** A field of a message: `:61:` with its value, which may be of several lines. */
export interface Field {
  readonly tag: string;
  readonly value: string;
  readonly line: number;
}

/** Fields of MT940 (SWIFT, Customer Statement Message), and those that banks put beside them. */
const KNOWN = new Set([
  '20',
  '21',
  '25',
  '25P',
  '28',
  '28C',
  '60F',
  '60M',
  '61',
  '86',
  '62F',
  '62M',
  '64',
  '65',
  'NS',
]);

const FIELD = /^:([0-9A-Z]{2,3}):(.*)$/s;
/** Blocks around the message in a file of the network: {1:…}{2:…}{4: before it, -} behind. */
const OPENS = /^(?:\{[123]:[^{}]*(?:\{[^{}]*\}[^{}]*)*\})*\{4:$/;
const CLOSES = /^-(?:\}.*)?$/;

/** The fields of a file, in order. */
export function fieldsOf(text: string, faults: FaultList): Field[] {
  const fields: { tag: string; value: string; line: number }[] = [];
  let block: number | undefined;
  let goesOn = false;
  for (const [index, written] of text.split(/\r\n?|\n/).entries()) {
    const place = { line: index + 1, column: 1 };
    if (faults.full()) break;
    const row = written.trimEnd();
    const [, tag, value] = FIELD.exec(row) ?? [];
    if (OPENS.test(row)) {
      if (block !== undefined) faults.add({ line: block, column: 1 }, faultWords.cutOff);
      block = place.line;
      goesOn = false;
    } else if (CLOSES.test(row)) {
      block = undefined;
      goesOn = false;
    } else if (tag !== undefined && value !== undefined) {
      if (!KNOWN.has(tag)) faults.add(place, faultWords.notField(`:${tag}:`));
      fields.push({ tag, value, line: place.line });
      goesOn = true;
    } else if (row !== '') {
      const last = fields.at(-1);
      if (last && goesOn) last.value += `\n${row}`;
      else faults.add(place, faultWords.notField(row));
    }
  }
  if (block !== undefined) faults.add({ line: block, column: 1 }, faultWords.cutOff);
  return fields;
}
