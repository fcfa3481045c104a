import { randomBytes } from 'node:crypto';
import { sheet } from '../national-store/sheet.ts';
import { type BookedReceipt, type ProviderMood, ReceiptBook } from '../receipt-provider/book.ts';
import { bookPage } from '../receipt-provider/page.ts';
import { type Asked, type Reply, serve } from '../receipt-provider/serve.ts';
import { readInvoice } from './read-invoice.ts';
import { child, type Element, escaped, readXml, said } from './read-xml.ts';

/** What a deployment has to know of it. */
export interface VnptAccess {
  readonly url: string;
  readonly account: string;
  readonly accountPassword: string;
  readonly username: string;
  readonly password: string;
}

export interface SimulatedVnpt extends VnptAccess {
  /** `ERR:n`: what issues answers so. */
  mood: ProviderMood | `ERR:${number}`;
  readonly book: ReceiptBook;
  /** The operations asked for so far, in their order. */
  readonly asked: string[];
  stop(): Promise<void>;
}

const ISSUING = ['ImportAndPublishInv', 'replaceInv', 'adjustInv'];
const SAYS = { busy: 'ERR:5', refuses: 'ERR:3', 'locked-out': 'ERR:1' } as const;

/** Starts VNPT's web services for receipts on this machine, for development and tests. */
export async function startReceiptVnpt({
  port = 0,
  now = Date.now as () => number,
} = {}): Promise<SimulatedVnpt> {
  const secret = () => randomBytes(9).toString('base64url');
  const access = {
    account: 'phathanh',
    accountPassword: secret(),
    username: 'motcuaservice',
    password: secret(),
  };
  const book = new ReceiptBook();

  function answer({ method, path, body, headers }: Asked): Reply {
    if (method === 'GET') return { status: 200, body: bookPage('VNPT', book.all()), type: 'text/html' };
    const { mood } = vnpt;
    if (mood === 'slow') return 'never';
    if (mood === 'down') return { status: 503, body: '', type: 'text/plain' };
    if (mood === 'garbage') return { status: 200, body: '<html>Bảo trì', type: 'text/html' };
    const envelope = readXml(body);
    const call = child(envelope, 'Body')?.children[0];
    const action = String(headers['soapaction'] ?? '').replaceAll('"', '');
    if (!/\/\w+Service\.asmx$/.test(path) || !call || action !== `http://tempuri.org/${call.name}`)
      return { status: 500, body: '<Fault/>', type: 'text/xml' };
    vnpt.asked.push(call.name);
    const text = ISSUING.includes(call.name) ? issue(call) : tell(call);
    return text === undefined ? undefined : soap(call.name, text);
  }

  function issue(call: Element): string | undefined {
    const { mood } = vnpt;
    if (mood.startsWith('ERR:')) return mood;
    if (mood in SAYS) return SAYS[mood as keyof typeof SAYS];
    const pass = said(call, 'password') || said(call, 'pass');
    if (said(call, 'Account') !== access.account || said(call, 'ACpass') !== access.accountPassword)
      return 'ERR:1';
    if (said(call, 'username') !== access.username || pass !== access.password) return 'ERR:7';
    const read = readInvoice(call);
    if (typeof read === 'string') return read;
    const before = read.corrects === undefined ? undefined : book.of(read.corrects);
    if (read.corrects !== undefined && !before) return 'ERR:2';
    const receipt = {
      ...read,
      pattern: before?.pattern ?? read.pattern,
      serial: before?.serial ?? read.serial,
    };
    if (mood === 'late') {
      book.delay(receipt);
      return undefined;
    }
    book.arrive(now());
    if (mood === 'twice') book.issue(receipt, now());
    const made = book.issue(receipt, now());
    if (!made) return 'ERR:13';
    if (mood === 'loses-answer') return undefined;
    const { pattern, serial, key, number } = made;
    return before ? `OK:${pattern};${serial};${number}` : `OK:${pattern};${serial}-${key}_${number}`;
  }

  function tell(call: Element): string {
    if (vnpt.mood === 'locked-out') return 'ERR:1';
    if (said(call, 'userName') !== access.username || said(call, 'userPass') !== access.password)
      return 'ERR:1';
    const found = book.of(said(call, 'key') || said(call, 'fkey'));
    if (call.name === 'listInvByCusFkey') return list(vnpt.mood === 'forgetful' ? undefined : found);
    if (!found || vnpt.mood === 'no-page') return 'ERR:6';
    return sheet(`Bien lai ${found.serial} ${found.number}`).toString('base64');
  }

  const running = await serve(port, answer);
  const vnpt: SimulatedVnpt = {
    url: running.url,
    ...access,
    mood: 'up',
    book,
    asked: [],
    stop: running.stop,
  };
  return vnpt;
}

const list = (found: BookedReceipt | undefined) =>
  found
    ? `<Data><Item><index>1</index><cusCode>${escaped(found.said['CusCode'] ?? '')}</cusCode><pattern>${found.pattern}</pattern><serial>${found.serial}</serial><invNum>${found.number}</invNum><status>1</status><cusname>${escaped(found.said['CusName'] ?? '')}</cusname></Item></Data>`
    : '<Data></Data>';

const soap = (operation: string, text: string): Reply => ({
  status: 200,
  body: `<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><${operation}Response xmlns="http://tempuri.org/"><${operation}Result>${escaped(text)}</${operation}Result></${operation}Response></soap:Body></soap:Envelope>`,
  type: 'text/xml',
});

/** What is put into the secret of a deployment whose bodies have an account there. */
export const accessTo = (
  { url, account, accountPassword, username, password }: SimulatedVnpt,
  taxCodes: readonly string[],
): object => ({
  bodies: taxCodes.map(taxCode => ({ taxCode, url, account, accountPassword, username, password })),
});
