import type { StoredExport } from '../../../../schemas/stored/export.ts';
import { seesPortalReference } from '../../../domain/rights/portal-reference.ts';
import type { Instant } from '../../../domain/vietnam-time.ts';
import type { PageWanted } from '../../../kernel/table/listed-page.ts';
import { nextDossiers } from '../../../records/lists/dossier-list.ts';
import type { DossierLists } from '../../../records/lists/dossier-lists.ts';
import { nextTasks } from '../../../records/lists/task-list.ts';
import type { WorkList } from '../../../records/lists/work-list.ts';
import type { OrganizationStore } from '../../../records/organization/organization-store.ts';
import type { Table } from '../../../records/tables/table.ts';
import { dossierColumns } from './dossier-columns.ts';
import { dossierLines } from './dossier-lines.ts';
import { readAll } from './read-all.ts';
import { type ApplicantDeps, shownApplicants } from './shown-applicants.ts';
import { taskColumns } from './task-columns.ts';
import { taskLines } from './task-lines.ts';
import { unitNames } from './unit-names.ts';

/** Where the rows of exports come from: the same readers as the lists. */
export interface SourceDeps extends ApplicantDeps {
  readonly dossiers: Pick<DossierLists, 'page' | 'parts'>;
  readonly workList: Pick<WorkList, 'page' | 'holders'>;
  readonly organization: Pick<OrganizationStore, 'current' | 'version' | 'officer'>;
}

/** Items requested at a time: as many as surely fit into one megabyte, the limit of a query. */
const PAGE = 250;

/** An export's list, read page by page as the writer consumes it. */
export interface ExportSource {
  write<Out>(writer: <Item>(table: Table<Item>) => Out): Out;
}

/** Opens the requested list. `onPage` gets the rows of each page before they are written. */
export function openSource(
  deps: SourceDeps,
  running: StoredExport,
  { now, onPage }: { now: () => Instant; onPage: (rows: number) => Promise<void> },
): ExportSource {
  const { wanted, language, askedBy } = running;
  const { list, expand } = wanted;
  const readers = { ...deps, unitNames: unitNames(deps.organization) };
  // "Overdue" and "today" keep the meaning they had when the first page was read.
  const begun = now();
  const page = (position: string | undefined): PageWanted => ({ position, limit: PAGE, now: begun });
  const named = expand !== undefined;
  const applicants = named ? shownApplicants(deps, running, now) : undefined;
  switch (list) {
    case 'dossiers': {
      const { filters } = wanted;
      return {
        write: writer =>
          writer({
            name: language === 'vi' ? 'Hồ sơ' : 'Dossiers',
            columns: dossierColumns(language, { named, referred: seesPortalReference(askedBy.kind) }),
            pages: readAll(
              position => nextDossiers(deps.dossiers, askedBy, filters, page(position)),
              rows => dossierLines(readers, rows, { language, applicants }),
              onPage,
            ),
          }),
      };
    }
    case 'tasks': {
      const { filters } = wanted;
      return {
        write: writer =>
          writer({
            name: language === 'vi' ? 'Công việc' : 'Tasks',
            columns: taskColumns(language, { named }),
            pages: readAll(
              position => nextTasks(deps.workList, askedBy, filters, page(position)),
              tasks => taskLines(readers, tasks, { applicants }),
              onPage,
            ),
          }),
      };
    }
  }
}
