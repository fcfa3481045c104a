import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  decideCorrection,
  requestCorrection,
} from '../../../functions/domain/money/receipts/correct-receipt.ts';
import { receiptsOf } from '../../../functions/domain/money/receipts/receipts-of.ts';
import { requestIdOf, retryReceipt } from '../../../functions/domain/money/receipts/request-receipt.ts';
import { MINUTE } from '../../../functions/domain/vietnam-time.ts';
import { memoryItems } from '../../../functions/kernel/table/memory-items.ts';
import { memoryRecords } from '../../../functions/kernel/table/memory-records.ts';
import { toDong } from '../../../schemas/money/dong.ts';
import type { CorrectionKind } from '../../../schemas/money/receipt-entries.ts';
import type { ReceiptIssuer } from '../../../schemas/money/receipt-provider.ts';
import type { PaperDossier } from '../../support/lifecycle/paper-dossier.ts';
import { COLLECTOR, receiptedProvince, TAX_CODE } from '../../support/money-receipts/receipted-province.ts';
import {
  clock,
  type OpenProviders,
  openProviders,
} from '../../support/money-receipts/simulated-providers.ts';

const MORNING = '2026-11-26T08:00:00+07:00';
let open: OpenProviders;
// Every province here has dossiers of the same codes, and so the same keys: each test has providers of its own.
beforeEach(async () => {
  clock.now = Date.parse(MORNING) + 5 * MINUTE;
  open = await openProviders();
});
afterEach(() => open.stop());

/** A province whose unit has a provider issue its receipts, each time with new lines to it. */
function province(receiptIssuer: ReceiptIssuer, letters: string, more: object = {}) {
  const lines = (name: 'vnpt' | 'viettel') => ({
    issue: (receipt: never) => open.connect[name]().issue(receipt),
    find: (asked: never) => open.connect[name]().find(asked),
    page: (asked: never) => open.connect[name]().page(asked),
  });
  const providers = { vnpt: lines('vnpt'), viettel: lines('viettel') };
  const here = receiptedProvince(memoryItems(memoryRecords()), { providers });
  here.state.now = Date.parse(MORNING) + 5 * MINUTE;
  here.state.collects = { ...COLLECTOR, receiptLetters: letters, receiptIssuer, ...more };
  return {
    ...here,
    /** Later, as the schedule asks. */
    async askLater(minutes = 5) {
      here.state.now += minutes * MINUTE;
      clock.now = here.state.now;
      return here.ask();
    },
    async paid(at = MORNING) {
      const paper = await here.submitted(at);
      await here.pay(paper);
      return paper;
    },
    async owed(paper: PaperDossier) {
      await here.reread(paper);
      return receiptsOf(paper.ledger).owed;
    },
  };
}

async function corrected(
  here: ReturnType<typeof province>,
  paper: PaperDossier,
  kind: CorrectionKind,
  amount = 0,
) {
  await here.reread(paper);
  const receipt = receiptsOf(paper.ledger).issued[0]?.receipt ?? '';
  await here.enter(
    paper,
    requestCorrection(paper.ledger, { receipt, kind, amount: toDong(amount), reason: 'Ghi sai' }),
  );
  await here.enter(paper, decideCorrection(paper.ledger, { receipt, approved: true, reason: null }));
}

let letter = 0;
/** Serials of their own, so that numbers begin at 1. */
const letters = () => `${'ABCDEGHKLM'[Math.floor(++letter / 10)]}${'ABCDEGHKLM'[letter % 10]}`;

describe.each(['vnpt', 'viettel'] as const)('receipts that %s issues', name => {
  test('bear its numbers, are kept with its page, and take none of ours', async () => {
    const serial = letters();
    const here = province(name, serial);
    const paper = await here.paid();
    expect(await here.issue(paper.head.code)).toEqual({ issued: 1, withoutCollector: 0 });
    expect(await here.issue(paper.head.code)).toEqual({ issued: 0, withoutCollector: 0 });
    const [entry] = await here.issuedOf(paper.head.code);
    expect(entry).toMatchObject({
      receipt: `EBL01-26T${serial}-00000001`,
      amount: 10_000,
      provider: { name, reports: true, request: requestIdOf(paper.head.code, paper.head.version) },
    });
    expect([...here.kept.keys()]).toEqual([expect.stringMatching(/\.pdf$/)]);
    expect(await here.receipts.numbered(TAX_CODE, 'EBL01', `26T${serial}`)).toBe(0);
    expect(await here.receipts.providerOf(TAX_CODE, 'EBL01', `26T${serial}`)).toBe(name);
    expect(JSON.stringify(entry)).not.toContain('Lành');
    expect(await here.owed(paper)).toEqual([]);
  });

  test.each([
    'loses-answer',
    'late',
    'twice',
    'slow',
    'down',
    'garbage',
    'busy',
    'no-page',
    'forgetful',
  ] as const)('are issued exactly once where it is in the mood %s at first', async mood => {
    const serial = letters();
    const here = province(name, serial);
    const paper = await here.paid();
    open[name].mood = mood;
    await here.issue(paper.head.code);
    await here.issue(paper.head.code);
    open[name].mood = 'up';
    await here.askLater();
    await here.askLater();
    expect((await here.issuedOf(paper.head.code)).map(({ receipt }) => receipt)).toEqual([
      `EBL01-26T${serial}-00000001`,
    ]);
    expect(open[name].book.all().filter(each => each.serial === `26T${serial}`)).toHaveLength(1);
    expect(await here.owed(paper)).toEqual([]);
    expect(await here.askLater(600)).toEqual({ issued: 0, refused: 0, waits: 0, idle: 0 });
  });

  test('are asked about before anything is sent again, and not before it could have arrived', async () => {
    const here = province(name, letters());
    const paper = await here.paid();
    open[name].mood = 'loses-answer';
    await here.issue(paper.head.code);
    const [owed] = await here.owed(paper);
    const id = owed?.request?.request ?? '';
    expect(await here.requests.find(id)).toMatchObject({ state: 'unknown', code: 'unreachable' });
    open[name].asked.length = 0;
    expect(await here.askLater(1)).toEqual({ issued: 0, refused: 0, waits: 0, idle: 0 });
    expect(open[name].asked).toEqual([]);
    open[name].mood = 'up';
    expect((await here.askLater(2)).issued).toBe(1);
    expect(open[name].asked.join()).not.toMatch(/Import|createInvoice/);
  });

  test('are sent by one alone, of however many that come at once', async () => {
    const serial = letters();
    const here = province(name, serial);
    const paper = await here.paid();
    await Promise.all(Array.from({ length: 5 }, () => here.issue(paper.head.code)));
    await here.askLater(30);
    expect(await here.issuedOf(paper.head.code)).toHaveLength(1);
    expect(open[name].book.all().filter(each => each.serial === `26T${serial}`)).toHaveLength(1);
  });

  test('that it refuses wait for an officer, and are asked for again by the same key', async () => {
    const here = province(name, letters());
    const paper = await here.paid();
    open[name].mood = 'refuses';
    await here.issue(paper.head.code);
    const [owed] = await here.owed(paper);
    expect(owed?.request).toMatchObject({ provider: name, state: 'refused' });
    expect(owed?.request?.code).toMatch(/^(3|INVOICE_DATA_INVALID)$/);
    open[name].mood = 'up';
    expect((await here.askLater(600)).issued).toBe(0);
    const request = owed?.request?.request ?? '';
    await here.enter(paper, retryReceipt(paper.ledger, request));
    await here.retried(request, MORNING);
    expect(() => retryReceipt(paper.ledger, request)).toThrow(
      expect.objectContaining({ code: 'state-conflict' }),
    );
    expect((await here.issue(paper.head.code)).issued).toBe(1);
    expect((await here.issuedOf(paper.head.code))[0]?.provider?.request).toBe(request);
  });

  test('wait, and are told of, while the account is wrong', async () => {
    const here = province(name, letters());
    const paper = await here.paid();
    open[name].mood = 'locked-out';
    await here.issue(paper.head.code);
    expect(here.missed).toEqual([[name, expect.objectContaining({ state: 'blocked' })]]);
    const [owed] = await here.owed(paper);
    expect(owed?.request?.state).toBe('requested');
    expect(await here.requests.find(owed?.request?.request ?? '')).toMatchObject({ state: 'requested' });
    open[name].mood = 'up';
    expect((await here.askLater()).issued).toBe(1);
  });

  test('are corrected through it, also after the body has another issuer', async () => {
    const serial = letters();
    const here = province(name, serial);
    const paper = await here.paid();
    await here.issue(paper.head.code);
    await corrected(here, paper, 'decrease', 4_000);
    await here.issue(paper.head.code);
    here.state.collects = { ...COLLECTOR, receiptLetters: letters() };
    await corrected(here, paper, 'information');
    await here.issue(paper.head.code);
    const entries = await here.issuedOf(paper.head.code);
    expect(entries.map(({ kind, amount, provider }) => [kind, amount, provider?.name])).toEqual([
      ['original', 10_000, name],
      ['decrease', 4_000, name],
      ['information', 0, name],
    ]);
    const last = open[name].book.of(entries[2]?.provider?.request ?? '');
    expect([last?.serial, last?.corrects]).toEqual([`26T${serial}`, entries[0]?.provider?.request]);
    expect(open[name].book.all()).toHaveLength(3);
  });

  test('are in no summary of ours, unless the body says that they are reported here', async () => {
    const here = province(name, letters());
    const reporting = { ...here.state.collects, receiptsReportedBy: 'own' };
    await here.issue((await here.paid()).head.code);
    expect((await here.summarize()).made).toBe(0);
    here.state.collects = reporting;
    await here.issue((await here.paid()).head.code);
    expect((await here.summarize()).made).toBe(1);
    expect(here.failures).toEqual([]);
  });
});

describe('one serial is counted at one place', () => {
  test('nothing is numbered here in the serial of a provider', async () => {
    const serial = letters();
    const here = province('vnpt', serial);
    await here.issue((await here.paid()).head.code);
    here.state.collects = { ...COLLECTOR, receiptLetters: serial };
    const next = await here.paid();
    await expect(here.issue(next.head.code)).rejects.toThrow('is numbered by vnpt');
    here.state.collects = { ...COLLECTOR, receiptLetters: letters() };
    expect((await here.issue(next.head.code)).issued).toBe(1);
  });

  test('nothing is sent to a provider in a serial that is counted here', async () => {
    const serial = letters();
    const here = province('own', serial);
    await here.issue((await here.paid()).head.code);
    here.state.collects = { ...COLLECTOR, receiptLetters: serial, receiptIssuer: 'vnpt' };
    const next = await here.paid();
    await here.issue(next.head.code);
    expect((await here.owed(next))[0]?.request).toMatchObject({ state: 'refused', code: 'own-serial' });
    expect(open.vnpt.book.all().filter(each => each.serial === `26T${serial}`)).toEqual([]);
    expect(await here.receipts.numbered(TAX_CODE, 'EBL01', `26T${serial}`)).toBe(1);
  });

  test('numbers of our own go on without a gap beside those of a provider', async () => {
    const [ours, theirs] = [letters(), letters()];
    const here = province('own', ours);
    for (const receiptIssuer of ['own', 'viettel', 'own', 'vnpt', 'own'] as const) {
      here.state.collects = {
        ...COLLECTOR,
        receiptIssuer,
        receiptLetters: receiptIssuer === 'own' ? ours : receiptIssuer === 'vnpt' ? theirs : letters(),
      };
      expect((await here.issue((await here.paid()).head.code)).issued).toBe(1);
    }
    expect(await here.receipts.numbered(TAX_CODE, 'EBL01', `26T${ours}`)).toBe(3);
  });
});
