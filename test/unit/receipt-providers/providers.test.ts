import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ReceiptProvider } from '../../../functions/domain/ports/receipt-provider.ts';
import { earlier, paying } from '../../support/money-receipts/receipts.ts';
import {
  askedAs,
  type OpenProviders,
  openProviders,
  toIssue,
} from '../../support/money-receipts/simulated-providers.ts';

let open: OpenProviders;
beforeAll(async () => {
  open = await openProviders();
});
afterAll(() => open.stop());
beforeEach(() => {
  open.vnpt.mood = 'up';
  open.viettel.mood = 'up';
});

type Outcome = Awaited<ReturnType<ReceiptProvider['issue']>>;
const nameOf = (issued: Outcome) =>
  issued.state === 'issued' ? issued.name : { form: 'EBL01' as const, serial: '26TAA', number: 1 };
const given = expect.objectContaining({ state: 'given' });

describe.each(['vnpt', 'viettel'] as const)('receipts through %s', name => {
  const provider = () => open.connect[name]();
  const book = () => open[name].book;

  test('are issued, found by their key, and shown', async () => {
    const receipt = toIssue();
    expect(await provider().find(askedAs(receipt))).toEqual({ state: 'none' });
    const issued = await provider().issue(receipt);
    expect(issued).toEqual({
      state: 'issued',
      name: { form: 'EBL01', serial: '26TAA', number: expect.any(Number) },
    });
    expect(await provider().find(askedAs(receipt))).toEqual(issued);
    const named = { ...askedAs(receipt), name: nameOf(issued) };
    const page = await provider().page(named);
    expect(page).toEqual(given);
    expect('pdf' in page && page.pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(book().of(receipt.key)?.how).toMatch(/^(ImportAndPublishInv|Gốc)$/);
  });

  test('are issued once by one key, however often they are sent', async () => {
    const receipt = toIssue();
    const first = await provider().issue(receipt);
    expect(first.state).toBe('issued');
    expect(await provider().issue(receipt)).toEqual({ state: 'taken' });
    expect(await provider().find(askedAs(receipt))).toEqual(first);
  });

  test('that correct another say which, how and why', async () => {
    const receipt = toIssue();
    const first = await provider().issue(receipt);
    const number = first.state === 'issued' ? first.name.number : 0;
    const of = earlier(number);
    const replacing = toIssue({ kind: { kind: 'replacement', of, reason: 'Ghi sai tên' } }, receipt.key);
    expect((await provider().issue(replacing)).state).toBe('issued');
    for (const change of ['increase', 'decrease', 'information'] as const) {
      const kind = { kind: 'adjustment', of, reason: 'Thu thừa', change } as const;
      const amounts = change === 'information' ? paying(0) : paying(10_000);
      const adjusting = toIssue({ kind, ...amounts }, receipt.key);
      expect((await provider().issue(adjusting)).state).toBe('issued');
      const kept = book().of(adjusting.key);
      expect(kept?.corrects).toBe(receipt.key);
      expect(Object.values(kept?.said ?? {})).toContain('Thu thừa');
    }
    expect(book().of(replacing.key)?.how).toMatch(/replaceInv|Thay thế/);
  });

  test('hold every name as it is written, whatever stands in it', async () => {
    const names = [
      `O'Neil & Con <b>"Tý"</b>`,
      ']]></CusName><Total>1</Total>',
      '<!ENTITY x "y"> &amp; &lt;',
      '"}},{"a":"',
      'Nguyễn Thị Lành',
    ];
    for (const payer of names) {
      const receipt = toIssue({ payer: { name: payer, taxCode: null } });
      expect((await provider().issue(receipt)).state).toBe('issued');
      expect(book().of(receipt.key)?.said).toMatchObject({
        [name === 'vnpt' ? 'CusName' : 'buyerName']: payer,
        [name === 'vnpt' ? 'Total' : 'total']: '125000',
      });
    }
  });

  test('hold every amount and name there can be', async () => {
    const texts = fc
      .string({ minLength: 1, maxLength: 40, unit: fc.constantFrom(...`aĐ&<>'"]![;=-/ố`) })
      .filter(text => text.trim() === text && text !== '');
    await fc.assert(
      fc.asyncProperty(texts, fc.integer({ min: 1, max: 999_999_999_999 }), async (payer, amount) => {
        const receipt = toIssue({ payer: { name: payer, taxCode: null }, ...paying(amount) });
        expect((await provider().issue(receipt)).state).toBe('issued');
        const said = Object.values(book().of(receipt.key)?.said ?? {});
        expect(said).toContain(payer);
        expect(said).toContain(String(amount));
      }),
      { numRuns: 30 },
    );
  });

  test.each([
    ['loses-answer', { state: 'unavailable', reason: 'unreachable' }],
    ['late', { state: 'unavailable', reason: 'unreachable' }],
    ['slow', { state: 'unavailable', reason: 'slow' }],
    ['down', { state: 'unavailable', reason: 'unreachable' }],
    ['garbage', { state: 'unavailable', reason: 'untrustworthy' }],
    ['busy', { state: 'unavailable', reason: 'untrustworthy' }],
    ['twice', { state: 'taken' }],
    ['refuses', { state: 'refused' }],
    ['locked-out', { state: 'blocked' }],
  ] as const)('sent while it is in the mood %s are %o', async (mood, outcome) => {
    const receipt = toIssue();
    open[name].mood = mood;
    open[name].asked.length = 0;
    expect(await provider().issue(receipt)).toMatchObject(outcome);
    // Nothing is sent twice.
    const sent = open[name].asked.filter(asked => /Import|createInvoice/.test(asked));
    expect(sent.length).toBeLessThanOrEqual(1);
    open[name].mood = 'up';
    const there = await provider().find(askedAs(receipt));
    expect(there.state).toBe(['loses-answer', 'twice'].includes(mood) ? 'issued' : 'none');
  });

  test('of a body without an account are not sent', async () => {
    const none = open.connect[name](['0101601092']);
    expect(await none.issue(toIssue())).toMatchObject({ state: 'unavailable', reason: 'notConnected' });
    expect(await none.find(askedAs(toIssue()))).toMatchObject({
      state: 'unavailable',
      reason: 'notConnected',
    });
  });

  test('are not issued by a wrong password, and that is told apart', async () => {
    const wrong = open.connect[name](undefined, { password: 'wrong' });
    expect(await wrong.issue(toIssue())).toMatchObject({ state: 'blocked' });
    expect(await wrong.find(askedAs(toIssue()))).toMatchObject({ state: 'blocked' });
  });

  test('have no page before the provider has one', async () => {
    const receipt = toIssue();
    const issued = await provider().issue(receipt);
    open[name].mood = 'no-page';
    const named = { ...askedAs(receipt), name: nameOf(issued) };
    expect(await provider().page(named)).toMatchObject({ state: 'busy' });
  });
});

test.each([
  ['ERR:13', { state: 'taken' }],
  ['ERR:1', { state: 'blocked', code: '1' }],
  ['ERR:7', { state: 'blocked', code: '7' }],
  ['ERR:6', { state: 'blocked', code: '6' }],
  ['ERR:20', { state: 'blocked', code: '20' }],
  ['ERR:29', { state: 'blocked', code: '29' }],
  ['ERR:5', { state: 'unavailable', reason: 'untrustworthy' }],
  ['ERR:3', { state: 'refused', code: '3' }],
  ['ERR:30', { state: 'refused', code: '30' }],
  ['ERR:99', { state: 'refused', code: '99' }],
] as const)('%s of VNPT is %o', async (mood, outcome) => {
  open.vnpt.mood = mood;
  expect(await open.connect.vnpt().issue(toIssue())).toMatchObject(outcome);
});

test.each([
  ['TRANSACTION_UUID_INVALID', { state: 'taken' }],
  ['INVOICE_SERIAL_NOT_FOUND', { state: 'blocked', code: 'INVOICE_SERIAL_NOT_FOUND' }],
  ['GENERAL', { state: 'unavailable', reason: 'untrustworthy' }],
  ['BUYER_NAME_INVALID', { state: 'refused', code: 'BUYER_NAME_INVALID' }],
] as const)('%s of Viettel is %o', async (mood, outcome) => {
  open.viettel.mood = mood;
  expect(await open.connect.viettel().issue(toIssue())).toMatchObject(outcome);
});
