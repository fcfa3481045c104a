import type { AccessRecordStore } from '../../../functions/records/audit-log/access-record-store.ts';
import type { ApplicantNames } from '../../../functions/records/lists/applicant-names.ts';
import type { DossierLists } from '../../../functions/records/lists/dossier-lists.ts';
import type { WorkList } from '../../../functions/records/lists/work-list.ts';
import type { Vault } from '../../../functions/records/vault/vault.ts';

/** Lists for tests that know of tasks and dossiers otherwise: they are empty, and what is read is recorded nowhere. */
export const noLists = {
  duplicates: async (): Promise<string[]> => [],
  lists: {
    page: async () => ({ items: [], next: undefined }),
    fetch: async () => [],
    parts: async () => [],
    rows: async () => [],
  } satisfies DossierLists,
  signatures: () => ({ authorities: [], revocationDemanded: false }),
  vault: { of: async () => [], find: async () => undefined } satisfies Vault,
  absences: { of: async () => ({ absences: [], version: 0 }) },
  authorizations: { of: async () => ({ authorizations: [], version: 0 }) },
  names: { of: async () => new Map() } satisfies ApplicantNames,
  accessRecords: { add: async () => {} } satisfies Pick<AccessRecordStore, 'add'>,
  workList: {
    page: async () => ({ items: [], next: undefined }),
    tally: async () => new Map(),
    holders: async () => ({ all: new Set(), departed: new Set() }),
  } satisfies WorkList,
};
