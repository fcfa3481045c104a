import { replay } from '../../../functions/domain/dossier/head.ts';
import { parseInstant } from '../../../functions/domain/vietnam-time.ts';
import { anchorDays } from '../../../functions/features/anchor/anchor-day.ts';
import { archive } from '../../../functions/features/anchor/archive.ts';
import { auditEverything } from '../../../functions/features/anchor/audit-everything.ts';
import type { Attributes } from '../../../functions/kernel/table/item-write.ts';
import { memoryItems } from '../../../functions/kernel/table/memory-items.ts';
import { memoryRecords } from '../../../functions/kernel/table/memory-records.ts';
import { memoryAccessRecords } from '../../../functions/records/audit-log/memory-access-records.ts';
import { keptDossiers } from '../../../functions/records/dossiers/kept-dossiers.ts';
import { keys } from '../../../functions/records/keys/keys.ts';
import { type WalkPosition, walkDossiers } from '../../../functions/records/projections/walk-dossiers.ts';
import { reconciliationStore } from '../../../functions/records/reconciliation/reconciliation-store.ts';
import type { LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { AccessRecord } from '../../../schemas/stored/access-record.ts';
import { create, labels } from '../../contract/stores.ts';
import { memoryObjects } from '../../support/anchors/memory-objects.ts';
import { testSigner } from '../../support/anchors/test-signer.ts';
import { accept, approve } from '../../support/lifecycle/decisions.ts';
import { PaperDossier } from '../../support/lifecycle/paper-dossier.ts';

export const AGENCY = 'H44.101';
const SHA = 'a'.repeat(64);

interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** A province in memory that is anchored, and whose table somebody can write to past the application. */
export function anchoredProvince({ first = '2026-03-02' } = {}) {
  const records = memoryRecords();
  const table = memoryItems(records);
  const dossiers = keptDossiers(table);
  const accessRecords = memoryAccessRecords(records);
  const objects = memoryObjects();
  const signer = testSigner();
  const time = { now: parseInstant(`${first}T08:00:00+07:00`) };
  const walk = (from: WalkPosition, until: string, limit: number) =>
    walkDossiers(table, [AGENCY], from, until, limit);
  const deps = {
    items: table,
    changes: reconciliationStore(table),
    archive: archive(objects),
    signer,
    province: 'H44',
    walk,
    firstRecords: async () => first,
    now: () => time.now,
    nearlyOver: () => false,
  };

  /** A dossier that is submitted on a day, and moves on by `move` at an instant. */
  async function submit(date: string) {
    const made = await create({ dossiers }, { agency: AGENCY, date });
    if ('refused' in made) throw new Error(made.refused);
    const { code } = made.outcome.head;
    const paper = new PaperDossier('1.001193', { code, at: `${date}T08:00:00+07:00` });
    const move = async (at: string, deed: (paper: PaperDossier) => void, more: object = {}) => {
      const before = paper.head;
      const from = paper.ledger.length;
      deed(paper.at(at));
      const refused = await dossiers.commit({
        before,
        outcome: { events: paper.ledger.slice(from), head: paper.head },
        labels,
        ...more,
      });
      if (refused) throw new Error(JSON.stringify(refused));
    };
    const issue = async (at: string, count: number) => {
      const number = `${AGENCY}-KQ2026-${String(count).padStart(6, '0')}`;
      const result = {
        number,
        agency: AGENCY,
        year: '2026',
        count,
        procedureName: 'x',
        key: `results/${code}`,
      };
      await move(at, () => paper.issue({ number, sha256: SHA, size: 9, origin: 'rendered' }), { result });
      return number;
    };
    return { code, paper, move, issue };
  }

  return {
    ...deps,
    time,
    dossiers,
    objects,
    submit,
    /** Somebody reads dossiers, at an instant. */
    async read(at: string, requestId: string, codes: readonly string[]) {
      const record: AccessRecord = {
        at,
        requestId,
        reader: { kind: 'officer', id: 'thuly1', unit: AGENCY, roles: ['handler'] },
        operation: 'getDossier',
        parts: ['applicant'],
        dossiers: codes.map(code => ({ code, basis: 'unit' as const })),
        stated: null,
        asked: null,
      };
      const heads = await Promise.all(codes.map(code => dossiers.find(code)));
      const owners = Map.groupBy(codes, (_, nth) => heads[nth]?.head.owner ?? '');
      await accessRecords.add([
        { record, owners: new Map([...owners].map(([owner, own]) => [owner, new Set(own)])) },
      ]);
    },
    /** Lets a night pass: everything up to the day is anchored. */
    async anchorUpTo(day: string, at = '01:25') {
      time.now = parseInstant(`${day}T${at}:00+07:00`) + 86_400_000;
      return await anchorDays(deps);
    },
    /** What the audit of all anchored days finds. */
    async audit(publicKeys?: readonly string[]) {
      const keyed = { ...deps, publicKeys: publicKeys ?? [await signer.publicKey()] };
      const found: string[] = [];
      for await (const slice of auditEverything(keyed))
        found.push(...slice.found.map(one => `${one.day} ${one.name} ${one.detail}`));
      return found;
    },
    set: (key: Key, members: Attributes) =>
      table.transact([{ refusal: 'no', key, change: { set: members } }]),
    remove: (key: Key) => table.transact([{ refusal: 'no', key, change: { remove: true } }]),
    under: (pk: string) => records.under(pk).map(({ key }) => key),
    /** Writes a ledger as it is given, and the head that follows from it. */
    put: (code: string, events: readonly LedgerEvent[]) =>
      table.transact([
        ...events.map(event => ({
          refusal: 'no',
          key: keys.event(code, event.seq),
          change: { put: { event } },
        })),
        { refusal: 'no', key: keys.head(code), change: { set: { head: replay(events) } } },
      ]),
  };
}

export type Province = ReturnType<typeof anchoredProvince>;
export type Dossier = Awaited<ReturnType<Province['submit']>>;

/** Two dossiers, one with a result, some access records, and three anchored days. */
export async function provinceOfThreeDays() {
  const province = anchoredProvince();
  const done = await province.submit('2026-03-02');
  const open = await province.submit('2026-03-02');
  await done.move('2026-03-02T09:00:00+07:00', paper => paper.decide(accept));
  await province.read('2026-03-02T09:05:00+07:00', 'req-1', [done.code, open.code]);
  await done.move('2026-03-03T09:00:00+07:00', paper => paper.decide(approve));
  await province.read('2026-03-03T09:05:00+07:00', 'req-2', [done.code]);
  await province.read('2026-03-03T23:59:59+07:00', 'req-3', [open.code]);
  await done.move('2026-03-04T09:00:00+07:00', paper => paper.decide(approve));
  const number = await done.issue('2026-03-04T09:00:05+07:00', 1);
  await province.anchorUpTo('2026-03-02');
  await province.anchorUpTo('2026-03-03');
  await province.anchorUpTo('2026-03-04');
  return { province, done, open, number };
}
