import { readXml } from '../../../functions/connectors/xml/saxes-reader.ts';
import type { GatewayTransaction, PaymentGateway } from '../../../functions/domain/ports/payment-gateway.ts';
import { confirmPayment, type Incoming } from '../../../functions/features/payments/confirm-payment.ts';
import { assignPayment } from '../../../functions/features/settling/assign-payment.ts';
import { loadStatement } from '../../../functions/features/settling/load-statement.ts';
import { settleAtNight } from '../../../functions/features/settling/settle-at-night.ts';
import { memoryItems } from '../../../functions/kernel/table/memory-items.ts';
import { keptPayments } from '../../../functions/records/money/payment-store.ts';
import { keptReconciliations } from '../../../functions/records/money/reconciliation-store.ts';
import { keptStatements } from '../../../functions/records/money/statement-store.ts';
import { rulesLoader } from '../../../functions/records/rules/rules-loader.ts';
import type { OfficerPrincipal, Principal } from '../../../schemas/identity/principal.ts';
import { openCounter } from '../../field/counter.ts';
import { catalogue, keyring, organization, workCalendars } from '../../support/lifecycle/memory-province.ts';
import { booksOf } from '../../support/money-books.ts';
import { itemsOfTwin } from '../../support/stored-items.ts';

export const AGENCY = 'H44';
export const ACCOUNT = '0011001932418';
export const NOW = Date.parse('2026-11-23T09:00:00+07:00');
/** Its fee of 10.000 đồng is flat. */
const FLAT = '1.004222';

export const administrator: OfficerPrincipal = {
  kind: 'officer',
  id: 'quantri.h44',
  unit: AGENCY,
  roles: ['administrator'],
};

export interface Row {
  readonly reference: string;
  readonly amount: number;
  readonly purpose: string;
}

/** A statement of one day as CSV. */
export const statementOf = (day: string, rows: readonly Row[], account = ACCOUNT) =>
  [
    `Số tài khoản;${account}`,
    `Từ ngày;${day};Đến ngày;${day}`,
    'Ngày hạch toán;Số tham chiếu;Ghi nợ;Ghi có;Nội dung',
    ...rows.map(({ reference, amount, purpose }) => `${day};${reference};;${amount};"${purpose}"`),
  ].join('\r\n');

/** Payments, statements and assignments over records in memory. */
export function openMoneyOffice({ hasTime = (): boolean => true } = {}) {
  const counter = openCounter();
  const { records, dossiers } = counter;
  const items = memoryItems(records);
  let listed: readonly GatewayTransaction[] | undefined;
  const list: PaymentGateway['list'] = async day =>
    listed
      ? { state: 'given', transactions: listed.filter(({ at }) => at.startsWith(day)) }
      : { state: 'unavailable', reason: 'slow', detail: 'test' };
  const deps = {
    ...{ dossiers, readXml, agency: AGENCY, keyring: async () => keyring },
    rules: rulesLoader({ catalogue, workCalendars, organization }),
    wake: async () => {},
    payments: keptPayments(items),
    statements: keptStatements(items),
    reconciliations: keptReconciliations(items),
    timer: () => hasTime,
    platform: { list } as PaymentGateway,
    missed: () => undefined,
  };
  const call = <P, B>(params: P, body: B, now: number, caller: Principal = administrator) => ({
    ...{ caller, params, query: undefined, body, ifMatch: undefined, language: 'vi' as const, now },
    repeat: { key: undefined, requestHash: '' },
    access: { requestId: 'request', reason: null },
  });
  return {
    deps,
    records,
    call,
    /** What the platform lists of every day; undefined where it does not answer. */
    lists: (transactions: readonly GatewayTransaction[] | undefined) => {
      listed = transactions;
    },
    submit: () =>
      counter.submit(
        { procedure: FLAT, receivingUnit: 'H44.101' },
        {
          kind: 'person',
          name: 'Nguyễn Văn An',
          identityNumber: '025090000001',
        },
      ),
    tell: (incoming: Incoming, now = NOW) => confirmPayment(deps, incoming, now),
    load: async (text: string, now = NOW) => (await loadStatement(deps, call(undefined, { text }, now))).body,
    assign: async (transaction: string, dossier: string, now = NOW, by: Principal = administrator) =>
      (
        await assignPayment(
          deps,
          call({ gateway: 'bank' as const, transaction }, { dossier, reason: 'Theo đơn' }, now, by),
        )
      ).body,
    night: (now: number) => settleAtNight(deps, now),
    books: () => booksOf(itemsOfTwin(records)),
    items: () => itemsOfTwin(records),
  };
}
