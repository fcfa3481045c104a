import type { PaymentConnection } from '../../../schemas/outside/payment-connection.ts';
import type { PaymentGateway } from '../../domain/ports/payment-gateway.ts';
import { type Deadline, deadlineIn, fetchInTime, jsonOf } from '../../kernel/outside/deadline.ts';
import type { ReadSecret } from '../../kernel/outside/kept-secret.ts';
import { lineTo, ONCE } from '../../kernel/outside/line.ts';
import { type Missed, missed, missedByFault, missedByStatus } from '../../kernel/outside/missed.ts';
import type { Pauses } from '../../kernel/retry/retry.ts';
import { initMessage, listMessage, questionMessage } from './messages.ts';
import { readOpened } from './read-opened.ts';
import { readBill, readList } from './read-papers.ts';
import { readStanding } from './read-standing.ts';

const MOST_ANSWER = 256 * 1024;
const MOST_BILL = 5 * 1024 * 1024;
const MOST_LIST = 32 * 1024 * 1024;
/** A citizen waits for the page on which to pay. */
const MILLISECONDS = 8000;
/** Nobody waits for receipts and lists. */
const PAPER_MILLISECONDS = 20_000;

export interface PaymentPlatformOptions {
  readonly connection: ReadSecret<PaymentConnection>;
  readonly now: () => number;
  /** For opening and asking, and for receipts and lists. */
  readonly milliseconds?: number;
  readonly pauses?: Pauses;
}

/** The national payment platform over HTTP, in the format of `schemas/outside/payment-platform.ts`. */
export function httpPaymentPlatform(options: PaymentPlatformOptions): PaymentGateway {
  const { now } = options;
  const soon = () => deadlineIn(options.milliseconds ?? MILLISECONDS, now);
  const later = () => deadlineIn(options.milliseconds ?? PAPER_MILLISECONDS, now);
  const payments = lineTo(options);
  // A receipt that takes long to be made keeps nobody from paying.
  const papers = lineTo(options);

  return {
    open(opening) {
      const deadline = soon();
      const work = async (connection: PaymentConnection) => {
        const message = initMessage(opening, connection);
        if ('fault' in message) return { state: 'refused' as const, code: message.fault };
        const answer = await send(connection, 'init', message, deadline, MOST_ANSWER);
        return 'state' in answer ? answer : readOpened(jsonOf(answer), placeOf(connection, 'init'));
      };
      // Sent once: after an answer that got lost, a second one might open a second payment.
      return payments.ask(deadline, work, ONCE);
    },
    ask(asked) {
      const deadline = soon();
      return payments.ask(deadline, async connection => {
        const message = questionMessage('QUERY', asked, connection);
        const answer = await send(connection, 'query', message, deadline, MOST_ANSWER);
        return 'state' in answer ? answer : readStanding(jsonOf(answer), asked.reference, connection.partner);
      });
    },
    bill(asked) {
      const deadline = later();
      return papers.ask(deadline, async connection => {
        const message = questionMessage('GET_BILL', asked, connection);
        const answer = await send(connection, 'bill', message, deadline, MOST_BILL);
        return 'state' in answer ? answer : readBill(answer);
      });
    },
    list(day) {
      const deadline = later();
      return papers.ask(deadline, async connection => {
        const answer = await send(connection, 'list', listMessage(day, connection), deadline, MOST_LIST);
        return 'state' in answer ? answer : readList(jsonOf(answer), day);
      });
    },
  };
}

type Place = keyof PaymentConnection['addresses'];
const placeOf = ({ url, addresses }: PaymentConnection, place: Place) => new URL(addresses[place] ?? url);

async function send(
  connection: PaymentConnection,
  place: Place,
  message: object,
  deadline: Deadline,
  mostBytes: number,
): Promise<Buffer | Missed> {
  const url = placeOf(connection, place);
  const answer = await fetchInTime(deadline, {
    url: url.href,
    body: Buffer.from(JSON.stringify(message)),
    contentType: 'application/json; charset=utf-8',
    mostBytes,
    trustedHosts: [url.host],
  });
  if ('fault' in answer) return missedByFault(answer.fault);
  if (answer.status !== 200) return missedByStatus(answer.status);
  return answer.body.length === 0 ? missed('untrustworthy', 'empty') : answer.body;
}
