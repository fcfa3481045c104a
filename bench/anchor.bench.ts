// Anchors and audits many dossiers in a table in memory: how long it takes, and how much memory beside the table.
// Usage: npm run bench:anchor [-- --dossiers 100000]
import { replay } from '../functions/domain/dossier/head.ts';
import { formatDossierCode } from '../functions/domain/dossier/number.ts';
import { sealEvent } from '../functions/domain/ledger/chain.ts';
import { addDays, DAY, startOfDay, toRfc3339 } from '../functions/domain/vietnam-time.ts';
import { anchorDays } from '../functions/features/anchor/anchor-day.ts';
import { archive } from '../functions/features/anchor/archive.ts';
import { auditEverything } from '../functions/features/anchor/audit-everything.ts';
import { memoryItems } from '../functions/kernel/table/memory-items.ts';
import { memoryRecords } from '../functions/kernel/table/memory-records.ts';
import { memoryAccessRecords } from '../functions/records/audit-log/memory-access-records.ts';
import { keys } from '../functions/records/keys/keys.ts';
import { reconciliationKeys } from '../functions/records/keys/reconciliation-keys.ts';
import { type WalkPosition, walkDossiers } from '../functions/records/projections/walk-dossiers.ts';
import { reconciliationStore } from '../functions/records/reconciliation/reconciliation-store.ts';
import type { LedgerEvent } from '../schemas/dossier/event.ts';
import type { AccessRecord } from '../schemas/stored/access-record.ts';
import { memoryObjects } from '../test/support/anchors/memory-objects.ts';
import { testSigner } from '../test/support/anchors/test-signer.ts';
import { accept, approve } from '../test/support/lifecycle/decisions.ts';
import { PaperDossier } from '../test/support/lifecycle/paper-dossier.ts';
import { readOptions } from '../tools/read-options.mjs';

const AGENCY = 'H44.101';
const FIRST = '2026-03-02';
/** Submitted a day: a province of 2,000 a working day has five units of this size. */
const A_DAY = 4000;

const { values } = readOptions(process.argv.slice(2), {
  command: 'npm run bench:anchor',
  positionals: 0,
  options: { dossiers: { type: 'string' } },
});
const wanted = Number(values.dossiers ?? '100000');

const records = memoryRecords();
const items = memoryItems(records);
const accessRecords = memoryAccessRecords(records);
const objects = memoryObjects();
const signer = testSigner();
const time = { now: 0 };
const deps = {
  items,
  changes: reconciliationStore(items),
  archive: archive(objects),
  signer,
  publicKeys: [await signer.publicKey()],
  province: 'H44',
  walk: (from: WalkPosition, until: string, limit: number) =>
    walkDossiers(items, [AGENCY], from, until, limit),
  firstRecords: async () => FIRST,
  now: () => time.now,
  nearlyOver: () => false,
};

/** A plain dossier's ledger: six entries on three days. */
function plainLedger(): readonly LedgerEvent[] {
  const paper = new PaperDossier('1.001193').at('2026-03-02T09:00:00+07:00').decide(accept);
  paper.at('2026-03-03T09:00:00+07:00').decide(approve);
  paper.at('2026-03-04T09:00:00+07:00').decide(approve);
  paper.issue({ number: `${AGENCY}-KQ2026-000001`, sha256: 'a'.repeat(64), size: 9, origin: 'rendered' });
  return paper.ledger;
}

/** The same ledger under another code, some days later. */
function ledgerOf(plain: readonly LedgerEvent[], code: string, later: number): LedgerEvent[] {
  const made: LedgerEvent[] = [];
  for (const { hash: _, ...entry } of plain) {
    const at = toRfc3339(Date.parse(entry.at) + later * DAY);
    const previous = made.at(-1)?.hash ?? '0'.repeat(64);
    made.push(sealEvent<LedgerEvent>({ ...entry, dossier: code, at, previous }));
  }
  return made;
}

async function fill(): Promise<void> {
  const plain = plainLedger();
  for (let made = 0, later = 0; made < wanted; later++) {
    const date = addDays(FIRST, later);
    const today = Math.min(A_DAY, wanted - made);
    const put = (key: { pk: string; sk: string }, item: object) =>
      records.transact([{ name: 'put', key, becomes: () => ({ ...item }) }]);
    put(keys.dossierNumber(AGENCY, date), { count: today });
    for (let count = 1; count <= today; count++) {
      const code = formatDossierCode(AGENCY, date, count);
      const events = ledgerOf(plain, code, later);
      for (const event of events) put(keys.event(code, event.seq), { event });
      const head = replay(events);
      put(keys.head(code), { head });
      for (const gone of [0, 1, 2]) put(reconciliationKeys.changed(addDays(date, gone), code), {});
      const record: AccessRecord = {
        at: toRfc3339(startOfDay(date) + 9 * 3600_000 + count),
        requestId: `${code}`,
        reader: { kind: 'officer', id: 'thuly1', unit: AGENCY, roles: ['handler'] },
        operation: 'getDossier',
        parts: ['applicant'],
        dossiers: [{ code, basis: 'unit' }],
        stated: null,
        asked: null,
      };
      // A person each, so that no list of a person grows out of proportion.
      await accessRecords.add([{ record, owners: new Map([[head.owner, new Set([code])]]) }]);
    }
    made += today;
    time.now = startOfDay(date) + 4 * DAY;
  }
}

const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;
const memory = () => {
  global.gc?.();
  return process.memoryUsage().rss;
};

async function timed(what: string, work: (look: () => void) => Promise<string>): Promise<void> {
  const before = memory();
  let peak = before;
  // Nothing here waits for the outside, so no timer would ever look.
  const look = () => {
    peak = Math.max(peak, process.memoryUsage().rss);
  };
  const [began, used] = [performance.now(), process.cpuUsage()];
  const said = await work(look);
  look();
  const { user, system } = process.cpuUsage(used);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const processor = ((user + system) / 1e6).toFixed(1);
  console.log(
    `${what}: ${said}: ${seconds} s, ${processor} s of processor; ${megabytes(peak - before)} beside ${megabytes(before)} of table`,
  );
}

await timed('fill', async () => {
  await fill();
  return `${wanted} dossiers`;
});
await timed('anchor', async look => {
  const end = time.now;
  // Night by night, as it is done: the first holds what is there by then.
  for (let now = startOfDay(FIRST) + DAY + 3600_000; now <= end; now += DAY) {
    time.now = now;
    await anchorDays(deps);
    look();
  }
  return `${(await deps.archive.days()).length} days, ${megabytes(objects.size())} in the bucket`;
});
await timed('audit', async look => {
  let [looked, found] = [0, 0];
  for await (const slice of auditEverything(deps)) {
    look();
    looked += slice.looked;
    found += slice.found.length;
  }
  if (found > 0) throw new Error(`${found} findings where there are none`);
  return `${looked} leaves of ledgers`;
});
