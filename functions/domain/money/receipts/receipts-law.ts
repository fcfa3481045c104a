import law from '../../../../law/receipts.json' with { type: 'json' };
import { lawInForce } from '../../law-in-force.ts';

/** What the law says of electronic receipts on a day (`YYYY-MM-DD`). @throws RangeError before 1 July 2026. */
export function receiptsLawOn(date: string): ReceiptsLaw {
  return lawInForce(law.versions, date, 'receipts.json');
}

/** Whether money that came in on a day gets a receipt of this kind: the law was in force. */
export const isReceiptedOn = (date: string): boolean => law.versions.some(({ from }) => from <= date);

export type ReceiptsLaw = (typeof law.versions)[number];
