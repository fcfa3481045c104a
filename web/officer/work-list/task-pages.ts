import type { Answer, Client, Query } from '../../api/client.ts';

export type ListedTask = Answer<'listTasks'>['items'][number];
export type TaskQuery = Omit<Query<'listTasks'>, 'cursor' | 'limit' | 'expand'>;

interface Page {
  /** Where it begins; undefined for the first. */
  readonly cursor: string | undefined;
  readonly etag: string | undefined;
  readonly items: readonly ListedTask[];
  readonly next: string | undefined;
}

const PAGE = 100;

/**
 * The open tasks of one view, as far as somebody has scrolled. It is asked again page by page, at the price of a 304
 * where nothing changed; pages behind the ones that are seen are let go and come back with the next scroll.
 */
export class TaskPages {
  readonly #api: Client;
  readonly #query: TaskQuery;
  #pages: readonly Page[] = [];
  #tasks: readonly ListedTask[] = [];
  #busy: Promise<void> | undefined;
  /** Where the person was in the list, to be there again when they come back from a dossier. */
  scrollTop = 0;

  constructor(api: Client, query: TaskQuery) {
    this.#api = api;
    this.#query = query;
  }

  /** Every task once: one that moved between two answers may be on two pages. */
  get tasks(): readonly ListedTask[] {
    return this.#tasks;
  }

  get loaded(): boolean {
    return this.#pages.length > 0;
  }

  get more(): boolean {
    return this.#pages.at(-1)?.next !== undefined;
  }

  /** Loads the next page, if there is one. */
  loadMore(): Promise<void> {
    return this.#oneAtATime(async () => {
      const last = this.#pages.at(-1);
      if (last && last.next === undefined) return;
      this.#keep([...this.#pages, await this.#load(last?.next)]);
    });
  }

  /** Asks again for the pages that hold the first `count` tasks. */
  refresh(count: number): Promise<void> {
    return this.#oneAtATime(async () => {
      const fresh: Page[] = [];
      let cursor: string | undefined;
      for (let items = 0; fresh.length === 0 || (items < count && cursor !== undefined); ) {
        const before = this.#pages.find(page => page.cursor === cursor);
        const page = await this.#load(cursor, before);
        fresh.push(page);
        items += page.items.length;
        cursor = page.next;
      }
      this.#keep(fresh);
    });
  }

  #keep(pages: readonly Page[]): void {
    const seen = new Set<string>();
    this.#pages = pages;
    this.#tasks = pages
      .flatMap(({ items }) => items)
      .filter(({ id }) => !seen.has(id) && seen.add(id) !== undefined);
  }

  async #load(cursor: string | undefined, before?: Page): Promise<Page> {
    const query = { ...this.#query, limit: PAGE, ...(cursor !== undefined && { cursor }) };
    const { body, etag } = await this.#api.ask('listTasks', { query, known: before?.etag });
    if (body) return { cursor, etag, items: body.items, next: body.nextCursor ?? undefined };
    if (!before) throw new TypeError('unchanged, of a page that was never there');
    return before;
  }

  /** Two that ask at once would each write what the other does not know. */
  async #oneAtATime(work: () => Promise<void>): Promise<void> {
    while (this.#busy) await this.#busy.catch(() => undefined);
    this.#busy = work().finally(() => {
      this.#busy = undefined;
    });
    return this.#busy;
  }
}
