import law from '../../../../law/receipts.json' with { type: 'json' };
import { lawInForce } from '../../law-in-force.ts';

/** What the law says of electronic receipts on a day (`YYYY-MM-DD`). @throws RangeError before 1 July 2026. */
export function receiptsLawOn(date: string): ReceiptsLaw {
  return lawInForce(law.versions, date, 'receipts.json');
}
export type ReceiptsLaw = (typeof law.versions)[number];
