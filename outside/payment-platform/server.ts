import { randomBytes } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import { listen } from '../wire/listen.ts';
import { bodyOf, readObject, reply } from '../wire/messages.ts';
import { type Heard, post, UNHEARD } from '../wire/post.ts';
import { bill, failure, faultOf, list, notOpened, opened, standing } from './answers.ts';
import { noticeOf } from './notices.ts';
import { noSuchPage, pageOf } from './page.ts';
import { OPEN_FOR, type Payment, Payments, settle } from './payments.ts';

/**
 * slow: takes a message and does not answer; down: 503; refuses: answers with an error code; garbage: answers no JSON;
 * loses-answer: opens a payment and breaks the line; silent: tells nobody that something was paid; notice-twice: tells
 * it twice; notice-first: a payment is paid, and told of, before its opening is answered; wrong-amount: 1,000 đồng less
 * are paid than asked for; bad-code: notices have a wrong check code; late: is paid after its page expired.
 */
export type PlatformMood =
  | 'up'
  | 'slow'
  | 'down'
  | 'refuses'
  | 'garbage'
  | 'loses-answer'
  | 'silent'
  | 'notice-twice'
  | 'notice-first'
  | 'wrong-amount'
  | 'bad-code'
  | 'late';

/** What a deployment has to know of the platform. */
export interface PlatformAccess {
  readonly url: string;
  readonly partner: string;
  readonly secret: string;
}

export interface SimulatedPlatform extends PlatformAccess {
  mood: PlatformMood;
  /** Where notices go; without it nobody is told. */
  notifyAt: string | undefined;
  /** Every message so far that was understood. */
  readonly asked: Readonly<Record<string, unknown>>[];
  /** What was answered to every notice so far. */
  readonly heard: Heard[];
  /** Every payment that was opened so far, as it stands. */
  readonly payments: readonly Payment[];
  /** How often anything was asked of it. */
  requests: number;
  /** Pays, or fails to, as a citizen on the page; over when it was told. */
  pay(reference: string, how?: { readonly amount?: number; readonly failed?: boolean }): Promise<void>;
  /** Tells of a payment, once more where it was told. */
  notify(reference: string): Promise<Heard>;
  stop(): Promise<void>;
}

const LESS = 1000;

/** Starts a payment platform on this machine, for development and tests. */
export async function startPaymentPlatform({
  port = 0,
  now = Date.now as () => number,
  notifyAt = undefined as string | undefined,
} = {}): Promise<SimulatedPlatform> {
  const [partner, secret] = ['MOTCUA', randomBytes(18).toString('base64url')];
  const payments = new Payments();
  const server = createServer(async (request, response) => {
    platform.requests++;
    const body = await bodyOf(request);
    const page = /^\/thanh-toan\/([0-9a-f]+)$/.exec(request.url ?? '')?.[1];
    if (page !== undefined) return showPage(response, page, request.method === 'POST');
    if (platform.mood === 'slow') return;
    if (platform.mood === 'down') return reply(response, 503, {});
    if (platform.mood === 'garbage') return reply(response, 200, '<html>Bảo trì</html>', 'text/html');
    const message = readObject(body);
    if (request.url !== '/giao-dich' || !message) return reply(response, 400, failure('01'));
    platform.asked.push(message);
    if (message['LoaiBanTin'] === 'INIT') return await open(response, message);
    reply(response, 200, answerTo(message));
  });

  async function open(response: ServerResponse, message: Readonly<Record<string, unknown>>) {
    const { mood } = platform;
    const fault = mood === 'refuses' ? '99' : faultOf(message, partner, secret);
    const payment = fault === undefined ? payments.open(message, now()) : undefined;
    if (!payment) return reply(response, 200, notOpened(fault ?? '06'));
    if (mood === 'loses-answer') return response.destroy();
    if (mood === 'notice-first') await platform.pay(payment.reference);
    reply(response, 200, opened(`${address}/thanh-toan/${payment.page}`));
  }

  function answerTo(message: Readonly<Record<string, unknown>>): object {
    const fault = platform.mood === 'refuses' ? '99' : faultOf(message, partner, secret);
    if (fault !== undefined) return failure(fault);
    if (message['LoaiBanTin'] === 'LIST') return list(payments, message, partner, now());
    const payment = payments.of(String(message['MaThamChieu']));
    if (message['LoaiBanTin'] === 'GET_BILL') return bill(payment);
    return payment ? standing(payment, partner, now()) : failure('05');
  }

  async function showPage(response: ServerResponse, page: string, pays: boolean) {
    const payment = payments.behind(page);
    if (!payment) return reply(response, 404, noSuchPage(), 'text/html');
    const open = now() <= payment.expiresAt || platform.mood === 'late';
    if (pays && payment.state === 'open' && open) await platform.pay(payment.reference);
    reply(response, 200, pageOf(payment, now()), 'text/html');
  }

  async function tell(payment: Payment): Promise<Heard> {
    const notice = noticeOf(payment, partner, secret);
    if (platform.mood === 'bad-code') notice['MaXacThuc'] = '0'.repeat(64);
    const { notifyAt: url } = platform;
    const heard = url === undefined ? UNHEARD : await post(url, JSON.stringify(notice));
    platform.heard.push(heard);
    return heard;
  }

  const known = (reference: string): Payment => {
    const payment = payments.of(reference);
    if (!payment) throw new Error(`no payment ${reference} was opened`);
    return payment;
  };

  const { address, stop } = await listen(server, port);
  const platform: SimulatedPlatform = {
    url: `${address}/giao-dich`,
    partner,
    secret,
    mood: 'up',
    notifyAt,
    asked: [],
    heard: [],
    get payments() {
      return payments.all();
    },
    requests: 0,
    async pay(reference, { amount, failed = false } = {}) {
      const payment = known(reference);
      const { mood } = platform;
      const paid = amount ?? (mood === 'wrong-amount' ? payment.asked - LESS : payment.asked);
      const at = mood === 'late' ? Math.max(now(), payment.expiresAt + OPEN_FOR) : now();
      settle(payment, { at, amount: paid, failed });
      if (mood === 'silent') return;
      await tell(payment);
      if (mood === 'notice-twice') await tell(payment);
    },
    notify: reference => tell(known(reference)),
    stop,
  };
  return platform;
}

/** What is put into the secret of a deployment that pays by this platform. */
export const accessTo = ({ url, partner, secret }: SimulatedPlatform): PlatformAccess => ({
  url,
  partner,
  secret,
});
