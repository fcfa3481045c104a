import type { TaxOfficeConnection } from '../../../schemas/outside/tax-office.ts';
import type { TaxOffice } from '../../domain/ports/tax-office.ts';
import { signatureOf } from '../../domain/signed-messages/read-signed.ts';
import { type Deadline, deadlineIn, fetchInTime, jsonOf } from '../../kernel/outside/deadline.ts';
import type { ReadSecret } from '../../kernel/outside/kept-secret.ts';
import { lineTo, ONCE } from '../../kernel/outside/line.ts';
import { type Missed, missed, missedByFault, missedByStatus } from '../../kernel/outside/missed.ts';
import type { Pauses } from '../../kernel/retry/retry.ts';
import { questionMessage, slipMessage } from './messages.ts';
import { readAnswer } from './read-answer.ts';

const MOST_ANSWER = 1024 * 1024;
/** Nobody waits for it but the schedule. */
const MILLISECONDS = 15_000;

export interface TaxOfficeOptions {
  readonly connection: ReadSecret<TaxOfficeConnection>;
  readonly now: () => number;
  readonly milliseconds?: number;
  readonly pauses?: Pauses;
}

/** The tax office over HTTP, in the format of `schemas/outside/tax-office.ts`. */
export function httpTaxOffice(options: TaxOfficeOptions): TaxOffice {
  const { now, milliseconds = MILLISECONDS } = options;
  const line = lineTo(options);

  async function ask(connection: TaxOfficeConnection, message: object, deadline: Deadline) {
    const answer = await post(connection, message, deadline, now());
    return 'state' in answer ? answer : readAnswer(jsonOf(answer));
  }

  return {
    send(slip) {
      const deadline = deadlineIn(milliseconds, now);
      const work = async (connection: TaxOfficeConnection) => {
        const answer = await ask(connection, slipMessage(slip, connection), deadline);
        return answer.state === 'unknown' ? missed('untrustworthy', 'unknown-slip') : answer;
      };
      // Sent once: whether it arrived is asked before it is sent again.
      return line.ask(deadline, work, ONCE);
    },
    ask(slip) {
      const deadline = deadlineIn(milliseconds, now);
      return line.ask(deadline, connection => ask(connection, questionMessage(slip, connection), deadline));
    },
  };
}

async function post(
  { url, secret }: TaxOfficeConnection,
  message: object,
  deadline: Deadline,
  now: number,
): Promise<Buffer | Missed> {
  const body = JSON.stringify(message);
  const timestamp = String(Math.floor(now / 1000));
  const answer = await fetchInTime(deadline, {
    url,
    body: Buffer.from(body),
    contentType: 'application/json; charset=utf-8',
    headers: {
      'x-notice-timestamp': timestamp,
      'x-notice-signature': signatureOf({ body, timestamp }, secret),
    },
    mostBytes: MOST_ANSWER,
    trustedHosts: [new URL(url).host],
  });
  if ('fault' in answer) return missedByFault(answer.fault);
  return answer.status === 200 ? answer.body : missedByStatus(answer.status);
}
