import { isArray, PdfName, PdfRef, PdfStream, PdfString, type PdfValue } from './values.ts';

/** What is written as it stands. */
export class Verbatim extends PdfStream {
  constructor(bytes: Buffer) {
    super(new Map(), bytes);
  }
}

/** A value as PDF writes it. */
export function writeValue(value: PdfValue): Buffer {
  if (value instanceof Verbatim) return Buffer.from(value.raw);
  if (value instanceof PdfStream) return writeStream(value);
  return Buffer.from(textOf(value), 'latin1');
}

function writeStream({ dict, raw }: PdfStream): Buffer {
  const told = new Map(dict).set('Length', raw.length);
  return Buffer.concat([
    Buffer.from(`${textOf(told)}\nstream\n`, 'latin1'),
    raw,
    Buffer.from('\nendstream', 'latin1'),
  ]);
}

function textOf(value: PdfValue): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return numberText(value);
  if (value instanceof PdfName) return nameText(value.value);
  if (value instanceof PdfString) return stringText(value);
  if (value instanceof PdfRef) return `${value.number} ${value.generation} R`;
  if (value instanceof Verbatim) return Buffer.from(value.raw).toString('latin1');
  if (value instanceof PdfStream) throw new TypeError('a stream must be an object of its own');
  if (isArray(value)) return `[${value.map(textOf).join(' ')}]`;
  return `<<${[...value].map(([key, item]) => `${nameText(key)} ${textOf(item)}`).join(' ')}>>`;
}

const numberText = (value: number): string =>
  Number.isInteger(value) ? String(value) : value.toFixed(4).replace(/\.?0+$/, '');

const nameText = (name: string): string =>
  `/${name.replace(/[^!-~]|[#()<>[\]{}/%]/g, letter => `#${letter.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;

const stringText = ({ bytes, hex }: PdfString): string =>
  hex || bytes.some(byte => byte < 0x20 || byte > 0x7e)
    ? `<${bytes.toString('hex')}>`
    : `(${bytes.toString('latin1').replace(/[()\\]/g, letter => `\\${letter}`)})`;
