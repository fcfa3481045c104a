import { receiptName } from '../../../schemas/money/receipt-name.ts';
import {
  VIETTEL_CODES,
  type ViettelAnswer,
  viettelFound,
  viettelIssued,
} from '../../../schemas/outside/receipt-viettel.ts';
import type { ReceiptProvider } from '../../domain/ports/receipt-provider.ts';
import { missed, speakable } from '../../kernel/outside/missed.ts';

type Issuing = Awaited<ReturnType<ReceiptProvider['issue']>>;
type Finding = Awaited<ReturnType<ReceiptProvider['find']>>;
type Showing = Awaited<ReturnType<ReceiptProvider['page']>>;

const isOf = (codes: readonly string[], code: string) => codes.includes(code);
const WELL: readonly string[] = ['', '0', '00', '200', 'SUCCESS'];
/** Codes in capitals and underscores say more than the status beside them; words for people say nothing. */
const SYMBOL = /^[A-Z][A-Z0-9_]{2,39}$/;

/** The code of an answer that says no; undefined where it says yes. */
function errorOf({ errorCode, code, message }: ViettelAnswer): string | undefined {
  const said = String(errorCode ?? code ?? '').trim();
  if (isOf(WELL, said.toUpperCase())) return undefined;
  if (!SYMBOL.test(said) && message && SYMBOL.test(message)) return message;
  return said;
}

/** What came of sending a receipt under a form. */
export function readIssued(answer: ViettelAnswer, form: string): Issuing {
  const code = errorOf(answer);
  if (code === undefined) return nameOf(viettelIssued.safeParse(answer.result).data, form);
  if (isOf(VIETTEL_CODES.taken, code)) return { state: 'taken' };
  if (isOf(VIETTEL_CODES.blocked, code)) return { state: 'blocked', code };
  // A bare number is the status of the way there, not a word of the service.
  if (isOf(VIETTEL_CODES.unknown, code) || /^5\d\d$/.test(code)) return missed('untrustworthy', spoken(code));
  return { state: 'refused', code: spoken(code) };
}

/** The receipts of a key. */
export function readFound(answer: ViettelAnswer, form: string): Finding {
  const code = errorOf(answer);
  if (code !== undefined) return readError(code);
  if (answer.result === null || answer.result === undefined) return missed('untrustworthy', 'list');
  const found = viettelFound.safeParse(answer.result);
  if (!found.success) return missed('untrustworthy', 'list');
  if (found.data.length === 0) return { state: 'none' };
  return found.data.length === 1 ? nameOf(found.data[0], form) : missed('untrustworthy', 'several');
}

/** A PDF in base64. */
export function readPage(answer: ViettelAnswer): Showing {
  const code = errorOf(answer);
  if (code !== undefined) {
    const found = readError(code);
    return found.state === 'none' ? { state: 'busy', code: 'page' } : found;
  }
  const pdf = Buffer.from(answer.fileToBytes ?? '', 'base64');
  return pdf.subarray(0, 5).toString('latin1') === '%PDF-'
    ? { state: 'given', pdf }
    : missed('untrustworthy', 'no-pdf');
}

function readError(code: string) {
  if (isOf(VIETTEL_CODES.none, code)) return { state: 'none' } as const;
  if (isOf(VIETTEL_CODES.blocked, code)) return { state: 'blocked', code } as const;
  return missed('untrustworthy', spoken(code));
}

const spoken = (code: string) => (SYMBOL.test(code) ? code : speakable(code));

/** `26TAA12`: a serial, and a number as many digits as it has. */
function nameOf(
  told: { readonly invoiceNo: string; readonly templateCode?: unknown } | undefined,
  form: string,
) {
  const [, serial, digits] = /^(\d{2}T[A-Z]{2})(\d{1,8})$/.exec(told?.invoiceNo ?? '') ?? [];
  const named = receiptName.safeParse({
    form: told?.templateCode ?? form,
    serial,
    number: Number(digits),
  });
  return named.success ? ({ state: 'issued', name: named.data } as const) : missed('untrustworthy', 'name');
}
