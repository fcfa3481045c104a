import type { ReceiptBook, ToBook } from '../receipt-provider/book.ts';

type Part = Readonly<Record<string, unknown>>;
const HOW: Readonly<Record<string, string>> = { '1': 'Gốc', '3': 'Thay thế', '5': 'Điều chỉnh' };

/** What a message asks to be issued; a code where the service would not take it. */
export function readInvoice(body: string, book: ReceiptBook): ToBook | string {
  const message = JSON.parse(body) as Readonly<Record<string, Part>>;
  const { generalInvoiceInfo: info = {}, buyerInfo: buyer = {}, summarizeInfo: sums = {} } = message;
  const items = (Array.isArray(message['itemInfo']) ? message['itemInfo'] : []) as Part[];
  const sum = items.reduce((total, item) => total + Number(item['itemTotalAmountWithoutTax']), 0);
  const key = String(info['transactionUuid'] ?? '');
  if (key.length < 10 || key.length > 36) return 'TRANSACTION_UUID_INVALID';
  if (!buyer['buyerName'] || String(buyer['buyerName']).length > 800) return 'BUYER_NAME_INVALID';
  if (items.length === 0 || sum !== sums['totalAmountWithTax']) return 'TOTAL_AMOUNT_INVALID';
  if (!info['templateCode'] || !info['invoiceSeries']) return 'INVOICE_SERIAL_NOT_FOUND';
  const type = String(info['adjustmentType']);
  const original = book
    .all()
    .find(({ serial, number }) => `${serial}${number}` === String(info['originalInvoiceId']));
  if (type !== '1' && !original) return 'ORIGINAL_INVOICE_NOT_FOUND';
  return {
    key,
    pattern: String(info['templateCode']),
    serial: String(info['invoiceSeries']),
    corrects: original?.key,
    how: HOW[type] ?? type,
    said: {
      buyerName: String(buyer['buyerName']),
      total: String(sums['totalAmountWithTax']),
      ...(info['additionalReferenceDesc'] !== undefined && {
        reason: String(info['additionalReferenceDesc']),
      }),
      ...Object.fromEntries(items.map((item, index) => [`item${index + 1}`, String(item['itemName'])])),
    },
  };
}
