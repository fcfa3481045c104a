import { createHash, createHmac } from 'node:crypto';
import { contentHash } from '../../../functions/domain/catalogue/content-hash.ts';
import type { MemoryRecords } from '../../../functions/kernel/table/memory-records.ts';
import type { CatalogueStore } from '../../../functions/records/catalogue/catalogue-store.ts';
import type { FileStore } from '../../../functions/records/files/file-store.ts';
import type { UploadedObjects } from '../../../functions/records/files/uploaded-objects.ts';
import type { Keyring } from '../../../functions/records/keyring/keyring.ts';
import { keys } from '../../../functions/records/keys/keys.ts';
import type { OrganizationStore } from '../../../functions/records/organization/organization-store.ts';
import type { WorkCalendarStore } from '../../../functions/records/work-calendar/work-calendar-store.ts';
import { nationalCalendar, standardOfficeHours, vietnameseRules } from '../../../law/calendars/national.ts';
import { loadStarterProvince, type StarterProvince } from '../../../province/load-starter-province.ts';
import type { Procedure, ProcedureVersion } from '../../../schemas/catalogue/procedure.ts';
import type { Workflow } from '../../../schemas/catalogue/workflow.ts';
import { storedFile } from '../../../schemas/stored/file.ts';
import type { WorkCalendar } from '../../../schemas/work-calendar.ts';
import { samplePaper } from '../../../start/demo/sample-paper.ts';

import { stillDeciding } from '../still-deciding.ts';

const RECORDED = '2025-12-01T08:00:00+07:00';

/** The starter province, read once, as if it still decided everything. */
export const starter: StarterProvince = stillDeciding(loadStarterProvince());

/** The working time of the nation, as the starter province publishes it. */
export const workCalendar: WorkCalendar = {
  calendar: nationalCalendar,
  rules: vietnameseRules,
  officeHours: standardOfficeHours,
  units: [],
};

/** A procedure of the starter province with its workflow. */
export function starterProcedure(code: string): { procedure: Procedure; workflow: Workflow } {
  const found = starter.procedures.find(({ procedure }) => procedure.code === code);
  if (!found) throw new Error(`The starter province has no procedure ${code}.`);
  return found;
}

export function publishedVersion(procedure: Procedure): ProcedureVersion {
  return {
    version: 1,
    contentHash: contentHash(procedure),
    recordedAt: RECORDED,
    state: 'open',
    closedBecause: null,
    origin: 'province',
    closedByHand: null,
    workflowVersion: 1,
    procedure,
  };
}

/** The catalogue: every starter procedure in its first version. */
export const catalogue: Pick<CatalogueStore, 'procedure' | 'procedureVersion' | 'workflowVersion'> = {
  async procedure(code) {
    const found = starter.procedures.find(entry => entry.procedure.code === code);
    return found && publishedVersion(found.procedure);
  },
  procedureVersion: code => catalogue.procedure(code),
  async workflowVersion(code) {
    const { workflow } = starterProcedure(code);
    return { version: 1, contentHash: contentHash(workflow), recordedAt: RECORDED, workflow };
  },
};

/** The organization: the starter province's units and officers. */
export const organization: Pick<OrganizationStore, 'current' | 'officer' | 'officersNamed'> = {
  async current() {
    return { version: 1, recordedAt: RECORDED, units: [...starter.units] };
  },
  officer: async id => starter.officers.find(officer => officer.id === id),
  officersNamed: async ids => starter.officers.filter(({ id }) => ids.includes(id)),
};

export const workCalendars: Pick<WorkCalendarStore, 'current' | 'version'> = {
  current: async () => ({ version: 1, recordedAt: RECORDED, workCalendar }),
  version: async () => ({ version: 1, recordedAt: RECORDED, workCalendar }),
};

const hmac = (text: string) => createHmac('sha256', 'secret of the tests').update(text).digest('base64url');

export const keyring: Keyring = {
  personKey: number => hmac(`person ${number}`).slice(0, 32),
  termKey: term => hmac(`term ${term}`).slice(0, 22),
  sealCursor: text => hmac(`cursor ${text}`).slice(0, 22),
  resultCode: (dossier, number) => hmac(`result ${dossier} ${number}`).slice(0, 26),
  resultCodeFits: (dossier, number, code) => keyring.resultCode(dossier, number) === code,
  collectionSeal: (text: string) => `seal-${text.length}`,
  collectionSealFits: () => true,
  paymentKey: (code: string) => `key-${code}`,
  paymentKeyFits: () => true,
  cursorSealFits: (text, seal) => keyring.sealCursor(text) === seal,
};

/** Files over the same records as the dossiers, and the objects that were uploaded. */
export interface MemoryFiles {
  readonly store: FileStore;
  readonly objects: UploadedObjects;
  /** Declares a PDF and uploads it; `as: 'declared'` leaves the upload out. Returns its id. */
  upload(declaredBy: string, as?: 'uploaded' | 'declared'): Promise<string>;
}

export function memoryFiles(records: MemoryRecords): MemoryFiles {
  const objects = new Map<string, Buffer>();
  const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
  let uploads = 0;
  const store: FileStore = {
    async declare(file) {
      records.transact([{ name: 'declare', key: keys.file(file.id), becomes: () => file }]);
      return 'declared';
    },
    async find(id) {
      const item = records.get(keys.file(id));
      return item && storedFile.parse(item);
    },
    async findAll(ids) {
      const found = await Promise.all(ids.map(id => store.find(id)));
      return found.filter(file => file !== undefined);
    },
    async quarantine(id, quarantine) {
      records.transact([
        {
          name: 'quarantine',
          key: keys.file(id),
          becomes: item => ({ ...item, state: 'quarantined', quarantine }),
        },
      ]);
    },
    async stop(id, secrecy) {
      records.transact([
        {
          name: 'stop',
          key: keys.file(id),
          holds: item => item !== undefined && item['secrecy'] === undefined,
          becomes: item => ({ ...item, secrecy }),
        },
      ]);
    },
    async settle(id, refusal, scan) {
      records.transact([
        {
          name: 'settle',
          key: keys.file(id),
          holds: item => item?.['state'] === 'declared' || item?.['state'] === 'quarantined',
          becomes: item => ({
            ...item,
            state: refusal ? 'refused' : 'checked',
            ...(refusal ? { refusal } : { scan }),
          }),
        },
      ]);
    },
  };
  return {
    store,
    objects: {
      async look(key) {
        const bytes = objects.get(key);
        if (!bytes) return undefined;
        return {
          size: bytes.length,
          contentType: 'application/pdf',
          sha256: sha256(bytes),
          read: async () => bytes,
        };
      },
    },
    async upload(declaredBy, as = 'uploaded') {
      const id = `f_${String(++uploads).padStart(26, '0')}`;
      const { bytes } = samplePaper(`paper ${uploads}`);
      await store.declare({
        id,
        state: 'declared',
        declaredBy,
        declaredAt: RECORDED,
        fileName: 'paper.pdf',
        contentType: 'application/pdf',
        size: bytes.length,
        sha256: sha256(bytes),
        key: `uploads/${id}`,
      });
      if (as === 'uploaded') objects.set(`uploads/${id}`, bytes);
      return id;
    },
  };
}
