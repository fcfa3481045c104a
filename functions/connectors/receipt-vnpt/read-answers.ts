import { receiptName } from '../../../schemas/money/receipt-name.ts';
import { VNPT_CODES, VNPT_QUESTION_CODES } from '../../../schemas/outside/receipt-vnpt.ts';
import type { ReceiptProvider } from '../../domain/ports/receipt-provider.ts';
import type { ReadXml, XmlElement } from '../../domain/ports/xml.ts';
import { missed, speakable } from '../../kernel/outside/missed.ts';

type Issuing = Awaited<ReturnType<ReceiptProvider['issue']>>;
type Finding = Awaited<ReturnType<ReceiptProvider['find']>>;
type Showing = Awaited<ReturnType<ReceiptProvider['page']>>;

const isOf = (codes: readonly string[], code: string) => codes.includes(code);
/** The code of `ERR:n`, behind which words may stand; undefined where it is none. */
const errorOf = (text: string) => /^ERR:\s*([^\s;,]*)/i.exec(text)?.[1];

/** `OK:EBL01;26TAA-KEY_12`, or `OK:EBL01;26TAA;12` for one that corrects another; or `ERR:n`. */
export function readIssued(text: string, key: string): Issuing {
  const code = errorOf(text);
  if (code === undefined) {
    const [, pattern, serial, named, number] = /^OK:([^;]+);([^;-]+)(?:-(.+)_|;)(\d+)$/i.exec(text) ?? [];
    if (named !== undefined && named !== key) return missed('untrustworthy', 'key');
    return nameOf(pattern, serial, number) ?? missed('untrustworthy', 'name');
  }
  if (isOf(VNPT_CODES.taken, code)) return { state: 'taken' };
  if (isOf(VNPT_CODES.blocked, code)) return { state: 'blocked', code };
  if (isOf(VNPT_CODES.unknown, code)) return missed('untrustworthy', `err-${code}`);
  return { state: 'refused', code: speakable(code) };
}

/** The list of receipts of a key: `<Data><Item><pattern/><serial/><invNum/>…`, which may stand behind `OK:`. */
export function readFound(text: string, readXml: ReadXml): Finding {
  const code = errorOf(text);
  if (code !== undefined) return readError(code);
  const read = readXml(text.replace(/^OK:\s*/i, ''));
  if ('fault' in read || read.root.name !== 'Data') return missed('untrustworthy', 'list');
  const items = read.root.children.filter(({ name, children }) => name === 'Item' && children.length > 0);
  if (items.length > 1) return missed('untrustworthy', 'several');
  const [item] = items;
  if (!item) return { state: 'none' };
  const said = (name: string) => textOf(item, name);
  return nameOf(said('pattern'), said('serial'), said('invNum')) ?? missed('untrustworthy', 'name');
}

/** A PDF in base64. */
export function readPage(text: string): Showing {
  const code = errorOf(text);
  if (code !== undefined) {
    const found = readError(code);
    return found.state === 'none' ? { state: 'busy', code: `page-${speakable(code)}` } : found;
  }
  const pdf = Buffer.from(text, 'base64');
  return pdf.subarray(0, 5).toString('latin1') === '%PDF-'
    ? { state: 'given', pdf }
    : missed('untrustworthy', 'no-pdf');
}

function readError(code: string) {
  if (isOf(VNPT_QUESTION_CODES.none, code)) return { state: 'none' } as const;
  if (isOf(VNPT_QUESTION_CODES.blocked, code)) return { state: 'blocked', code } as const;
  return missed('untrustworthy', `err-${speakable(code)}`);
}

const textOf = ({ children }: XmlElement, name: string) =>
  children.find(child => child.name === name)?.text.trim();

/** A name as the law has it; one before it was issued has the number 0. */
function nameOf(form: string | undefined, serial: string | undefined, number: string | undefined) {
  const named = receiptName.safeParse({ form, serial, number: Number(number) });
  return named.success ? ({ state: 'issued', name: named.data } as const) : undefined;
}
