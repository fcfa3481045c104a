import type { ToBook } from '../receipt-provider/book.ts';
import { child, type Element, readXml, said } from './read-xml.ts';

const NEEDED = ['CusCode', 'CusName', 'ArisingDate', 'Total', 'Amount', 'AmountInWords'];

/** What a message asks to be issued; `ERR:n` where the service would not take it. */
export function readInvoice(call: Element): ToBook | string {
  const data = readXml(said(call, 'xmlInvData'));
  const corrects = said(call, 'fkey') || undefined;
  const original = data?.name === 'Invoices' ? child(data, 'Inv') : undefined;
  const how = { ImportAndPublishInv: 'Invoices', replaceInv: 'ReplaceInv', adjustInv: 'AdjustInv' }[
    call.name
  ];
  if (!data || data.name !== how || data.children.length === 0) return 'ERR:3';
  const invoice = original ? child(original, 'Invoice') : data;
  const key = said(original ?? data, 'key');
  const products = child(invoice, 'Products')?.children ?? [];
  const sum = products.reduce((total, product) => total + Number(said(product, 'Amount')), 0);
  const whole = NEEDED.every(name => said(invoice, name) !== '') && sum === Number(said(invoice, 'Amount'));
  if (!key || products.length === 0 || !whole) return 'ERR:3';
  const [pattern, serial] = [said(call, 'pattern'), said(call, 'serial')];
  if (how === 'Invoices' && !(pattern && serial)) return 'ERR:20';
  const parts = invoice?.children.filter(({ children }) => children.length === 0) ?? [];
  return {
    key,
    pattern,
    serial,
    corrects,
    how: `${call.name}${how === 'AdjustInv' ? ` ${said(data, 'Type')}` : ''}`,
    said: Object.fromEntries([
      ...parts.map(({ name, text }) => [name, text]),
      ...products.map((product, index) => [
        `Product${index + 1}`,
        `${said(product, 'ProdName')} ${said(product, 'Amount')}`,
      ]),
    ]),
  };
}
