import { describe, expect, test } from 'vitest';
import { paymentLink } from './payments.ts';
import { BY_PAGE, RELIEVED } from './test-procedures.ts';
import { decided, expectRefusal, submitted, type World } from './world.ts';

const RELIEFS = [
  { relief: 'digital-criminal-record', evidence: { kind: 'digital-citizen', attestedBy: 'officer' } },
];
const asking = (anew: Record<string, unknown> = {}) => ({
  decision: 'requestSupplement',
  reason: 'Thiếu bản sao.',
  items: ['Bản sao còn thiếu'],
  ...anew,
});
const recording = (anew: Record<string, unknown> = {}) => ({
  decision: 'recordSupplement',
  components: [{ component: 'c1', paperCopies: 1 }],
  ...anew,
});

/** Fees that a supplement changes (phí, lệ phí phát sinh khi bổ sung). */
export function supplementFees(open: () => World): void {
  describe('the fee settled anew with a supplement', () => {
    const head = async (code: string) => (await open().owner.call('getDossier', { params: { code } })).body;
    const taskOf = async (code: string) => (await head(code)).tasks[0].id as string;
    const pay = async (code: string, amount: number) =>
      decided(open().reception, await taskOf(code), { decision: 'recordPayment', amount, method: 'cash' });
    /** Accepted with two pages, paid, and at the examination. */
    const examined = async (): Promise<string> => {
      const code = await submitted(open().owner, { procedure: BY_PAGE });
      await decided(open().reception, `${code}.t1`, { decision: 'accept', counts: { fee: 2 } });
      await pay(code, 4000);
      return code;
    };
    const ask = async (code: string, anew: Record<string, unknown> = {}) =>
      decided(open().handler, await taskOf(code), asking(anew));
    const look = async (code: string) =>
      (await open().anonymous.call('getPayment', { params: await paymentLink(open(), code) })).body;

    test('more is owed by the rest, on form 02 and on the payment page, and waited for once it is supplemented', async () => {
      const { owner, handler } = open();
      const code = await examined();
      const receipt = await ask(code, { counts: { fee: 5 } });
      expect(receipt.form).toMatchObject({ number: '02' });
      const told = await head(code);
      expect(told).toMatchObject({ handling: 'supplementing', money: 'due', amountDue: 10_000 });
      expect(told.bill).toMatchObject({ due: 10_000, lines: [{ count: 5 }] });
      expect(await look(code)).toMatchObject({ owed: 6000, received: 4000, vietQr: { amount: 6000 } });
      const forms = (await owner.call('listForms', { params: { code } })).body.items;
      expect(forms.map(({ number }: { number: string }) => number)).toContain('02');
      const components = [{ component: 'c1', paperCopies: 1 }];
      const sent = await owner.call('supplementDossier', { params: { code }, body: { components } });
      expect(sent.status).toBe(200);
      expect(await head(code)).toMatchObject({ handling: 'awaitingPayment', tasks: [{ phase: 'payment' }] });
      await pay(code, 6000);
      const after = await head(code);
      expect(after).toMatchObject({ handling: 'processing', money: 'paid' });
      // Whoever asked for it has it again.
      const task = await handler.call('getTask', { params: { id: after.tasks[0].id } });
      expect(task.body).toMatchObject({ step: 'examine', assignee: expect.any(String) });
      const history = (await owner.call('getHistory', { params: { code } })).body.items;
      type Entry = { data: { type: string } };
      const requested = history.findLast(({ data }: Entry) => data.type === 'paymentRequested');
      expect(requested).toMatchObject({ data: { amount: 6000 } });
      expect(requested.data).not.toHaveProperty('resumeWith');
    });

    test('less leaves the surplus held, recorded at the counter, and the dossier goes on', async () => {
      const code = await examined();
      await ask(code);
      await decided(open().reception, await taskOf(code), recording({ counts: { fee: 1 } }));
      expect(await head(code)).toMatchObject({ handling: 'processing', money: 'overpaid', amountDue: 2000 });
      const money = (await open().owner.call('listPayments', { params: { code } })).body;
      expect(money).toMatchObject({ owed: 0, held: 2000, refundable: { held: 2000 } });
    });

    test('what stands already changes nothing', async () => {
      const code = await examined();
      await ask(code, { counts: { fee: 2 } });
      await decided(open().reception, await taskOf(code), recording({ counts: { fee: 2 } }));
      expect(await head(code)).toMatchObject({ handling: 'processing', money: 'paid', amountDue: 4000 });
    });

    test('a relief is offered with the tasks that may settle it, and applied by the day of submission', async () => {
      const { owner, reception, handler } = open();
      const code = await submitted(owner, { procedure: RELIEVED });
      await decided(reception, `${code}.t1`, { decision: 'accept' });
      await pay(code, 200_000);
      const id = await taskOf(code);
      expect((await handler.call('getTask', { params: { id } })).body.reliefs).toMatchObject([
        { relief: 'digital-criminal-record' },
      ]);
      await ask(code, { reliefs: RELIEFS });
      expect(await head(code)).toMatchObject({ money: 'overpaid', amountDue: 0 });
      const recorded = await taskOf(code);
      const body = recording({ counts: {} });
      const refused = await reception.call('decideTask', { params: { id: recorded }, body });
      expectRefusal(refused, 422, 'request-invalid');
      expect(refused.body.errors).toMatchObject([{ pointer: '/reliefs' }]);
      await decided(reception, recorded, recording({ reliefs: [] }));
      expect(await head(code)).toMatchObject({ handling: 'processing', money: 'paid', amountDue: 200_000 });
    });

    test.each([
      ['a count of a line that is not there', { counts: { pages: 3 } }, ['/counts/pages', '/counts/fee']],
      ['no pages at all', { counts: { fee: 0 } }, ['/counts/fee']],
      ['a case of a fee without cases', { case: 'first', counts: { fee: 3 } }, ['/case']],
      ['a relief of another field', { counts: { fee: 3 }, reliefs: RELIEFS }, ['/reliefs/0/relief']],
    ])('%s is refused where it is', async (_, anew, pointers) => {
      const code = await examined();
      const id = await taskOf(code);
      const refused = await open().handler.call('decideTask', { params: { id }, body: asking(anew) });
      expectRefusal(refused, 422, 'request-invalid');
      expect(refused.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(pointers);
      expect(await head(code)).toMatchObject({ handling: 'processing', amountDue: 4000 });
    });

    test('an amount that is none of the fee, a dossier not accepted, and a refund under way are refused', async () => {
      const { owner, reception, handler } = open();
      const code = await examined();
      const id = await taskOf(code);
      const odd = { params: { id }, body: asking({ amountDue: 5001 }) };
      expectRefusal(await handler.call('decideTask', odd), 422, 'fee-amount-wrong');
      const fresh = await submitted(owner, { procedure: BY_PAGE });
      const early = { params: { id: `${fresh}.t1` }, body: asking({ counts: { fee: 2 } }) };
      const refused = await reception.call('decideTask', early);
      expectRefusal(refused, 422, 'request-invalid');
      expect(refused.body.errors).toMatchObject([{ pointer: '/counts' }]);
      const asked = { amount: 4000, of: 'received', believed: 4000, reason: 'Nộp nhầm hồ sơ.' };
      expect((await reception.call('requestRefund', { params: { code }, body: asked })).status).toBe(200);
      const during = { params: { id }, body: asking({ counts: { fee: 3 } }) };
      expectRefusal(await handler.call('decideTask', during), 409, 'state-conflict');
    });
  });
}
