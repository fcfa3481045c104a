import { randomBytes } from 'node:crypto';
import { sheet } from '../national-store/sheet.ts';
import { type ProviderMood, ReceiptBook } from '../receipt-provider/book.ts';
import { bookPage } from '../receipt-provider/page.ts';
import { type Asked, type Reply, serve } from '../receipt-provider/serve.ts';
import { readInvoice } from './read-invoice.ts';

export interface SimulatedViettel {
  readonly url: string;
  readonly username: string;
  readonly password: string;
  /** An error's code in capitals: what issues answers so. */
  mood: ProviderMood | Uppercase<string>;
  readonly book: ReceiptBook;
  /** The last part of the places asked for so far, in their order. */
  readonly asked: string[];
  stop(): Promise<void>;
}

const API = '/services/einvoiceapplication/api/InvoiceAPI';
const LIFE = 20 * 60_000;
const SAYS = { busy: 'GENERAL', refuses: 'INVOICE_DATA_INVALID' } as const;

/** Starts Viettel's service for receipts on this machine, for development and tests. */
export async function startReceiptViettel({
  port = 0,
  now = Date.now as () => number,
} = {}): Promise<SimulatedViettel> {
  const [username, password] = ['0100109106', randomBytes(9).toString('base64url')];
  const book = new ReceiptBook();
  const tokens = new Map<string, number>();

  function answer({ method, path, headers, body }: Asked): Reply {
    if (method === 'GET') return { status: 200, body: bookPage('Viettel', book.all()), type: 'text/html' };
    const { mood } = viettel;
    if (mood === 'slow') return 'never';
    if (mood === 'down') return { status: 503, body: '', type: 'text/plain' };
    if (mood === 'garbage') return { status: 200, body: '<html>Bảo trì</html>', type: 'text/html' };
    viettel.asked.push(path.split('/').at(path.includes('createInvoice/') ? -2 : -1) ?? '');
    if (path === '/auth/login') return login(body);
    const token = /access_token=([^;]+)/.exec(String(headers.cookie ?? ''))?.[1] ?? '';
    if ((tokens.get(token) ?? 0) < now()) return wrong(500, 'GENERAL');
    if (path.startsWith(`${API}/InvoiceWS/createInvoice/`)) return issue(body);
    if (path === `${API}/InvoiceWS/searchInvoiceByTransactionUuid`) return find(body);
    if (path === `${API}/InvoiceUtilsWS/getInvoiceRepresentationFile`) return page(body);
    return wrong(404, 'NOT_FOUND');
  }

  function login(body: string): Reply {
    const given = JSON.parse(body) as Record<string, unknown>;
    const wrongly = given['username'] !== username || given['password'] !== password;
    if (wrongly || viettel.mood === 'locked-out') return wrong(401, 'BAD_CREDENTIALS');
    const token = randomBytes(18).toString('base64url');
    tokens.set(token, now() + LIFE);
    return json({ access_token: token, token_type: 'bearer', expires_in: LIFE / 1000 });
  }

  function issue(body: string): Reply {
    const { mood } = viettel;
    if (mood === mood.toUpperCase()) return wrong(400, mood);
    if (mood in SAYS) return wrong(mood === 'busy' ? 500 : 400, SAYS[mood as keyof typeof SAYS]);
    const receipt = readInvoice(body, book);
    if (typeof receipt === 'string') return wrong(400, receipt);
    if (mood === 'late') {
      book.delay(receipt);
      return undefined;
    }
    book.arrive(now());
    if (mood === 'twice') book.issue(receipt, now());
    const made = book.issue(receipt, now());
    if (!made) return wrong(400, 'TRANSACTION_UUID_INVALID');
    if (mood === 'loses-answer') return undefined;
    const result = {
      supplierTaxCode: username,
      invoiceNo: `${made.serial}${made.number}`,
      transactionID: '1',
    };
    return json({ errorCode: null, description: null, result });
  }

  function find(body: string): Reply {
    const found = book.of(new URLSearchParams(body).get('transactionUuid') ?? '');
    if (!found || viettel.mood === 'forgetful') return wrong(400, 'NOT_FOUND_DATA');
    const invoiceNo = `${found.serial}${found.number}`;
    return json({
      errorCode: null,
      result: [{ invoiceNo, templateCode: found.pattern, status: 'Hoàn thành' }],
    });
  }

  function page(body: string): Reply {
    const given = JSON.parse(body) as Record<string, unknown>;
    const found = book.of(String(given['transactionUuid']));
    if (!found || viettel.mood === 'no-page') return wrong(400, 'NOT_FOUND_DATA');
    const pdf = sheet(`Bien lai ${found.serial} ${found.number}`);
    return json({ errorCode: 200, fileName: 'bien-lai.pdf', fileToBytes: pdf.toString('base64') });
  }

  const running = await serve(port, answer);
  const viettel: SimulatedViettel = {
    url: running.url,
    username,
    password,
    mood: 'up',
    book,
    asked: [],
    stop: running.stop,
  };
  return viettel;
}

const json = (body: object, status = 200): Reply => ({
  status,
  body: JSON.stringify(body),
  type: 'application/json',
});
const wrong = (status: number, message: string): Reply =>
  json({ code: status, message, data: 'Không xử lý được' }, status);

/** What is put into the secret of a deployment whose bodies have an account there. */
export const accessTo = (
  { url, username, password }: SimulatedViettel,
  taxCodes: readonly string[],
): object => ({ url, bodies: taxCodes.map(taxCode => ({ taxCode, username, password })) });
