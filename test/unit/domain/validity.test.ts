import { describe, expect, test } from 'vitest';
import { standingProposal } from '../../../functions/domain/dossier/proposal.ts';
import { faultOfResult } from '../../../functions/domain/ledger/result-fits.ts';
import { issuedResults } from '../../../functions/domain/results/issued-results.ts';
import { hasRunOut, validUntilOf } from '../../../functions/domain/results/validity.ts';
import { whyNotReusable } from '../../../functions/domain/vault/reusable.ts';
import { accept, approve } from '../../support/lifecycle/decisions.ts';
import { PaperDossier } from '../../support/lifecycle/paper-dossier.ts';

const MARITAL_STATUS = 'KQ.G15.000038';
const of = (code?: string) => ({ results: code === undefined ? [] : [{ code, name: 'Giấy' }] });
const granted = { outcome: 'granted' as const };

describe('how long a result holds', () => {
  test.each([
    ['six months, by the law of its kind', MARITAL_STATUS, granted, '2026-11-27', '2027-05-27'],
    ['to the last day of a month that is shorter', MARITAL_STATUS, granted, '2026-08-31', '2027-02-28'],
    [
      'as the decision says',
      MARITAL_STATUS,
      { ...granted, validUntil: '2027-01-01' },
      '2026-11-27',
      '2027-01-01',
    ],
    ['without end', 'KQ.G15.000031', granted, '2026-11-27', undefined],
    ['without end where no kind is known', undefined, granted, '2026-11-27', undefined],
    ['a refusal never ends', MARITAL_STATUS, { outcome: 'refused' as const }, '2026-11-27', undefined],
  ])('%s', (_, code, decided, issuedOn, until) => {
    expect(validUntilOf(of(code), decided, issuedOn)).toBe(until);
  });

  test('it holds on its last day, and then stands for no paper', () => {
    expect(hasRunOut({ validUntil: '2027-05-27' }, '2027-05-27')).toBe(false);
    expect(hasRunOut({ validUntil: '2027-05-27' }, '2027-05-28')).toBe(true);
    expect(hasRunOut({}, '2099-01-01')).toBe(false);
    const entry = { kind: { code: MARITAL_STATUS, name: null }, ...granted, validUntil: '2027-05-27' };
    const paper = { fulfilledBy: [MARITAL_STATUS] };
    expect(whyNotReusable(entry, paper, '2027-05-27')).toBeUndefined();
    expect(whyNotReusable(entry, paper, '2027-05-28')?.vi).toContain('hết thời hạn');
  });

  test('is part of the proposal that is signed, and goes from the decision into the ledger', () => {
    const paper = new PaperDossier('1.001193', {}).decide(accept);
    paper.decide({ decision: 'approve', text: 'Đồng ý.', validUntil: '2031-01-01' });
    const proposal = standingProposal(paper.head)?.digest;
    expect(paper.head.proposal).toMatchObject({ validUntil: '2031-01-01' });
    const changing = { decision: 'approve', proposal, validUntil: '2032-01-01' } as const;
    expect(() => paper.decide(changing)).toThrow(expect.objectContaining({ code: 'request-invalid' }));
    paper.decide({ decision: 'approve', proposal });
    expect(paper.head.proposal).toMatchObject({ validUntil: '2031-01-01' });
    paper.issue({
      number: 'H44.101-KQ2026-000001',
      sha256: 'a'.repeat(64),
      size: 9,
      origin: 'rendered',
      validUntil: '2031-01-01',
    });
    const [issued] = issuedResults(paper.ledger);
    if (!issued) throw new Error('nothing issued');
    const { seq: _, revoked: _revoked, ...own } = issued;
    const entry = { ...own, agency: 'H44.101', procedureName: '', key: 'k' };
    expect(faultOfResult(entry, paper.ledger)).toBeUndefined();
    expect(faultOfResult({ ...entry, validUntil: '2041-01-01' }, paper.ledger)).toMatchObject({
      fault: 'registerDiffers',
    });
  });

  test('is not over before it is decided', () => {
    const paper = new PaperDossier('1.001193', {}).decide(accept);
    expect(() => paper.decide({ ...approve, text: 'Đồng ý.', validUntil: '2020-01-01' })).toThrow(
      expect.objectContaining({ faults: [expect.objectContaining({ pointer: '/validUntil' })] }),
    );
  });

  test('and not signed when it ran out while the proposal waited', () => {
    const paper = new PaperDossier('1.001193', {}).decide(accept);
    paper.decide({ decision: 'approve', text: 'Đồng ý.', validUntil: paper.head.updatedAt.slice(0, 10) });
    const proposal = standingProposal(paper.head)?.digest;
    paper.at('2031-01-01T09:00:00+07:00');
    expect(() => paper.decide({ decision: 'approve', proposal })).toThrow(
      expect.objectContaining({ faults: [expect.objectContaining({ pointer: '/validUntil' })] }),
    );
  });
});
