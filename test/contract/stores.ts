import type { AccessRecordStore } from '../../functions/records/audit-log/access-record-store.ts';
import type { Refusal } from '../../functions/records/commands/case-store.ts';
import type {
  DossierStore,
  NewDossier,
  NumberedPlace,
} from '../../functions/records/dossiers/dossier-store.ts';
import type { ExecutionRegistry } from '../../functions/records/executions/execution-registry.ts';
import type { FileStore } from '../../functions/records/files/file-store.ts';
import { applicant, type Filing, filed, PaperDossier } from '../support/lifecycle/paper-dossier.ts';

/** The stores of one kind, over the same records. */
export interface Stores {
  readonly dossiers: DossierStore;
  readonly registry: ExecutionRegistry;
  readonly files: FileStore;
  readonly accessRecords: AccessRecordStore;
}

export { applicant };

export const labels = { procedureName: 'Thủ tục', field: 'Hộ tịch', duplicates: [] };

/** Both kinds of stores hold what earlier tests left: every test has a day of its own. */
let day = 0;
export function ownDay(): { date: string; at: string } {
  const date = new Date(Date.UTC(2026, 2, 2) + 86_400_000 * day++).toISOString().slice(0, 10);
  return { date, at: `${date}T08:00:00+07:00` };
}

/** Creates a dossier of 1.001193 or another procedure at an agency and day. */
export function create(
  { dossiers }: Pick<Stores, 'dossiers'>,
  place: NumberedPlace,
  more: Partial<NewDossier> & Filing & { readonly procedure?: string } = {},
): Promise<NewDossier | Refusal> {
  const { answer, files = [], procedure = '1.001193', labels: shown = labels, ...others } = more;
  const { handedInBy, returnAddress, ...filing } = others;
  return dossiers.create(place, code => ({
    outcome: filed(procedure, {
      receivingUnit: place.agency,
      at: `${place.date}T08:00:00+07:00`,
      ...filing,
      code,
    }),
    applicant: more.applicant ?? applicant,
    handedInBy,
    returnAddress,
    labels: shown,
    foundBy: more.foundBy ?? { terms: [], spelled: undefined },
    files,
    answer,
    ...(more.quota && { quota: more.quota }),
  }));
}

/** Creates one dossier, and gives it on paper, to decide about. */
export async function created(
  stores: Stores,
  more: Partial<NewDossier> & Filing = {},
): Promise<PaperDossier> {
  const { date, at } = ownDay();
  const made = await create(stores, { agency: 'H44.101', date }, more);
  if ('refused' in made) throw new Error(`refused: ${made.refused}`);
  return new PaperDossier('1.001193', { at, ...more, code: made.outcome.head.code });
}
