import { describe, expect, test } from 'vitest';
import { lifecycle } from '../../functions/domain/lifecycle/states.ts';
import type { HandlingState } from '../../schemas/dossier/states.ts';
import { accept, approve, missing } from '../support/lifecycle/decisions.ts';
import { type Office, openOffice } from '../support/lifecycle/office.ts';

/** A way into every state; the code of a dossier that stands there. */
const ways: Readonly<Record<HandlingState, (office: Office) => Promise<string>>> = {
  submitted: office => office.submit('1.001193'),
  async declined(office) {
    const code = await ways.submitted(office);
    await office.decide(code, { decision: 'decline', reason: 'Không thuộc thẩm quyền' });
    return code;
  },
  async accepted(office) {
    const code = await ways.submitted(office);
    await office.decide(code, accept);
    return code;
  },
  async processing(office) {
    const code = await ways.accepted(office);
    await office.decide(code, approve);
    return code;
  },
  async supplementing(office) {
    const code = await ways.accepted(office);
    await office.decide(code, missing);
    return code;
  },
  async awaitingPayment(office) {
    const code = await office.submit('2.001263');
    await office.decide(code, accept);
    return code;
  },
  async withdrawn(office) {
    const code = await ways.submitted(office);
    await office.withdraw(code);
    return code;
  },
  async stopped(office) {
    const code = await ways.accepted(office);
    await office.decide(code, { decision: 'stop', reason: 'Chủ hồ sơ đề nghị' });
    return code;
  },
  async decided(office) {
    const code = await office.submit('1.001193', { returnBy: 'counter' });
    await office.decide(code, accept);
    await office.decide(code, approve);
    await office.decide(code, approve);
    return code;
  },
  async returned(office) {
    const code = await ways.decided(office);
    await office.decide(code, { decision: 'handOver' });
    return code;
  },
};

const states = Object.entries(lifecycle).map(
  ([state, { withdrawable }]) => [state as HandlingState, withdrawable] as const,
);

/** Withdrawal, in every state of the lifecycle. */
export function withdrawalSuite(definition: () => string): void {
  const open = () => openOffice({ definition: definition(), at: '2026-03-02T08:00:00+07:00' });

  describe('withdrawal', () => {
    test.each(states.filter(([, withdrawable]) => withdrawable))(
      'of a dossier that is %s ends it',
      async state => {
        const office = await open();
        const code = await ways[state](office);
        expect((await office.head(code)).handling).toBe(state);
        await office.withdraw(code);
        expect(await office.head(code)).toMatchObject({
          handling: 'withdrawn',
          tasks: [],
          closedAt: '2026-03-02T08:00:00+07:00',
        });
        expect((await office.story(code)).at(-1)).toBe('withdrawn');
        const view = await office.machines.view(code);
        expect(view).toMatchObject({ status: 'SUCCEEDED', output: { phase: 'withdrawn' } });
        expect(view.path.slice(-2)).toEqual(['Route', 'Withdrawn']);
        await office.to('2026-06-01T08:00:00+07:00');
        expect(await office.story(code)).not.toContainEqual(expect.stringContaining('alarm'));
      },
    );

    test.each(states.filter(([, withdrawable]) => !withdrawable))(
      'of a dossier that is %s is refused and changes nothing',
      async state => {
        const office = await open();
        const code = await ways[state](office);
        const before = await office.head(code);
        expect(before.handling).toBe(state);
        await expect(office.withdraw(code)).rejects.toMatchObject({
          code: 'state-conflict',
          facts: { handling: state },
        });
        expect(await office.head(code)).toEqual(before);
      },
    );

    test('closes the consultations that are open', async () => {
      const office = await open();
      const code = await office.submit('1.013225');
      await office.decide(code, accept);
      await office.decide(code, { decision: 'consult', question: 'Ý kiến của cơ quan?' });
      await office.withdraw(code);
      const closed = await Promise.all([3, 4, 5].map(number => office.dossiers.task(code, number)));
      expect(closed.map(task => task?.closed?.decision)).toEqual(['withdrawn', 'withdrawn', 'withdrawn']);
      await expect(
        office.decide(code, { decision: 'giveOpinion', opinion: 'Đồng ý' }, { unit: 'H44.04' }),
      ).rejects.toThrow('no such open task');
    });
  });
}
