import { issuedResults } from '../../../functions/domain/results/issued-results.ts';
import {
  type DigitizationDeps,
  getDigitization,
} from '../../../functions/features/dossiers/get-digitization.ts';
import { getDossier } from '../../../functions/features/dossiers/get-dossier.ts';
import { getHistory } from '../../../functions/features/dossiers/get-history.ts';
import { listAccessRecords } from '../../../functions/features/dossiers/list-access-records.ts';
import { listResults } from '../../../functions/features/dossiers/list-results.ts';
import { openFile } from '../../../functions/features/dossiers/open-file.ts';
import { memoryItems } from '../../../functions/kernel/table/memory-items.ts';
import { memoryRecords } from '../../../functions/kernel/table/memory-records.ts';
import { memoryAccessRecords } from '../../../functions/records/audit-log/memory-access-records.ts';
import { memoryCursorStore } from '../../../functions/records/consumers/memory-cursor-store.ts';
import { digitizationStore } from '../../../functions/records/digitizing/digitization-store.ts';
import { memoryDossierStore } from '../../../functions/records/dossiers/memory-dossier-store.ts';
import type { LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { Principal } from '../../../schemas/identity/principal.ts';
import type { OfficerRole } from '../../../schemas/identity/roles.ts';
import type { AccessRecord } from '../../../schemas/stored/access-record.ts';
import { applicant, create } from '../../contract/stores.ts';
import { memoryFiles, keyring as testKeyring } from '../../support/lifecycle/memory-province.ts';
import { citizen as ownerOnPaper, PaperDossier, rulesOf } from '../../support/lifecycle/paper-dossier.ts';

/** Ten o'clock on the day the dossiers were submitted. */
export const NOW = Date.parse('2026-03-02T10:00:00+07:00');
export const OWNER = '025090000001';
export const NAME = applicant.name;

export const citizen = (identityNumber: string): Principal => ({ kind: 'citizen', identityNumber, level: 2 });
export const officer = (unit: string | null, ...roles: OfficerRole[]): Principal => ({
  kind: 'officer',
  id: `${roles.join('-')}.can-bo`,
  unit,
  roles,
});
export const auditor = officer('H44', 'auditor');

/** The owner's number gives the digest under which dossiers are filed on paper. */
const OWNER_KEY = 'key' in ownerOnPaper ? ownerOnPaper.key : '';
export const keyring = {
  ...testKeyring,
  personKey: (number: string) => (number === OWNER ? OWNER_KEY : testKeyring.personKey(number)),
};

/** What `create` makes dossiers of. */
const PROCEDURE = '1.001193';

/** Use cases of reading over records in memory. `failing` makes the record of reads refuse to be written. */
export function readingRoom() {
  const records = memoryRecords();
  const dossiers = memoryDossierStore(records);
  const files = memoryFiles(records);
  const accessRecords = memoryAccessRecords(records);
  let registered: readonly LedgerEvent[] = [];
  const trouble: { failing: Error | undefined; opened: string[] } = { failing: undefined, opened: [] };
  const derived = new Map<string, Uint8Array>();
  const digitizations = digitizationStore(memoryItems(records));
  const deps: DigitizationDeps = {
    digitizations,
    derived: { get: async key => derived.get(key) ?? Buffer.from('{"pages":[]}') },
    paperHints: true,
    dossiers,
    cursors: memoryCursorStore(),
    accessRecords: {
      ...accessRecords,
      async add(entries) {
        if (trouble.failing) throw trouble.failing;
        await accessRecords.add(entries);
      },
    },
    keyring: async () => keyring,
    lists: {
      page: async () => ({ items: [], next: undefined }),
      fetch: async () => [],
      parts: async () => [],
      rows: async () => [],
    },
    names: { of: async () => new Map() },
    vault: { of: async () => [], find: async () => undefined },
    results: {
      find: async number => {
        const issued = issuedResults(registered).find(each => each.number === number);
        if (!issued) return undefined;
        const { seq: _, revoked, ...own } = issued;
        return {
          ...own,
          dossier: registered[0]?.dossier ?? '',
          agency: 'H44.101',
          procedureName: '',
          key: 'results/1',
          ...(revoked && { revoked }),
        };
      },
      storedHash: async () => 'c'.repeat(64),
      async link({ key }) {
        trouble.opened.push(key);
        return `https://results.example/${key}`;
      },
    },
    files: files.store,
    links: {
      async linkTo({ key }) {
        trouble.opened.push(key);
        return `https://files.example/${key}`;
      },
    },
    rules: {
      load: async () => rulesOf(PROCEDURE),
      workCalendar: () => Promise.reject(new Error('not asked for')),
    },
  };
  const call = <P, Q>(caller: Principal, params: P, query: Q, reason: string | null = null) => ({
    caller,
    params,
    query,
    body: undefined,
    repeat: { key: undefined, requestHash: '' },
    access: { requestId: `request-${records.all().length}`, reason },
    ifMatch: undefined,
    language: 'vi' as const,
    now: NOW,
  });
  type Asked = { cursor?: string; limit?: number; on?: string; reader?: string; dossier?: string };
  return {
    records,
    dossiers,
    trouble,
    deps,
    /** Enters what a ledger issued in the register. */
    register(ledger: readonly LedgerEvent[]) {
      registered = ledger;
    },
    digitizations,
    derived,
    async file(unit = 'H44.101', submitted?: string): Promise<PaperDossier> {
      const made = await create({ dossiers }, { agency: unit, date: '2026-03-02' });
      if ('refused' in made) throw new Error(made.refused);
      const { code } = made.outcome.head;
      if (submitted !== undefined) {
        const item = records.get({ pk: `DOSSIER#${code}`, sk: 'HEAD' });
        const head = { ...made.outcome.head, submittedBy: submitted };
        records.transact([
          {
            name: 'head',
            key: { pk: `DOSSIER#${code}`, sk: 'HEAD' },
            becomes: () => ({ ...item, head }),
          },
        ]);
      }
      return new PaperDossier(PROCEDURE, { receivingUnit: unit, code });
    },
    /** A dossier with one file, handed in for its first paper. */
    async withPaper(unit = 'H44.101'): Promise<{ code: string; file: string }> {
      const file = await files.upload('citizen:owner');
      await files.store.settle(file, undefined);
      const [paper] = rulesOf(PROCEDURE).procedure.components;
      const components = [{ component: paper?.id ?? '', files: [file], paperCopies: 0 }];
      const place = { agency: unit, date: '2026-03-02' };
      const made = await create({ dossiers }, place, { files: [file], components });
      if ('refused' in made) throw new Error(made.refused);
      return { code: made.outcome.head.code, file };
    },
    open: (caller: Principal, code: string, id: string) =>
      openFile(deps, call(caller, { code, id }, undefined)),
    digitization: (caller: Principal, code: string, id: string, paperHints = true) =>
      getDigitization({ ...deps, paperHints }, call(caller, { code, id }, undefined)),
    read: (caller: Principal, code: string, reason: string | null = null) =>
      getDossier(deps, call(caller, { code }, undefined, reason)),
    history: (caller: Principal, code: string) => getHistory(deps, call(caller, { code }, { limit: 20 })),
    results: (caller: Principal, code: string) => listResults(deps, call(caller, { code }, undefined)),
    async whoRead(caller: Principal, asked: Asked = {}) {
      const query = { limit: 20, ...asked };
      return (await listAccessRecords(deps, call(caller, undefined, query))).body;
    },
    /** Every entry kept, once each: those of the lists by day. */
    kept: (): AccessRecord[] =>
      records
        .all()
        .filter(({ key }) => key.pk.startsWith('READDAY#'))
        .map(({ item }) => item['read'] as AccessRecord),
  };
}
