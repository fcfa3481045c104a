import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { sealEvents } from '../functions/domain/dossier/seal.ts';
import type { MemoryRecords } from '../functions/kernel/table/memory-records.ts';
import type { DossierStore } from '../functions/records/dossiers/dossier-store.ts';
import { keys, shardOf, TALLY_SHARDS } from '../functions/records/keys/keys.ts';
import { workItemKey } from '../functions/records/lists/work-items.ts';
import { PORTAL_AUDIT } from '../test/durability/heard-events.ts';
import { assembly } from '../test/support/assembly.ts';
import { machineOf } from '../test/support/lifecycle/synthesized-machine.ts';
import { reportOf } from './report.ts';
import { openSimulation, type SimulationOptions, type SimulationSeams } from './simulation.ts';

const usual = {
  dossiers: 30,
  seed: 5,
  from: '2026-03',
  months: 1,
  calm: false,
  troubles: 1,
  allUnits: false,
};

let definition: string;
beforeAll(async () => {
  definition = machineOf(await assembly()).text;
});

async function simulated(
  options: Partial<SimulationOptions> = {},
  tampering: Pick<SimulationSeams, 'tamper' | 'tamperRegistry' | 'tamperCursors'> = {},
): Promise<{ findings: readonly { audit: string; dossier: string | undefined }[]; report: string }> {
  const chosen = { ...usual, ...options };
  const simulation = await openSimulation(chosen, { definition, ...tampering });
  const outcome = await simulation.run();
  return { findings: outcome.findings, report: reportOf(chosen, outcome) };
}

/** Real milliseconds: the suite may run on a machine that is busy. */
const PATIENCE = 180_000;

describe('a simulated province', { timeout: PATIENCE }, () => {
  it('keeps every rule through two months in which much goes wrong', async () => {
    const { findings, report } = await simulated({ dossiers: 100, from: '2026-01', months: 2, seed: 4 });
    expect(findings).toEqual([]);
    for (const trouble of [
      'lostReply',
      'sentTwice',
      'slowTable',
      'clockLeap',
      'deathBeforeWake',
      'executionsLost',
      'lostNudge',
      'consumerBehind',
      'nudgedTwice',
      'silentPortal',
    ])
      expect(report).toMatch(new RegExp(`${trouble} +[1-9]`));
  });

  it('is the same again with the same seed, and another with another', async () => {
    const { report } = await simulated();
    expect((await simulated()).report).toBe(report);
    expect((await simulated({ seed: 6 })).report).not.toBe(report.replace('seed 5', 'seed 6'));
  });

  it('is quiet when asked to be, and tells the story of a dossier', async () => {
    const first = await simulated({ dossiers: 5, calm: true, seed: 2 });
    expect(first.report).toContain('Nothing went wrong.');
    const until = Date.parse('2026-03-20T00:00:00+07:00');
    const trace = 'H44.101-260399-0001';
    const { report } = await simulated({ dossiers: 5, calm: true, seed: 2, until, trace });
    expect(report).toContain('Ended at 2026-03-20T00:00:00+07:00.');
    expect(report).toContain(`There was no dossier ${trace} in this run.`);
  });
});

type Tamper = (store: DossierStore, records: MemoryRecords) => DossierStore;

/** Does something else in place of the first commit that brings an entry of this kind. */
function insteadOfFirst(
  type: string,
  work: (
    store: DossierStore,
    change: Parameters<DossierStore['commit']>[0],
    records: MemoryRecords,
  ) => ReturnType<DossierStore['commit']>,
): Tamper {
  return (store, records) => {
    let done = false;
    return {
      ...store,
      async commit(change) {
        if (done || !change.outcome.events.some(({ data }) => data.type === type))
          return store.commit(change);
        done = true;
        return work(store, change, records);
      },
    };
  };
}

const broken: Readonly<Record<string, { readonly rule: string; readonly tamper: Tamper }>> = {
  'an acknowledged write that was never made': {
    rule: 'every acknowledged write is in its ledger, once',
    tamper: insteadOfFirst('accepted', async () => undefined),
  },
  'an alarm that sounds twice': {
    rule: 'no alarm was missed, doubled or early',
    tamper: insteadOfFirst('alarmRaised', async (store, change) => {
      const refusal = await store.commit(change);
      const { head, events } = change.outcome;
      const again = events.filter(({ data }) => data.type === 'alarmRaised');
      const by = {
        actor: again[0]?.actor ?? { kind: 'system', mechanism: 'alarm' },
        now: Date.parse(head.updatedAt),
      } as const;
      await store.commit({
        before: head,
        labels: change.labels,
        outcome: sealEvents({ code: head.code, head }, again, by),
      });
      return refusal;
    }),
  },
  'an alarm that never sounds': {
    rule: 'no alarm was missed, doubled or early',
    tamper: store => ({
      ...store,
      commit: async change =>
        change.outcome.events.some(({ data }) => data.type === 'alarmRaised')
          ? { refused: 'version' as const }
          : store.commit(change),
    }),
  },
  'a number that was left out': {
    rule: 'dossier numbers have no gap and no duplicate',
    tamper(store, records) {
      let done = false;
      return {
        ...store,
        create(place, build) {
          const key = keys.dossierNumber(place.agency, place.date);
          if (!done) records.transact([{ name: 'skip', key, becomes: () => ({ count: 1 }) }]);
          done = true;
          return store.create(place, build);
        },
      };
    },
  },
  'an entry that was changed afterwards': {
    // The product refuses it itself, again and again, before the audit comes to its chain.
    rule: 'functions fail only where something is broken',
    tamper: insteadOfFirst('accepted', async (store, change, records) => {
      const refusal = await store.commit(change);
      const key = keys.event(change.before.code, 1);
      const forged = (item: Record<string, unknown> | undefined) => ({
        event: { ...(item?.['event'] as object), at: '2026-03-01T00:00:00+07:00' },
      });
      records.transact([{ name: 'forge', key, becomes: forged }]);
      return refusal;
    }),
  },
  'a dossier that is missing in a list': {
    rule: 'lists, work lists, tasks and searches show what the ledger says',
    tamper: insteadOfFirst('returned', async (store, change, records) => {
      const refusal = await store.commit(change);
      const key = keys.listed(change.before.code, 'PROVINCE');
      records.transact([{ name: 'lose', key, becomes: () => undefined }]);
      return refusal;
    }),
  },
  'a task that stays in a work list when it is decided': {
    rule: 'lists, work lists, tasks and searches show what the ledger says',
    tamper: insteadOfFirst('accepted', async (store, change, records) => {
      const [decided] = change.before.tasks;
      const key = decided && workItemKey(decided);
      const item = key && records.get(key);
      const refusal = await store.commit(change);
      if (key && item) records.transact([{ name: 'keep', key, becomes: () => item }]);
      return refusal;
    }),
  },
  'a count that lost a task': {
    rule: 'counts of open tasks are those of the dossiers in the work lists',
    tamper: insteadOfFirst('accepted', async (store, change, records) => {
      const refusal = await store.commit(change);
      const unit = change.outcome.head.tasks[0]?.unit ?? '';
      const key = keys.tally(unit, shardOf(change.before.code, TALLY_SHARDS));
      records.transact([{ name: 'lose', key, becomes: () => undefined }]);
      return refusal;
    }),
  },
};

describe('a broken rule is found:', { timeout: PATIENCE }, () => {
  it.each(Object.entries(broken))('%s', async (_, { rule, tamper }) => {
    const { findings, report } = await simulated({ dossiers: 25 }, { tamper });
    const found = findings.find(({ audit }) => audit === rule);
    expect(found, report).toBeDefined();
    expect(report).toContain(`NOT TRUE: ${rule}`);
    expect(report).toMatch(
      /found at 2026-\S+; again: npm run simulate -- --dossiers 25 --seed 5 --months 1 --from 2026-03/,
    );
    expect(report).toContain('seed 5');
  });
});

it('a sweeper that finds nothing leaves machines behind, which is found', { timeout: PATIENCE }, async () => {
  const tamperRegistry: SimulationSeams['tamperRegistry'] = registry => ({
    ...registry,
    behindSince: async () => [],
  });
  const { findings, report } = await simulated({ dossiers: 150, months: 2 }, { tamperRegistry });
  // A run ends at what it meets with first, and which of these that is, is the seed's choice.
  const left = [
    'no alarm was missed, doubled or early',
    'every open dossier waits on its task with a live token',
    'every open dossier has its running execution, every closed one an ended one',
  ];
  expect(
    findings.map(({ audit }) => audit).filter(audit => left.includes(audit)),
    report,
  ).not.toEqual([]);
});

describe('what a portal is told otherwise than its ledgers say is found:', { timeout: PATIENCE }, () => {
  const cases: Readonly<Record<string, NonNullable<SimulationSeams['tamperCursors']>>> = {
    'an event that it never hears of'(cursors) {
      return {
        ...cursors,
        // Done, says the worker that was to send the last event, before it sent it.
        async take(place, wanted) {
          const taken = await cursors.take(place, wanted);
          if (taken.kind !== 'taken' || wanted.reached < 5) return taken;
          await cursors.release(taken.lease, wanted.reached);
          return { kind: 'done' };
        },
      };
    },
    'a retry that is never made'(cursors) {
      return { ...cursors, due: async () => [] };
    },
    'a place in the feed that is noted as not reached': cursors => ({
      ...cursors,
      pass: async (place, from, to, now) =>
        place.consumer === 'changes' ? true : cursors.pass(place, from, to, now),
    }),
  };
  it.each(Object.entries(cases))('%s', async (_, tamperCursors) => {
    const { findings, report } = await simulated({ dossiers: 60 }, { tamperCursors });
    expect(
      findings.map(({ audit }) => audit),
      report,
    ).toContain(PORTAL_AUDIT);
  });
});

describe('the command', () => {
  const main = fileURLToPath(new URL('./simulate.ts', import.meta.url));

  it('refuses what it does not understand, with help and exit code 2', () => {
    const { status, stderr, stdout } = spawnSync(process.execPath, [main, '--dossiers', 'x'], {
      encoding: 'utf8',
    });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(
      /^--dossiers takes a whole number from 1 to 500000, not “x”\.\n\nnpm run simulate/,
    );
  });
});
