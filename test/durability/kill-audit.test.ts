import { beforeAll, describe, expect, it } from 'vitest';
import { isEnd } from '../../functions/domain/lifecycle/states.ts';
import type { Evidence } from './audits.ts';
import { findings } from './findings.ts';
import { type KillReport, killRun } from './kill-run.ts';
import { killTable } from './kill-table.ts';
import type { KeptDossier, Snapshot } from './snapshot.ts';

const run = {
  kills: Number(process.env['KILLS'] ?? 4),
  seed: Number(process.env['SEED'] ?? 7),
  speed: 60,
  clients: 6,
  say: () => undefined,
};
let report: KillReport;

beforeAll(async () => {
  report = await killRun(run);
}, 240_000);

describe('a host that is killed at random moments under load', () => {
  it('keeps all that it acknowledged, and everything goes on', () => {
    expect(report.findings, killTable(run, report)).toEqual([]);
    expect(report.fire.kills).toBe(run.kills);
    expect(report.traffic.deadConnections).toBeGreaterThan(0);
    expect(report.traffic.acknowledged.length).toBeGreaterThan(20);
  });

  it('would not have been audited in vain: each planted fault is found', () => {
    const found = Object.fromEntries(
      Object.entries(planted).map(([fault, plant]) => {
        const { snapshot, evidence } = plant(report.snapshot, report.evidence);
        return [fault, findings(snapshot, evidence).map(({ audit }) => audit)];
      }),
    );
    expect(found).toEqual({
      'lost entries': expect.arrayContaining([
        'every acknowledged write is in its ledger, once',
        'every head equals the replay of its ledger',
      ]),
      'a forged entry': ['every ledger’s chain is whole', 'every head equals the replay of its ledger'],
      'a lost dossier': expect.arrayContaining([
        'every acknowledged write is in its ledger, once',
        'no execution is without a dossier, none of an old round runs',
        'dossier numbers have no gap and no duplicate',
      ]),
      'a dead token': ['every open dossier waits on its task with a live token'],
      'a machine that waits elsewhere': ['every open dossier waits on its task with a live token'],
      'a task that is still listed': ['the task list shows the head’s open tasks and no others'],
      'an execution that ended': [
        'every open dossier has its running execution, every closed one an ended one',
      ],
      'a number counted for nobody': ['dossier numbers have no gap and no duplicate'],
      'a result number given to nobody': [
        'result numbers have no gap and no duplicate, and are in the register',
      ],
      'years without an alarm': expect.arrayContaining(['no alarm was missed, doubled or early']),
      'an effect that nobody asked for': ['every acknowledged write is in its ledger, once'],
    });
  });
});

type Plant = (snapshot: Snapshot, evidence: Evidence) => { snapshot: Snapshot; evidence: Evidence };

/** One fault each, in a copy of a snapshot that is in order. */
const planted: Readonly<Record<string, Plant>> = {
  'lost entries': inDossier(isEnded, dossier => ({ events: dossier.events.slice(0, 1) })),
  'a forged entry': inDossier(isEnded, ({ events }) => ({
    events: events.map(event => (event.seq === 1 ? { ...event, at: '2031-03-03T08:00:01+07:00' } : event)),
  })),
  'a lost dossier': (snapshot, evidence) => {
    const dossiers = new Map(snapshot.dossiers);
    dossiers.delete(find(snapshot, isEnded).code);
    return { snapshot: { ...snapshot, dossiers }, evidence };
  },
  'a dead token': inDossier(isOpen, () => ({ tokenLives: false })),
  'a machine that waits elsewhere': inDossier(isOpen, ({ code, machine }) => ({
    machine: { ...machine, waitingOn: `${code}.t99` },
  })),
  'a task that is still listed': inDossier(isEnded, ({ tasks }) => ({
    tasks: tasks.map(task => ({ ...task, closed: null })),
  })),
  'an execution that ended': (snapshot, evidence) => {
    const { code } = find(snapshot, isOpen);
    const executions = new Map([...snapshot.executions, [code, 'FAILED']]);
    return { snapshot: { ...snapshot, executions }, evidence };
  },
  'a number counted for nobody': counted('NUMBER#DOSSIER#'),
  'a result number given to nobody': counted('NUMBER#RESULT#'),
  'years without an alarm': (snapshot, evidence) => ({
    snapshot: { ...snapshot, now: snapshot.now + 10 * 365 * 86_400_000 },
    evidence,
  }),
  'an effect that nobody asked for': (snapshot, evidence) => {
    const unanswered = evidence.acknowledged.findIndex(({ path }) => path.startsWith('/v1/tasks/'));
    return {
      snapshot,
      evidence: { ...evidence, acknowledged: evidence.acknowledged.toSpliced(unanswered, 1) },
    };
  },
};

function isEnded({ head }: KeptDossier): boolean {
  return head !== undefined && isEnd(head.handling);
}

function isOpen(dossier: KeptDossier): boolean {
  return !isEnded(dossier);
}

function find({ dossiers }: Snapshot, is: (dossier: KeptDossier) => boolean): KeptDossier {
  const found = [...dossiers.values()].find(is);
  if (!found) throw new Error('The run left no such dossier.');
  return found;
}

function inDossier(
  is: (dossier: KeptDossier) => boolean,
  change: (dossier: KeptDossier) => Partial<KeptDossier>,
): Plant {
  return (snapshot, evidence) => {
    const dossier = find(snapshot, is);
    const changed = { ...dossier, ...change(dossier) };
    return {
      snapshot: { ...snapshot, dossiers: new Map([...snapshot.dossiers, [dossier.code, changed]]) },
      evidence,
    };
  };
}

function counted(prefix: string): Plant {
  return (snapshot, evidence) => {
    const [key = `${prefix}H44.103#2031`, count = 0] =
      [...snapshot.counters].find(([counter]) => counter.startsWith(prefix)) ?? [];
    const counters = new Map([...snapshot.counters, [key, count + 1]]);
    return { snapshot: { ...snapshot, counters }, evidence };
  };
}
