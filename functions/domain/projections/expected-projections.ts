import type { LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { Transfer } from '../../../schemas/money/transfer.ts';
import type { ApplicantRecord } from '../../../schemas/stored/applicant-record.ts';
import type { DossierLabels } from '../../../schemas/stored/labels.ts';
import type { KeptReceipt } from '../../../schemas/stored/receipt.ts';
import type { StoredTask } from '../../../schemas/stored/task.ts';
import { type TallyChange, tallyChanges } from '../lists/open-tasks.ts';
import { earlierTerms } from '../search/earlier-terms.ts';
import { type SealTerm, sealTerms } from '../search/sealed-terms.ts';
import { termsOf } from '../search/search-terms.ts';
import { type Filed, type FoundEntry, foundEntries, foundPlaceName } from './found-entries.ts';
import { type LedgerTasks, tasksOfLedger } from './ledger-tasks.ts';
import { type ListEntry, listEntries } from './list-entries.ts';
import { moneyReceipts } from './money-receipts.ts';
import { moneyTransfers } from './money-transfers.ts';
import { openTask } from './task-changes.ts';
import { type WorkPlace, workPlaceName } from './work-entries.ts';

/** The stored data of a dossier from which everything else about it derives. */
export interface DossierSource {
  /** The whole ledger, oldest entry first. */
  readonly events: readonly LedgerEvent[];
  readonly labels: DossierLabels;
  readonly people: Pick<ApplicantRecord, 'applicant' | 'earlier'> | undefined;
}

/**
 * Everything that must be stored of a dossier besides head, ledger and people, and the places where nothing of it may
 * remain.
 */
export interface ExpectedProjections {
  /** The head that the ledger gives. */
  readonly head: DossierHead;
  readonly tasks: readonly StoredTask[];
  readonly lists: readonly ListEntry[];
  readonly work: readonly StoredTask[];
  readonly found: readonly FoundEntry[];
  /** The dossier's contribution to the counts of open tasks. */
  readonly counts: readonly TallyChange[];
  readonly money: readonly Transfer[];
  readonly receipts: readonly KeptReceipt[];
  readonly nowhere: { readonly work: readonly WorkPlace[]; readonly found: readonly FoundEntry[] };
}

/** Everything that derives from a dossier's ledger and people, as data. */
export function expectedProjections(source: DossierSource, seal: SealTerm): ExpectedProjections {
  const { labels, people } = source;
  const { head, tasks, places } = tasksOfLedger(source.events, labels);
  const filed = filedAt(source.events);
  const found = people ? foundEntries(filed, sealTerms(people.applicant, seal)) : [];
  return {
    head,
    tasks,
    lists: listEntries(head, labels),
    work: openTasks(head, tasks, labels),
    found,
    counts: tallyChanges(undefined, head),
    money: moneyTransfers(undefined, source.events),
    receipts: moneyReceipts(source.events),
    nowhere: {
      work: without(places, head.tasks, workPlaceName),
      found: people ? without(everFound(filed, people, seal), found, foundPlaceName) : [],
    },
  };
}

/** Where searches find a dossier: at the units it was submitted to, even after a successor took over. */
export function filedAt([first]: readonly LedgerEvent[]): Filed {
  if (first?.data.type !== 'submitted') throw new TypeError('a ledger begins with its submission');
  const { receivingUnit, competentUnit } = first.data;
  return { code: first.dossier, submittedAt: first.at, receivingUnit, competentUnit };
}

function openTasks(head: DossierHead, tasks: LedgerTasks['tasks'], labels: DossierLabels): StoredTask[] {
  const versions = new Map(tasks.map(({ id, version }) => [id, version]));
  return head.tasks.map(task => openTask(task, head, labels, versions.get(task.id) ?? head.version));
}

/** Every entry that any folding may have written for anyone who was known as the applicant. */
function everFound(
  filed: Filed,
  { applicant, earlier }: NonNullable<DossierSource['people']>,
  seal: SealTerm,
): FoundEntry[] {
  const known = [applicant, ...earlier.map(({ applicant }) => applicant)];
  return known.flatMap(one =>
    foundEntries(filed, sealTerms(one, seal, [...termsOf(one), ...earlierTerms(one)])),
  );
}

/** The places that are no longer current, each once. */
function without<T, P extends T>(
  places: readonly T[],
  present: readonly P[],
  nameOf: (place: T) => string,
): T[] {
  const now = new Set(present.map(nameOf));
  const byName = new Map(places.map(place => [nameOf(place), place]));
  return [...byName].flatMap(([name, place]) => (now.has(name) ? [] : [place]));
}
