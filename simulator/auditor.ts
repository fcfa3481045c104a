import { isDeepStrictEqual } from 'node:util';
import { applyEvent } from '../functions/domain/dossier/head.ts';
import { toRfc3339 } from '../functions/domain/vietnam-time.ts';
import type { MemoryRecords } from '../functions/kernel/table/memory-records.ts';
import { keys } from '../functions/records/keys/keys.ts';
import { dossierHead } from '../schemas/dossier/head.ts';
import type { Outage } from '../test/durability/alarm-audit.ts';
import { type Audit, dossierAudits, type Evidence, provinceAudits } from '../test/durability/audits.ts';
import { PORTAL_AUDIT } from '../test/durability/heard-events.ts';
import type { KeptDossier, Snapshot } from '../test/durability/snapshot.ts';
import type { Acknowledged } from '../test/durability/stubborn-client.ts';
import { type Figures, openFigures } from './figures.ts';
import { keptDossier } from './kept-dossiers.ts';
import type { PortalLine } from './portal-line.ts';
import { countFaults, projectionFaults } from './projection-audit.ts';
import type { VirtualMachines } from './virtual-machines.ts';
import type { Committed } from './watched-store.ts';

/** Something that is not as it must be: the sentence that does not hold, where, and when it was found. */
export interface Finding {
  readonly audit: string;
  readonly what: string;
  readonly dossier: string | undefined;
  readonly at: string;
}

/** How late an alarm may be outside of breakdowns, in milliseconds: lost wake-ups wait for the sweeper, failures for their retries. */
const ALARM_GRACE = 20 * 60_000;

/** Audits that hold only once everything has come to rest. */
const AT_REST = new Set([
  'every open dossier waits on its task with a live token',
  'every open dossier has its running execution, every closed one an ended one',
]);

/** What the lists are held to, beside the audits that need no lists. */
const IN_LISTS = 'lists, work lists, tasks and searches show what the ledger says';
const IN_COUNTS = 'counts of open tasks are those of the dossiers in the work lists';

/** Dossiers read into memory at once. */
const BATCH = 400;

export interface AuditorDeps {
  readonly now: () => number;
  readonly records: MemoryRecords;
  readonly machines: VirtualMachines;
  readonly portals: Pick<PortalLine, 'cursorsOf' | 'underWay' | 'atRest' | 'differing'>;
  readonly outages: readonly Outage[];
  readonly acknowledged: readonly Acknowledged[];
}

/** Looks whether everything is as it must be: at every commit, every night, and at the end. */
export interface Auditor {
  readonly findings: readonly Finding[];
  /** Audits made, by how many dossiers they looked at. */
  readonly looked: { commits: number; dossiers: number };
  /** Dossiers received so far. */
  readonly received: number;
  find(audit: string, what: string): void;
  /** A change as it was committed: it must follow on the one before. */
  watch(committed: Committed): void;
  /** Looks at what has changed since the last look. `atRest`: nothing was under way for hours. */
  lookAtChanges(atRest: boolean): Promise<void>;
  /** Looks at everything; gives the figures of the ledgers. */
  lookAtAll(atRest: boolean): Promise<Figures>;
}

export function openAuditor(deps: AuditorDeps): Auditor {
  const findings: Finding[] = [];
  const known = new Map<string, { version: number; updatedAt: string; closed: boolean }>();
  const changed = new Set<string>();
  const units = new Set<string>();
  const looked = { commits: 0, dossiers: 0 };

  function find(audit: string, what: string): void {
    const dossier = /[A-Z]\d+(?:\.\d+)*-\d{6}-\d{4,}/.exec(what)?.[0];
    findings.push({ audit, what, dossier, at: toRfc3339(deps.now()) });
  }

  function watch({ before, head, events }: Committed): void {
    looked.commits++;
    changed.add(head.code);
    const last = known.get(head.code);
    const begun = last?.version ?? 0;
    if ((before?.version ?? 0) !== begun)
      find(
        'every change follows on the one before',
        `${head.code}: on ${before?.version} instead of ${begun}`,
      );
    const folded = events.reduce(applyEvent, before);
    if (!isDeepStrictEqual(folded, head))
      find('every head equals the replay of its ledger', `${head.code}: committed version ${head.version}`);
    for (const { unit } of [...(before?.tasks ?? []), ...head.tasks]) units.add(unit);
    known.set(head.code, {
      version: head.version,
      updatedAt: head.updatedAt,
      closed: head.closedAt !== null,
    });
  }

  async function look(
    codes: readonly string[],
    chosen: readonly [string, Audit][],
    told: (dossier: KeptDossier) => readonly string[],
    figures?: Figures,
  ): Promise<void> {
    const promised = Map.groupBy(deps.acknowledged, codeOf);
    const executions = await deps.machines.executions();
    for (let from = 0; from < codes.length; from += BATCH) {
      const batch = codes.slice(from, from + BATCH);
      const dossiers = new Map<string, KeptDossier>();
      for (const code of batch) {
        const kept = await keptDossier(deps.records, code, deps.machines.tokenLives, deps.portals.cursorsOf);
        dossiers.set(code, kept);
        if (kept.head) figures?.enter(kept.head, kept.events);
        for (const what of told(kept)) find(PORTAL_AUDIT, what);
      }
      looked.dossiers += batch.length;
      for (const code of batch)
        for (const what of await projectionFaults(deps.records, code)) find(IN_LISTS, what);
      const acknowledged = batch.flatMap(code => promised.get(code) ?? []);
      run(chosen, { ...nothingKept, dossiers, executions, now: deps.now() }, acknowledged);
    }
  }

  function run(
    chosen: readonly [string, Audit][],
    snapshot: Snapshot,
    acknowledged: readonly Acknowledged[],
  ): void {
    const evidence: Evidence = {
      acknowledged,
      alarmGrace: ALARM_GRACE,
      outages: deps.outages,
      lossesExpected: true,
    };
    for (const [audit, look] of chosen) for (const what of look(snapshot, evidence)) find(audit, what);
  }

  /** Work lists and counts of the units in which something has happened. */
  async function lookAtCounts(): Promise<void> {
    const stirred = [...units].sort();
    units.clear();
    for (const unit of stirred)
      for (const what of await countFaults(deps.records, unit)) find(IN_COUNTS, what);
  }

  /** Numbers, results and executions, over all dossiers ever made. */
  async function lookAtProvince(): Promise<void> {
    const dossiers = new Map<string, KeptDossier>();
    for (const code of known.keys()) {
      const item = deps.records.get(keys.head(code));
      const head = item && dossierHead.parse(item['head']);
      dossiers.set(code, {
        code,
        head,
        events: [],
        tasks: [],
        machine: undefined,
        cursors: new Map(),
        tokenLives: false,
      });
    }
    const counters = new Map(numbers().map(({ key, item }) => [key.pk, Number(item['count'])]));
    const results = new Map(register().map(({ item }) => [String(item['number']), String(item['dossier'])]));
    const executions = await deps.machines.executions();
    run(Object.entries(provinceAudits), { dossiers, counters, results, executions, now: deps.now() }, []);
  }

  const numbers = () => deps.records.having('count').filter(({ key }) => key.sk === 'NUMBER');
  const register = () => deps.records.having('number').filter(({ key }) => key.sk === 'RESULT');
  const dossierLooks = (atRest: boolean) =>
    Object.entries(dossierAudits).filter(([audit]) => atRest || !AT_REST.has(audit));

  return {
    findings,
    looked,
    get received() {
      return known.size;
    },
    find,
    watch,
    async lookAtChanges(atRest) {
      const codes = [...changed];
      changed.clear();
      // What has just changed may still be on its way.
      const now = deps.now();
      const fresh = codes.filter(code => now - Date.parse(known.get(code)?.updatedAt ?? '') < 30 * 60_000);
      for (const code of fresh) changed.add(code);
      const settled = codes.filter(code => !changed.has(code));
      // A portal that does not answer is told again for days.
      await look(settled, dossierLooks(atRest), deps.portals.underWay);
      await lookAtCounts();
    },
    async lookAtAll(atRest) {
      const figures = openFigures();
      const { underWay, atRest: whole, differing } = deps.portals;
      await look([...known.keys()], dossierLooks(atRest), atRest ? whole : underWay, figures);
      for (const what of differing()) find(PORTAL_AUDIT, what);
      await lookAtProvince();
      await lookAtCounts();
      return figures;
    },
  };
}

const nothingKept = { counters: new Map<string, number>(), results: new Map<string, string>() };

/** The dossier that an acknowledged write is about. */
function codeOf({ answer }: Acknowledged): string {
  const { code, dossier } = answer as { code?: string; dossier?: { code: string } };
  return code ?? dossier?.code ?? '';
}
