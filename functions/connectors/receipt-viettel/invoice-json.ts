import { VIETTEL_LENGTHS } from '../../../schemas/outside/receipt-viettel.ts';
import { amountInWords } from '../../domain/money/receipts/amount-in-words.ts';
import { METHOD_CODES } from '../../domain/money/receipts/kind-code.ts';
import type { ReceiptContent } from '../../domain/money/receipts/make-receipt.ts';
import type { ReceiptToProvide } from '../../domain/ports/receipt-provider.ts';
import { parseInstant, startOfDay } from '../../domain/vietnam-time.ts';

/** Not subject to value added tax. */
const UNTAXED = -2;

/** A receipt as Viettel's service takes it. */
export function invoiceJson({ key, form, serial, content }: ReceiptToProvide): object {
  const { payer, lines, total, method, collectedAt } = content;
  return {
    generalInvoiceInfo: {
      invoiceType: form,
      templateCode: form,
      invoiceSeries: serial,
      invoiceIssuedDate: parseInstant(collectedAt),
      currencyCode: 'VND',
      paymentStatus: true,
      transactionUuid: key,
      ...correction(content),
    },
    buyerInfo: {
      buyerName: payer.name.slice(0, VIETTEL_LENGTHS.buyerName),
      buyerAddressLine: (payer.address ?? '').slice(0, VIETTEL_LENGTHS.buyerAddressLine),
      ...(payer.taxCode !== null && { buyerTaxCode: payer.taxCode.slice(0, VIETTEL_LENGTHS.buyerTaxCode) }),
    },
    payments: [{ paymentMethodName: METHOD_CODES[method] }],
    itemInfo: lines.map(({ code, name, paid }, index) => ({
      lineNumber: index + 1,
      itemCode: code,
      itemName: name,
      unitName: 'Lần',
      unitPrice: paid,
      quantity: 1,
      itemTotalAmountWithoutTax: paid,
      taxPercentage: UNTAXED,
      taxAmount: 0,
      ...increasing(content),
    })),
    taxBreakdowns: [{ taxPercentage: UNTAXED, taxableAmount: total, taxAmount: 0 }],
    summarizeInfo: {
      totalAmountWithoutTax: total,
      totalTaxAmount: 0,
      totalAmountWithTax: total,
      totalAmountWithTaxInWords: amountInWords(total),
    },
    metadata: [{ keyTag: 'dossier', valueType: 'text', stringValue: content.dossier }],
  };
}

/** `adjustmentType`: 1 an original, 3 a replacement, 5 an adjustment, of amounts (1) or of what is said (2). */
function correction({ kind }: ReceiptContent): object {
  if (kind.kind === 'original') return { adjustmentType: '1' };
  const { of, reason } = kind;
  const original = {
    originalInvoiceId: `${of.serial}${of.number}`,
    originalInvoiceIssueDate: startOfDay(of.date),
    originalTemplateCode: of.form,
    additionalReferenceDesc: reason,
    additionalReferenceDate: startOfDay(of.date),
  };
  if (kind.kind === 'replacement') return { adjustmentType: '3', ...original };
  const adjustmentInvoiceType = kind.change === 'information' ? '2' : '1';
  return { adjustmentType: '5', adjustmentInvoiceType, ...original };
}

const increasing = ({ kind }: ReceiptContent): object =>
  kind.kind === 'adjustment' && kind.change !== 'information'
    ? { isIncreaseItem: kind.change === 'increase' }
    : {};
