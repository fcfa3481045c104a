import type { ReceiptLine } from '../../../schemas/money/receipt.ts';
import { VNPT_ADJUSTMENTS } from '../../../schemas/outside/receipt-vnpt.ts';
import { amountInWords } from '../../domain/money/receipts/amount-in-words.ts';
import { dayOfReceipt } from '../../domain/money/receipts/check-receipt.ts';
import { METHOD_CODES } from '../../domain/money/receipts/kind-code.ts';
import type { ReceiptToProvide } from '../../domain/ports/receipt-provider.ts';
import { canonicalXml } from '../../domain/xml/canonical-xml.ts';
import { element, optional, type XmlElement } from '../../domain/xml/element.ts';

/**
 * A receipt as VNPT's services take it: an original within `Invoices`, one that corrects another as it is.
 *
 * @throws XmlTextError where a text cannot be written in XML.
 */
export function invoiceXml(receipt: ReceiptToProvide): string {
  const { kind } = receipt.content;
  const key = element('key', receipt.key);
  const parts = partsOf(receipt);
  if (kind.kind === 'replacement') return canonicalXml(element('ReplaceInv', [key, ...parts]));
  if (kind.kind === 'adjustment') {
    const type = element('Type', VNPT_ADJUSTMENTS[kind.change]);
    return canonicalXml(element('AdjustInv', [key, ...parts, type]));
  }
  return canonicalXml(element('Invoices', [element('Inv', [key, element('Invoice', parts)])]));
}

function partsOf({ content }: ReceiptToProvide): (XmlElement | null)[] {
  const { payer, dossier, procedure, lines, total, method, kind } = content;
  return [
    // A customer is demanded and kept there: the dossier stands for who paid, whose number nobody needs.
    element('CusCode', dossier),
    element('ArisingDate', dayOfReceipt(content).split('-').reverse().join('/')),
    element('CusName', payer.name),
    element('CusAddress', payer.address ?? ''),
    optional('CusTaxCode', payer.taxCode),
    element('PaymentMethod', METHOD_CODES[method]),
    element('PaymentStatus', 1),
    element('Products', lines.map(product(procedure.code))),
    element('Total', total),
    element('VATRate', 0),
    element('VATAmount', 0),
    element('Amount', total),
    element('AmountInWords', amountInWords(total)),
    optional('Extra', kind.kind === 'original' ? null : kind.reason),
    element('Extra1', dossier),
  ];
}

const product =
  (procedure: string) =>
  ({ code, name, sort, paid }: ReceiptLine): XmlElement =>
    element('Product', [
      element('FEEID', code),
      element('Code', procedure),
      element('ProdName', name),
      element('ProdUnit', 'Lần'),
      element('ProdQuantity', 1),
      element('ProdPrice', paid),
      element('Total', paid),
      element('Amount', paid),
      element('Extra2', sort === 'fee' ? 0 : 1),
    ]);
