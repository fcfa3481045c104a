import { viettelReceipts } from '../../../functions/connectors/receipt-viettel/receipt-viettel.ts';
import { vnptReceipts } from '../../../functions/connectors/receipt-vnpt/receipt-vnpt.ts';
import { readXml } from '../../../functions/connectors/xml/saxes-reader.ts';
import type { ReceiptProvider, ReceiptToProvide } from '../../../functions/domain/ports/receipt-provider.ts';
import { noPauses } from '../../../functions/kernel/retry/retry.ts';
import { startReceiptViettel, accessTo as viettelAccess } from '../../../outside/receipt-viettel/server.ts';
import { startReceiptVnpt, accessTo as vnptAccess } from '../../../outside/receipt-vnpt/server.ts';
import { viettelConnection, vnptConnection } from '../../../schemas/outside/receipt-connections.ts';
import { BODY, receiptWith } from './receipts.ts';

/** A clock that tests move. */
export const clock = { now: Date.parse('2026-11-26T09:00:00+07:00') };
const now = () => clock.now;
const MILLISECONDS = 400;

/** Both simulated providers, and a new connector to each whenever one is asked for: none rests after another. */
export async function openProviders() {
  const [vnpt, viettel] = await Promise.all([startReceiptVnpt({ now }), startReceiptViettel({ now })]);
  const common = { now, milliseconds: MILLISECONDS, pauses: noPauses };
  const connect = {
    vnpt: (taxCodes = [BODY.taxCode] as readonly string[], change: object = {}): ReceiptProvider =>
      vnptReceipts({
        ...common,
        readXml,
        connection: async () => vnptConnection.parse(vnptAccess({ ...vnpt, ...change }, taxCodes)),
      }),
    viettel: (taxCodes = [BODY.taxCode] as readonly string[], change: object = {}): ReceiptProvider =>
      viettelReceipts({
        ...common,
        connection: async () => viettelConnection.parse(viettelAccess({ ...viettel, ...change }, taxCodes)),
      }),
  };
  return {
    vnpt,
    viettel,
    connect,
    async stop() {
      await Promise.all([vnpt.stop(), viettel.stop()]);
    },
  };
}
export type OpenProviders = Awaited<ReturnType<typeof openProviders>>;

let keys = 0;
/** A receipt to be issued under a key of its own, changed where something is named. */
export function toIssue(
  changed: Parameters<typeof receiptWith>[0] = {},
  corrects: string | null = null,
): ReceiptToProvide {
  const { number: _, form, serial, ...content } = receiptWith(changed);
  const key = `4f0c2a6e-8d1b-8c35-9a72-${String(++keys).padStart(12, '0')}`;
  return { key, form, serial, content, corrects };
}

export const askedAs = ({ key, form, content }: ReceiptToProvide) => ({
  key,
  form,
  taxCode: content.body.taxCode,
});
