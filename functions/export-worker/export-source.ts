import type { ExportedList } from '../../schemas/api/export.ts';
import type { KnownCaller } from '../../schemas/identity/known-caller.ts';
import type { Instant } from '../domain/vietnam-time.ts';
import { nextDossiers } from '../platform/lists/dossier-list.ts';
import type { DossierLists } from '../platform/lists/dossier-lists.ts';
import { summaryOf } from '../platform/lists/dossier-summary.ts';
import type { Page, PageWanted } from '../platform/lists/listed-page.ts';
import { nextTasks } from '../platform/lists/task-list.ts';
import type { WorkList } from '../platform/lists/work-list.ts';
import { dossierColumns } from './dossier-columns.ts';
import { taskColumns } from './task-columns.ts';
import type { Table } from './writers/table.ts';

/** Where the rows of exports come from: the readers that the lists themselves have. */
export interface ListReaders {
  readonly dossiers: Pick<DossierLists, 'page'>;
  readonly workList: Pick<WorkList, 'page' | 'departed'>;
}

/** Items asked for at a time: as many as surely fit the megabyte that one query of the table answers with. */
const PAGE = 250;

/** An export's list, read page by page as the writer takes it. */
export interface ExportSource {
  write<Out>(writer: <Item>(table: Table<Item>) => Out): Out;
}

/** Opens the list that was asked for. `onPage` is told the rows of each page before it is written. */
export function openSource(
  readers: ListReaders,
  wanted: ExportedList,
  context: {
    caller: KnownCaller;
    language: 'vi' | 'en';
    now: Instant;
    onPage: (rows: number) => Promise<void>;
  },
): ExportSource {
  const { caller, language, now, onPage } = context;
  const pages = <Item>(next: (page: PageWanted) => Promise<Page<Item>>) =>
    readAll(position => next({ position, limit: PAGE, now }), onPage);
  switch (wanted.list) {
    case 'dossiers':
      return {
        write: writer =>
          writer({
            name: language === 'vi' ? 'Hồ sơ' : 'Dossiers',
            columns: dossierColumns(language),
            pages: pages(async page => {
              const { items, next } = await nextDossiers(readers.dossiers, caller, wanted.filters, page);
              return { items: items.map(row => summaryOf(row, language)), next };
            }),
          }),
      };
    case 'tasks':
      return {
        write: writer =>
          writer({
            name: language === 'vi' ? 'Công việc' : 'Tasks',
            columns: taskColumns(language),
            pages: pages(page => nextTasks(readers.workList, caller, wanted.filters, page)),
          }),
      };
  }
}

/** All pages of a list; an empty page is not the end. One page is read while the one before it is written. */
async function* readAll<Item>(
  next: (position: string | undefined) => Promise<Page<Item>>,
  onPage: (rows: number) => Promise<void>,
): AsyncGenerator<readonly Item[]> {
  for (let coming: Promise<Page<Item>> | undefined = next(undefined); coming; ) {
    const page: Page<Item> = await coming;
    coming = page.next === undefined ? undefined : next(page.next);
    // Awaited in the next round, or of no interest because the writing failed meanwhile.
    coming?.catch(() => undefined);
    await onPage(page.items.length);
    yield page.items;
  }
}
