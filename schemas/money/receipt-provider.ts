import * as z from 'zod';

/** A provider of electronic receipts (tổ chức cung cấp giải pháp hóa đơn, chứng từ điện tử) that is connected. */
export const receiptProvider = z
  .enum(['vnpt', 'viettel'])
  .meta({ id: 'ReceiptProvider', description: 'Provider of electronic receipts: VNPT or Viettel' });
export type ReceiptProviderName = z.infer<typeof receiptProvider>;

/** Who issues the receipts of a collecting body: this system, or the provider whose service the body bought. */
export const receiptIssuer = z
  .enum(['own', ...receiptProvider.options])
  .meta({ id: 'ReceiptIssuer', description: 'Who issues receipts; `own`: this system' });
export type ReceiptIssuer = z.infer<typeof receiptIssuer>;

/** A request to a provider, by the name under which the provider knows the receipt for ever. */
export const receiptRequestId = z.uuid().meta({
  id: 'ReceiptRequestId',
  description: 'Request for a receipt at a provider: the key that keeps it from being issued twice',
  example: '4f0c2a6e-8d1b-8c35-9a72-5b1e6f7d0c93',
});
