import type { FieldFault } from '../../../schemas/api/problem-error.ts';
import { DEFAULT_LETTERS } from '../../../schemas/money/receipt-name.ts';
import type { FeeCollector } from '../../../schemas/organization/fee-collector.ts';
import type { Unit } from '../../../schemas/organization/unit.ts';

/**
 * Bodies whose receipts would be numbered at two places in one serial: whoever changes the issuer changes the letters,
 * too, and units of one tax code that issue differently have letters of their own.
 */
export function faultsOfIssuers(before: readonly Unit[], after: readonly Unit[]): FieldFault[] {
  const issuers = new Map<string, string>();
  for (const { collects } of before) if (collects) issuers.set(serialsOf(collects), issuerOf(collects));
  return after.flatMap(({ collects }, index): FieldFault[] => {
    if (!collects) return [];
    const other = issuers.get(serialsOf(collects));
    issuers.set(serialsOf(collects), issuerOf(collects));
    if (other === undefined || other === issuerOf(collects)) return [];
    const letters = lettersOf(collects);
    const message = {
      vi: `các ký hiệu ${letters} của mã số thuế này đã do nơi khác đánh số (${other}): hãy chọn hai chữ cái khác`,
      en: `serials with ${letters} of this tax code are numbered elsewhere (${other}): choose other letters`,
    };
    return [{ pointer: `/units/${index}/collects/receiptLetters`, message }];
  });
}

const lettersOf = ({ receiptLetters }: FeeCollector) => receiptLetters ?? DEFAULT_LETTERS;
const issuerOf = ({ receiptIssuer }: FeeCollector) => receiptIssuer ?? 'own';
const serialsOf = (collects: FeeCollector) => `${collects.taxCode} ${lettersOf(collects)}`;
