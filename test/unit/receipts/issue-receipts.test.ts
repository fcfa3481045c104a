import { describe, expect, test } from 'vitest';
import {
  decideCorrection,
  requestCorrection,
} from '../../../functions/domain/money/receipts/correct-receipt.ts';
import { receiptsOf } from '../../../functions/domain/money/receipts/receipts-of.ts';
import { verifyXml } from '../../../functions/domain/sealing/xades/verify-xml.ts';
import { sha256Of } from '../../../functions/domain/sha256.ts';
import { memoryItems } from '../../../functions/kernel/table/memory-items.ts';
import { memoryRecords } from '../../../functions/kernel/table/memory-records.ts';
import { toDong } from '../../../schemas/money/dong.ts';
import type { CorrectionKind } from '../../../schemas/money/receipt-entries.ts';
import { receiptedProvince, TAX_CODE } from '../../support/money-receipts/receipted-province.ts';

const MORNING = '2026-11-26T08:00:00+07:00';
const province = () => receiptedProvince(memoryItems(memoryRecords()));

async function paid(at = MORNING, amount = 10_000) {
  const here = province();
  const paper = await here.submitted(at);
  await here.pay(paper, amount);
  return { ...here, paper, code: paper.head.code };
}
type Paid = Awaited<ReturnType<typeof paid>>;

/** Asks for a correction of the first receipt and approves it. */
async function corrected({ reread, enter, paper }: Paid, kind: CorrectionKind, amount = 0, which = 0) {
  await reread(paper);
  const receipt = receiptsOf(paper.ledger).issued[which]?.receipt ?? '';
  const asked = { receipt, kind, amount: toDong(amount), reason: 'Ghi sai' };
  await enter(paper, requestCorrection(paper.ledger, asked));
  await enter(paper, decideCorrection(paper.ledger, { receipt, approved: true, reason: null }));
}

describe('the receipt of a payment', () => {
  test('is numbered, signed and kept once, and names the payer in its file alone', async () => {
    const { issue, issuedOf, code, kept, receipts, paper } = await paid();
    expect(await issue(code)).toEqual({ issued: 1, withoutCollector: 0 });
    expect(await issue(code)).toEqual({ issued: 0, withoutCollector: 0 });
    const [entry] = await issuedOf(code);
    expect(entry).toMatchObject({
      receipt: 'EBL01-26TAA-00000001',
      paid: paper.head.version,
      kind: 'original',
      of: null,
      amount: 10_000,
      date: '2026-11-26',
    });
    const [xml, page] = [...kept].toSorted(([a], [b]) => b.localeCompare(a));
    expect(page?.[0]).toMatch(/\.pdf$/);
    const file = xml?.[1] ?? Buffer.alloc(0);
    expect([sha256Of(file), file.length]).toEqual([entry?.sha256, entry?.size]);
    expect(verifyXml(file)).toMatchObject({ holds: true });
    expect(file.toString()).toContain('Nguyễn Thị Lành');
    expect(file.toString()).toContain('<SBLai>00000001</SBLai>');
    expect(JSON.stringify([entry, [...kept.keys()]])).not.toContain('Lành');
    expect(await receipts.ofDay(TAX_CODE, '2026-11-26')).toMatchObject([{ dossier: code, number: 1 }]);
  });

  test('waits while nothing can be signed, and is made when it can be again', async () => {
    const { state, issue, issuedOf, code, kept, receipts } = await paid();
    state.down = true;
    await expect(issue(code)).rejects.toThrow('KMS is down');
    expect([await issuedOf(code), kept.size, await receipts.numbered(TAX_CODE, 'EBL01', '26TAA')]).toEqual([
      [],
      0,
      0,
    ]);
    state.down = false;
    expect((await issue(code)).issued).toBe(1);
  });

  test('is made by nobody where nobody collects', async () => {
    const { state, issue, issuedOf, code } = await paid();
    state.collects = undefined;
    expect(await issue(code)).toEqual({ issued: 0, withoutCollector: 1 });
    expect(await issuedOf(code)).toEqual([]);
  });

  test('is of the year of the payment, whose numbers begin at 1, also where it comes after New Year', async () => {
    const here = await paid('2026-12-31T16:00:00+07:00');
    const next = await here.submitted('2027-01-01T08:00:00+07:00');
    await here.pay(next);
    await here.issue(next.head.code);
    await here.issue(here.code);
    const names = [...(await here.issuedOf(next.head.code)), ...(await here.issuedOf(here.code))];
    expect(names.map(({ receipt }) => receipt)).toEqual(['EBL01-27TAA-00000001', 'EBL01-26TAA-00000001']);
  });

  test('is of what went towards the fee, and of money from before the law there is none', async () => {
    const more = await paid(MORNING, 25_000);
    await more.issue(more.code);
    expect(await more.issuedOf(more.code)).toMatchObject([{ amount: 10_000, fees: 0, charges: 10_000 }]);
    const before = await paid('2026-03-02T08:00:00+07:00');
    expect((await before.issue(before.code)).issued).toBe(0);
  });
});

describe('a wrong receipt', () => {
  test('is replaced by another one for the same money, and corrected no more', async () => {
    const here = await paid();
    await here.issue(here.code);
    await corrected(here, 'replacement');
    expect((await here.issue(here.code)).issued).toBe(1);
    expect((await here.issue(here.code)).issued).toBe(0);
    await here.reread(here.paper);
    const { issued, owed } = receiptsOf(here.paper.ledger);
    expect(issued.map(({ kind, state, amount }) => [kind, state, amount])).toEqual([
      ['original', 'replaced', 10_000],
      ['replacement', 'stands', 10_000],
    ]);
    expect(owed).toEqual([]);
    await expect(corrected(here, 'information')).rejects.toThrow(
      expect.objectContaining({ code: 'state-conflict' }),
    );
  });

  test('is adjusted, and then not replaced; never by more than it says', async () => {
    const here = await paid();
    await here.issue(here.code);
    await corrected(here, 'decrease', 4_000);
    await here.issue(here.code);
    await corrected(here, 'information');
    await here.issue(here.code);
    await here.reread(here.paper);
    expect(receiptsOf(here.paper.ledger).issued).toMatchObject([
      { state: 'adjusted', standing: 6_000, correction: null },
      { kind: 'decrease', amount: 4_000, of: { number: 1 } },
      { kind: 'information', amount: 0 },
    ]);
    for (const [kind, amount, which] of [
      ['replacement', 0, 0],
      ['decrease', 6_001, 0],
      ['increase', 1_000, 1],
    ] as const)
      await expect(corrected(here, kind, amount, which)).rejects.toThrow(
        expect.objectContaining({ code: 'state-conflict' }),
      );
    for (const [key, file] of here.kept) if (key.endsWith('.xml')) expect(verifyXml(file).holds).toBe(true);
  });

  test('stays as it is where the correction is refused', async () => {
    const here = await paid();
    await here.issue(here.code);
    const paper = await here.reread(here.paper);
    const receipt = 'EBL01-26TAA-00000001';
    const asked = { receipt, kind: 'replacement', amount: toDong(0), reason: 'Ghi sai tên' } as const;
    await here.enter(paper, requestCorrection(paper.ledger, asked));
    expect(() => requestCorrection(paper.ledger, asked)).toThrow(
      expect.objectContaining({ code: 'state-conflict' }),
    );
    await here.enter(paper, decideCorrection(paper.ledger, { receipt, approved: false, reason: null }));
    expect((await here.issue(here.code)).issued).toBe(0);
    expect(() => decideCorrection(paper.ledger, { receipt, approved: true, reason: null })).toThrow(
      expect.objectContaining({ code: 'state-conflict' }),
    );
  });
});
