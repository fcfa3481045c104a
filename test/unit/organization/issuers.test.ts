import { describe, expect, test } from 'vitest';
import { faultsOfIssuers } from '../../../functions/domain/organization/check-issuers.ts';
import type { FeeCollector } from '../../../schemas/organization/fee-collector.ts';
import type { Unit } from '../../../schemas/organization/unit.ts';

const unit = (collects?: Partial<FeeCollector>) => ({ collects }) as unknown as Unit;
const taxCode = '0100109106';

describe('who issues receipts', () => {
  test('changes with the letters, and only so', () => {
    const own = unit({ taxCode });
    expect(faultsOfIssuers([own], [unit({ taxCode, receiptIssuer: 'vnpt' })])).toMatchObject([
      { pointer: '/units/0/collects/receiptLetters' },
    ]);
    const other = unit({ taxCode, receiptIssuer: 'vnpt', receiptLetters: 'VN' });
    expect(faultsOfIssuers([own], [other])).toEqual([]);
    expect(faultsOfIssuers([other], [own])).toEqual([]);
    expect(
      faultsOfIssuers([other], [unit({ taxCode, receiptIssuer: 'viettel', receiptLetters: 'VN' })]),
    ).toHaveLength(1);
  });

  test('is one for each serial, whichever unit it is of', () => {
    const units = [unit({ taxCode }), unit(), unit({ taxCode, receiptIssuer: 'viettel' })];
    expect(faultsOfIssuers([], units)).toMatchObject([{ pointer: '/units/2/collects/receiptLetters' }]);
    const apart = unit({ taxCode: '0101601092', receiptIssuer: 'viettel' });
    expect(faultsOfIssuers([], [unit({ taxCode }), unit({ taxCode, receiptIssuer: 'own' }), apart])).toEqual(
      [],
    );
  });
});
