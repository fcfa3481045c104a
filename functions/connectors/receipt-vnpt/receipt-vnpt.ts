import type { VnptConnection } from '../../../schemas/outside/receipt-connections.ts';
import type { VnptOperation } from '../../../schemas/outside/receipt-vnpt.ts';
import type {
  ReceiptMissed,
  ReceiptProvider,
  ReceiptToProvide,
} from '../../domain/ports/receipt-provider.ts';
import type { ReadXml } from '../../domain/ports/xml.ts';
import { XmlTextError } from '../../domain/xml/canonical-xml.ts';
import { type Deadline, deadlineIn } from '../../kernel/outside/deadline.ts';
import type { ReadSecret } from '../../kernel/outside/kept-secret.ts';
import { lineTo, ONCE } from '../../kernel/outside/line.ts';
import { type Missed, missed } from '../../kernel/outside/missed.ts';
import type { Pauses } from '../../kernel/retry/retry.ts';
import { invoiceXml } from './invoice-xml.ts';
import { readFound, readIssued, readPage } from './read-answers.ts';
import { callSoap } from './soap.ts';

const MOST_ANSWER = 256 * 1024;
const MOST_PAGE = 5 * 1024 * 1024;
const MILLISECONDS = 15_000;

export interface VnptOptions {
  readonly connection: ReadSecret<VnptConnection>;
  readonly readXml: ReadXml;
  readonly now: () => number;
  readonly milliseconds?: number;
  readonly pauses?: Pauses;
}

type Body = VnptConnection['bodies'][number];

/** Receipts through VNPT's web services; `schemas/outside/receipt-vnpt.ts` says what is known of them. */
export function vnptReceipts({
  readXml,
  milliseconds = MILLISECONDS,
  ...options
}: VnptOptions): ReceiptProvider {
  const sending = lineTo(options);
  // An answer that was lost must be asked about while the line that lost it rests.
  const asking = lineTo(options);
  const soon = () => deadlineIn(milliseconds, options.now);

  const asked = <T extends { readonly state: string }>(
    taxCode: string,
    work: (body: Body, deadline: Deadline) => Promise<T | Missed>,
  ): Promise<T | ReceiptMissed> => {
    const deadline = soon();
    return asking.ask(deadline, async connection => {
      const body = bodyOf(connection, taxCode);
      return body ? work(body, deadline) : NO_ACCOUNT;
    });
  };
  const question = (operation: VnptOperation, parameters: Record<string, string>, mostBytes: number) => ({
    operation,
    parameters,
    mostBytes,
  });

  return {
    async issue(receipt) {
      const xml = xmlOf(receipt);
      if (xml === undefined) return { state: 'refused', code: 'unsendable' };
      const deadline = soon();
      return sending.ask(
        deadline,
        async connection => {
          const body = bodyOf(connection, receipt.content.body.taxCode);
          if (!body) return NO_ACCOUNT;
          const said = await callSoap(readXml, body.url, issuing(receipt, xml, body), deadline);
          return typeof said === 'string' ? readIssued(said, receipt.key) : said;
        },
        ONCE,
      );
    },
    find: ({ key, taxCode }) =>
      asked(taxCode, async ({ url, username: userName, password: userPass }, deadline) => {
        const parameters = { key, fromDate: '', toDate: '', userName, userPass };
        const call = question('listInvByCusFkey', parameters, MOST_ANSWER);
        const said = await callSoap(readXml, url, call, deadline);
        return typeof said === 'string' ? readFound(said, readXml) : said;
      }),
    page: ({ key: fkey, taxCode }) =>
      asked(taxCode, async ({ url, username: userName, password: userPass }, deadline) => {
        const call = question('downloadInvPDFFkeyNoPay', { fkey, userName, userPass }, MOST_PAGE);
        const said = await callSoap(readXml, url, call, deadline);
        return typeof said === 'string' ? readPage(said) : said;
      }),
  };
}

const NO_ACCOUNT = missed('notConnected', 'no-account');
const bodyOf = ({ bodies }: VnptConnection, taxCode: string) => bodies.find(body => body.taxCode === taxCode);

/** The call that issues a receipt: its parameters are in the order in which the service describes them. */
function issuing({ form, serial, corrects, content }: ReceiptToProvide, xmlInvData: string, body: Body) {
  const { account: Account, accountPassword: ACpass, username, password } = body;
  const mostBytes = MOST_ANSWER;
  if (corrects === null)
    return {
      operation: 'ImportAndPublishInv' as const,
      parameters: { Account, ACpass, xmlInvData, username, password, pattern: form, serial, convert: '0' },
      mostBytes,
    };
  const operation = content.kind.kind === 'replacement' ? ('replaceInv' as const) : ('adjustInv' as const);
  const parameters = { Account, ACpass, xmlInvData, username, pass: password, fkey: corrects, convert: '0' };
  return { operation, parameters, mostBytes };
}

/** Undefined where a text cannot be written in XML. */
function xmlOf(receipt: ReceiptToProvide): string | undefined {
  try {
    return invoiceXml(receipt);
  } catch (error) {
    if (error instanceof XmlTextError) return undefined;
    throw error;
  }
}
