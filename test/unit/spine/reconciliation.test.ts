import { beforeEach, describe, expect, it } from 'vitest';
import { sealTerms } from '../../../functions/domain/search/sealed-terms.ts';
import { addDays } from '../../../functions/domain/vietnam-time.ts';
import { comparedProjections } from '../../../functions/features/reconciliation/compared-projections.ts';
import {
  type ComparisonDeps,
  runComparison,
} from '../../../functions/features/reconciliation/run-comparison.ts';
import { memoryItems } from '../../../functions/kernel/table/memory-items.ts';
import { memoryRecords } from '../../../functions/kernel/table/memory-records.ts';
import { memoryCursorStore } from '../../../functions/records/consumers/memory-cursor-store.ts';
import { keptDossiers } from '../../../functions/records/dossiers/kept-dossiers.ts';
import { registeredResult } from '../../../functions/records/dossiers/registered-result.ts';
import { keys } from '../../../functions/records/keys/keys.ts';
import { walkDossiers } from '../../../functions/records/projections/walk-dossiers.ts';
import { reconciliationStore } from '../../../functions/records/reconciliation/reconciliation-store.ts';
import { memorySubscriptionStore } from '../../../functions/records/subscriptions/memory-subscription-store.ts';
import type { Nudge } from '../../../schemas/nudge.ts';
import { applicant, create, labels } from '../../contract/stores.ts';
import { accept } from '../../support/lifecycle/decisions.ts';
import { type Filing, PaperDossier, rulesOf } from '../../support/lifecycle/paper-dossier.ts';
import { PARTY, PORTAL, subscription } from './portals.ts';

const FIRST = '2026-03-02';
const by = { kind: 'portal', id: PORTAL } as const;
const keyring = {
  personKey: (text: string) => text,
  termKey: (text: string) => text,
  sealCursor: () => '',
  resultCode: () => 'code',
  resultCodeFits: () => false,
  collectionSeal: (text: string) => `seal-${text.length}`,
  collectionSealFits: () => true,
  paymentKey: (code: string) => `key-${code}`,
  paymentKeyFits: () => true,
  cursorSealFits: () => true,
};

const foundBy = sealTerms(applicant, keyring);

/** A province in memory, whose relay stands still: nobody is told of anything but by the comparison. */
function silentProvince() {
  const items = memoryItems(memoryRecords());
  const dossiers = keptDossiers(items);
  const cursors = memoryCursorStore();
  const subscriptions = memorySubscriptionStore();
  const store = reconciliationStore(items);
  const nudges: [string, Nudge][] = [];
  const recovered: string[] = [];
  const running = new Set<string>();
  const files = new Map<string, string>();
  let now = Date.parse(`${FIRST}T00:00:00+07:00`);
  let slices = Number.POSITIVE_INFINITY;
  const deps: ComparisonDeps = {
    dossiers,
    cursors,
    subscriptions,
    store,
    machines: { status: async code => (running.has(code) ? 'running' : 'ended') },
    running: async () => ({ names: [...running].map(code => `${code}_r1`), next: null }),
    recover: async ({ name }) => recovered.push(name),
    nudge: async (consumer, nudge) => {
      nudges.push([consumer, nudge]);
    },
    projections: comparedProjections(items, async () => keyring),
    unitsAt: async () => [],
    results: {
      find: number => registeredResult(items, number),
      files: { read: async key => files.get(key) },
    },
    firstRecords: async () => FIRST,
    walk: (from, until, limit) => walkDossiers(items, ['H44.101'], from, until, limit),
    now: () => now,
    nearlyOver: () => slices-- <= 0,
  };
  return {
    items,
    cursors,
    subscriptions,
    store,
    nudges,
    recovered,
    running,
    files,
    deps,
    at: (instant: string) => {
      now = Date.parse(instant);
    },
    run: (only = Number.POSITIVE_INFINITY) => {
      slices = only;
      return runComparison(deps);
    },
    async submit(date: string, more: Filing = { by }) {
      const made = await create({ dossiers }, { agency: 'H44.101', date }, { ...more, foundBy });
      if ('refused' in made) throw new Error(made.refused);
      const { code } = made.outcome.head;
      running.add(code);
      return code;
    },
    async accept(code: string, at: string) {
      const found = await dossiers.find(code);
      if (!found) throw new Error('no dossier');
      const paper = new PaperDossier('1.001193', { code, by, at: found.head.submittedAt }).at(at);
      const before = paper.head;
      const count = paper.ledger.length;
      paper.decide(accept);
      const outcome = { events: paper.ledger.slice(count), head: paper.head };
      expect(await dossiers.commit({ before, outcome, labels })).toBeUndefined();
    },
  };
}

let province: ReturnType<typeof silentProvince>;
beforeEach(async () => {
  province = silentProvince();
  await province.subscriptions.add(subscription());
});

describe('the nightly comparison', () => {
  it('finds files that were handed in and never ordered to be read', async () => {
    const file = '01JNKZ0000000000000000FILE';
    const [paper] = rulesOf('1.001193').procedure.components;
    const components = [{ component: paper?.id ?? '', files: [file], paperCopies: 0 }];
    const code = await province.submit(FIRST, { components });
    const bare = await province.submit(FIRST, {});
    province.at(`${addDays(FIRST, 1)}T00:30:00+07:00`);
    await province.run();
    expect(province.nudges).toEqual([['digitizing', { dossier: code, reached: 1 }]]);
    expect(bare).not.toBe(code);
  });

  it('finds everything that was not told of while the relay stood still for two days', async () => {
    const codes = [];
    for (const day of [0, 1])
      for (let count = 0; count < 40; count++) codes.push(await province.submit(addDays(FIRST, day)));
    const accepted = codes[0] ?? '';
    await province.accept(accepted, `${addDays(FIRST, 1)}T09:00:00+07:00`);
    await province.submit(addDays(FIRST, 1), {});
    province.at(`${FIRST}T23:00:00+07:00`);
    // The first night has compared the day before, on which there was nothing.
    expect((await province.run()).found).toEqual([]);
    province.at(`${addDays(FIRST, 2)}T00:30:00+07:00`);
    const { found, done } = await province.run();
    expect(done).toBe(true);
    expect(new Set(found.map(({ kind, state }) => `${kind} ${state}`))).toEqual(
      new Set(['consumerBehind mended']),
    );
    for (const consumer of ['changes', 'webhook']) {
      const told = province.nudges.filter(([name]) => name === consumer);
      expect(new Set(told.map(([, { dossier }]) => dossier))).toEqual(new Set(codes));
      expect(told.filter(([, { dossier }]) => dossier === accepted).at(-1)?.[1].reached).toBe(2);
    }
    const listed = await province.store.findings(addDays(FIRST, 1), { limit: 1000 });
    expect(listed.items.length).toBeGreaterThan(40);
  });

  it('goes on where it stopped, and does each slice once', async () => {
    for (let count = 0; count < 130; count++) await province.submit(FIRST);
    province.at(`${addDays(FIRST, 1)}T00:30:00+07:00`);
    let looked = 0;
    for (let run = 0; run < 30; run++) looked += (await province.run(1)).looked;
    // The dossiers, the executions that run, and that day's share of all dossiers.
    expect(looked).toBe(390);
    expect((await province.run()).done).toBe(true);
    expect(await province.run()).toEqual({ looked: 0, found: [], done: true });
  });

  it('gives way to a run that has overtaken it', async () => {
    for (let count = 0; count < 60; count++) await province.submit(FIRST);
    province.at(`${addDays(FIRST, 1)}T00:30:00+07:00`);
    const both = await Promise.all([province.run(), province.run()]);
    expect(both.filter(({ done }) => done)).toHaveLength(1);
  });

  it('says nothing of who is up to date, and leaves what waits for a party to its own retries', async () => {
    const [done, waiting] = [await province.submit(FIRST), await province.submit(FIRST)];
    for (const consumer of ['changes', PARTY])
      await province.cursors.pass({ consumer, dossier: done }, 0, 1, 0);
    await province.cursors.pass({ consumer: 'changes', dossier: waiting }, 0, 1, 0);
    const taken = await province.cursors.take(
      { consumer: PARTY, dossier: waiting },
      { reached: 1, now: 0, until: 1 },
    );
    if (taken.kind !== 'taken') throw new Error(taken.kind);
    const left = {
      state: 'waiting',
      reason: 'timeout',
      attempts: 1,
      since: `${FIRST}T08:00:00+07:00`,
      retryAt: 5,
    } as const;
    await province.cursors.release(taken.lease, 0, left);
    province.at(`${addDays(FIRST, 1)}T00:30:00+07:00`);
    expect((await province.run()).found).toEqual([]);
    expect(province.nudges).toEqual([]);
  });

  it('starts an execution anew that is gone, and tells of one that carries nothing', async () => {
    const gone = await province.submit(FIRST, {});
    province.running.delete(gone);
    province.running.add('H44.101-250101-0001');
    province.at(`${addDays(FIRST, 1)}T00:30:00+07:00`);
    const { found } = await province.run();
    expect(found.map(({ kind, name, state }) => [kind, name, state])).toEqual([
      ['executionMissing', gone, 'mended'],
      ['executionOrphan', 'H44.101-250101-0001_r1', 'open'],
    ]);
    expect(province.recovered).toHaveLength(1);
  });

  it('finds a ledger that was written to, a head that is another, and rows that are missing', async () => {
    const [tampered, moved, unlisted] = [
      await province.submit(FIRST, {}),
      await province.submit(FIRST, {}),
      await province.submit(FIRST, {}),
    ];
    const set = (key: { pk: string; sk: string }, members: object) =>
      province.items.transact([{ refusal: 'no', key, change: { set: { ...members } } }]);
    await set(keys.event(tampered, 1), { 'event.at': '2020-01-01T00:00:00+07:00' });
    await set(keys.head(moved), { 'head.handling': 'returned' });
    await province.items.transact([
      { refusal: 'no', key: keys.listed(unlisted, 'PROVINCE'), change: { remove: true } },
    ]);
    province.at(`${addDays(FIRST, 1)}T00:30:00+07:00`);
    const { found } = await province.run();
    const kinds = Map.groupBy(found, ({ name }) => name);
    expect(kinds.get(tampered)?.map(({ kind, detail }) => [kind, detail])).toContainEqual([
      'ledgerBroken',
      'entry 1: wrongHash',
    ]);
    expect(kinds.get(moved)?.map(({ kind, detail }) => [kind, detail])).toContainEqual([
      'headDiffers',
      'differs in handling',
    ]);
    expect(kinds.get(unlisted)?.map(({ kind, state }) => [kind, state])).toEqual([
      ['projectionDiffers', 'mended'],
    ]);
    const again = await province.deps.projections(
      (await province.deps.dossiers.find(unlisted))?.head as never,
    );
    expect(again).toEqual([]);
  });

  it('looks within thirty nights at every dossier, though nobody touched it for months', async () => {
    const codes: string[] = [];
    for (let day = 0; day < 90; day++) codes.push(await province.submit(addDays(FIRST, day), {}));
    const night = (day: number) => {
      province.at(`${addDays(FIRST, day)}T00:30:00+07:00`);
      return province.run();
    };
    await night(120);
    for (const code of codes)
      await province.items.transact([
        { refusal: 'no', key: keys.applicant(code), change: { set: { 'applicant.name': 'Trần Văn Tráo' } } },
      ]);
    const found = new Set<string>();
    let most = 0;
    for (let day = 121; day <= 150; day++) {
      const { found: tonight } = await night(day);
      most = Math.max(most, tonight.length);
      for (const { kind, name, state } of tonight)
        if (kind === 'applicantDiffers' && state === 'open') found.add(name);
    }
    expect(found.size).toBe(90);
    // A share each night, not all in one.
    expect(most).toBeLessThanOrEqual(6);
    expect((await province.deps.dossiers.find(codes[0] ?? ''))?.held).toBe(true);
  }, 60_000);
});
