import * as z from 'zod';

/**
 * Viettel's service for electronic invoices and receipts (REST, version 2), as published programs use it.
 *
 * Unconfirmed: that receipts under NĐ 254/2026/NĐ-CP keep these operations, with `EBL01` as `templateCode` and `26TAA`
 * as `invoiceSeries`; the fields of adjustments; every code but `NOT_FOUND_DATA`, `TRANSACTION_UUID_INVALID` and
 * `INVOICE_SERIAL_NOT_FOUND`; that a look-up finds a receipt the moment it is issued.
 */
const API = 'services/einvoiceapplication/api/InvoiceAPI';
export const VIETTEL_PLACES = {
  login: 'auth/login',
  create: `${API}/InvoiceWS/createInvoice`,
  find: `${API}/InvoiceWS/searchInvoiceByTransactionUuid`,
  page: `${API}/InvoiceUtilsWS/getInvoiceRepresentationFile`,
} as const;

export const VIETTEL_CODES = {
  /** The `transactionUuid` was used before. */
  taken: ['TRANSACTION_UUID_INVALID'],
  blocked: ['INVOICE_SERIAL_NOT_FOUND', 'INVOICE_TEMPLATE_NOT_FOUND', 'TEMPLATE_NOT_FOUND'],
  /** Of the server, and of a token that ran out: nothing says whether it issued. */
  unknown: ['GENERAL', 'INTERNAL_SERVER_ERROR'],
  none: ['NOT_FOUND_DATA'],
} as const;

/** Longest texts that it takes. */
export const VIETTEL_LENGTHS = { buyerName: 800, buyerAddressLine: 800, buyerTaxCode: 20 } as const;

export const viettelToken = z.object({ access_token: z.string().min(1).max(8000) });

/** An answer, right or wrong: `errorCode` of the service, or `code` and `message` of its gateway. */
export const viettelAnswer = z.object({
  errorCode: z.union([z.string(), z.number()]).nullish(),
  code: z.union([z.string(), z.number()]).nullish(),
  message: z.string().nullish(),
  result: z.unknown().optional(),
  fileToBytes: z.string().nullish(),
});
export type ViettelAnswer = z.infer<typeof viettelAnswer>;

/** What was issued: serial and number in one (`26TAA12`). */
export const viettelIssued = z.object({ invoiceNo: z.string().max(60), templateCode: z.string().nullish() });
export const viettelFound = z.array(viettelIssued).max(50);
