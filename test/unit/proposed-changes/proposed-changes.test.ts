import { describe, expect, test } from 'vitest';
import { digestOf } from '../../../functions/domain/canonical-json.ts';
import {
  confirmedBy,
  demandAsPreviewed,
  demandProposed,
  demandSecondAdministrator,
  doneAt,
  statusAt,
  withdrawnBy,
} from '../../../functions/domain/proposed-changes/confirm.ts';
import { proposedBy } from '../../../functions/domain/proposed-changes/propose.ts';
import { standsOnTrail, withEntry } from '../../../functions/domain/proposed-changes/trail.ts';
import { DAY, parseInstant } from '../../../functions/domain/vietnam-time.ts';
import { storedProposedChange } from '../../../schemas/stored/proposed-change.ts';

const now = parseInstant('2026-11-26T09:00:00+07:00');
const content = {
  kind: 'replanning',
  unit: 'H44.101',
  cause: {
    kind: 'outage',
    from: '2026-11-23T08:00:00+07:00',
    to: '2026-11-23T14:00:00+07:00',
    reason: 'Mất điện',
  },
} as const;
const basis = 'a'.repeat(64);
const plan = (dossiers: number, of = basis, own: object = {}) => ({
  preview: { dossiers, among: 200, exact: true, differences: [], ...own },
  basis: of,
});
const first = { id: 'quantri.h44', person: 'P1' };
const second = { id: 'quantri2.h44' };
const proposal = (dossiers = 40) =>
  proposedBy(first, { id: 'pc_00000000000000000000000000', content, plan: plan(dossiers), now });

describe('a proposed change', () => {
  test('is kept with what it touches, and can be confirmed for a week', () => {
    const change = proposal();
    expect(storedProposedChange.parse(change)).toEqual(change);
    expect(change).toMatchObject({ status: 'proposed', confirmBefore: '2026-12-03T09:00:00+07:00' });
    expect(statusAt(change, now + 7 * DAY - 1)).toBe('proposed');
    expect(statusAt(change, now + 7 * DAY)).toBe('expired');
    expect(() => demandProposed(change, now + 7 * DAY)).toThrow(
      expect.objectContaining({ code: 'proposed-change-settled' }),
    );
  });

  test('is confirmed by another person: neither by the account nor by another account of the same', () => {
    const change = proposal();
    expect(() => demandSecondAdministrator(change, second)).not.toThrow();
    for (const same of [{ id: first.id }, { id: 'khac.h44', person: 'P1' }])
      expect(() => demandSecondAdministrator(change, same)).toThrow(
        expect.objectContaining({ code: 'four-eyes' }),
      );
  });

  test.each([
    ['as previewed', 40, true],
    ['fewer', 3, true],
    ['a few more, which came in', 50, true],
    ['clearly more', 51, false],
  ])('that touches %s', (_, dossiers, taken) => {
    const demand = () => demandAsPreviewed(proposal(), plan(dossiers));
    if (taken) expect(demand).not.toThrow();
    else expect(demand).toThrow(expect.objectContaining({ code: 'proposed-change-outdated' }));
  });

  test('that could not be looked at whole in time is held to what it was looked for in', () => {
    const demand = (own: object) => () => demandAsPreviewed(proposal(), plan(90, basis, own));
    expect(demand({ exact: false })).not.toThrow();
    expect(demand({ exact: false, among: 220 })).not.toThrow();
    expect(demand({ exact: false, among: 221 })).toThrow(
      expect.objectContaining({ code: 'proposed-change-outdated' }),
    );
  });

  test('is outdated where another version is in force, whatever it touches', () => {
    expect(() => demandAsPreviewed(proposal(), plan(40, 'b'.repeat(64)))).toThrow(
      expect.objectContaining({ code: 'proposed-change-outdated' }),
    );
  });

  test('says who did what, in a chain that shows when something of it is changed', () => {
    const done = doneAt(confirmedBy(proposal(), second, now + 1000), now + 2000);
    expect(done.trail.map(({ what, by }) => `${what} ${by}`)).toEqual([
      'proposed quantri.h44',
      'confirmed quantri2.h44',
      'done quantri2.h44',
    ]);
    expect(done.version).toBe(3);
    expect(standsOnTrail(done, content)).toBe(true);
    const longer = { ...content, cause: { ...content.cause, to: '2026-11-24T14:00:00+07:00' } };
    expect(standsOnTrail(done, longer)).toBe(false);
    expect(standsOnTrail({ ...done, preview: { ...done.preview, dossiers: 4 } }, content)).toBe(false);
    expect(standsOnTrail({ ...done, proposedBy: second.id }, content)).toBe(false);
    const [one, two, ...rest] = done.trail;
    if (!one || !two) throw new Error('two entries');
    expect(standsOnTrail({ ...done, trail: [one, { ...two, by: first.id }, ...rest] }, content)).toBe(false);
  });

  test('says as what person it was proposed: neither that nor its lack can be put in afterwards', () => {
    const { proposer, ...nobody } = proposal();
    expect(proposer).toBe('P1');
    expect(standsOnTrail({ ...nobody, proposer: 'P2' }, content)).toBe(false);
    expect(standsOnTrail(nobody, content)).toBe(false);
    const unknown = proposedBy(second, { id: nobody.id, content, plan: plan(40), now });
    expect(standsOnTrail(unknown, content)).toBe(true);
    expect(standsOnTrail({ ...unknown, proposer: 'P2' }, content)).toBe(false);
  });

  test('that was kept before the trail covered the person still stands, and lacks what came later', () => {
    const { kind, preview, basis, trail, changedInRound: _, progress, ...kept } = proposal();
    const digest = digestOf({ kind, preview, basis, content });
    const { at, by, what } = trail[0] ?? never();
    const { failed: __, ...counts } = progress;
    const before = storedProposedChange.parse({
      ...kept,
      ...{ kind, preview, basis, progress: counts },
      trail: withEntry([], { at, by, what, content: digest }),
    });
    expect(before.progress.failed).toBe(0);
    expect(standsOnTrail(before, content)).toBe(true);
    expect(standsOnTrail(confirmedBy(before, second, now), content)).toBe(true);
    expect(standsOnTrail(before, { ...content, unit: 'H44.102' })).toBe(false);
  });

  test('that was withdrawn is over', () => {
    const change = withdrawnBy(proposal(), second, 'Ngày ghi sai', now);
    expect(change).toMatchObject({ status: 'withdrawn', withdrawnBy: second.id });
    expect(() => demandProposed(change, now)).toThrow(
      expect.objectContaining({ code: 'proposed-change-settled' }),
    );
  });
});

function never(): never {
  throw new Error('a trail begins with an entry');
}
