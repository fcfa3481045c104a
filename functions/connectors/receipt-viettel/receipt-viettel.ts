import type { ViettelConnection } from '../../../schemas/outside/receipt-connections.ts';
import type { ViettelAnswer } from '../../../schemas/outside/receipt-viettel.ts';
import type { ReceiptMissed, ReceiptProvider } from '../../domain/ports/receipt-provider.ts';
import { deadlineIn } from '../../kernel/outside/deadline.ts';
import type { ReadSecret } from '../../kernel/outside/kept-secret.ts';
import { type Line, lineTo, ONCE } from '../../kernel/outside/line.ts';
import type { Missed } from '../../kernel/outside/missed.ts';
import type { Pauses, RetryPolicy } from '../../kernel/retry/retry.ts';
import { invoiceJson } from './invoice-json.ts';
import { readFound, readIssued, readPage } from './read-answers.ts';
import { type Blocked, type ViettelCall, ViettelClient } from './viettel-client.ts';

const MOST_ANSWER = 256 * 1024;
const MOST_PAGE = 5 * 1024 * 1024;
const MILLISECONDS = 15_000;

export interface ViettelOptions {
  readonly connection: ReadSecret<ViettelConnection>;
  readonly now: () => number;
  readonly milliseconds?: number;
  readonly pauses?: Pauses;
}

/** Receipts through Viettel's service; `schemas/outside/receipt-viettel.ts` says what is known of it. */
export function viettelReceipts({
  milliseconds = MILLISECONDS,
  ...options
}: ViettelOptions): ReceiptProvider {
  const client = new ViettelClient(options.now);
  const sending = lineTo(options);
  // An answer that was lost must be asked about while the line that lost it rests.
  const asking = lineTo(options);

  function say<T extends { readonly state: string }>(
    line: Line<ViettelConnection>,
    taxCode: string,
    call: ViettelCall,
    read: (answer: ViettelAnswer) => T,
    policy?: RetryPolicy,
  ): Promise<T | Blocked | ReceiptMissed> {
    const deadline = deadlineIn(milliseconds, options.now);
    const work = async (connection: ViettelConnection): Promise<T | Blocked | Missed> => {
      const said = await client.call(connection, taxCode, call, deadline);
      return said.state === 'answered' ? read(said.answer) : said;
    };
    return line.ask<T | Blocked>(deadline, work, policy);
  }

  return {
    issue(receipt) {
      const { taxCode } = receipt.content.body;
      const body = invoiceJson(receipt);
      const call = { place: 'create', under: taxCode, body, mostBytes: MOST_ANSWER } as const;
      return say(sending, taxCode, call, answer => readIssued(answer, receipt.form), ONCE);
    },
    find({ key: transactionUuid, taxCode, form }) {
      const body = new URLSearchParams({ supplierTaxCode: taxCode, transactionUuid });
      const call = { place: 'find', body, mostBytes: MOST_ANSWER } as const;
      return say(asking, taxCode, call, answer => readFound(answer, form));
    },
    page({ key: transactionUuid, taxCode, name }) {
      const body = {
        supplierTaxCode: taxCode,
        invoiceNo: `${name.serial}${name.number}`,
        templateCode: name.form,
        transactionUuid,
        fileType: 'PDF',
      };
      return say(asking, taxCode, { place: 'page', body, mostBytes: MOST_PAGE }, readPage);
    },
  };
}
