import type { Page } from '../../../kernel/table/listed-page.ts';

/**
 * The lines of all pages of a list; an empty page is not the end. While a page is written, the lines of the next are
 * made and the one after that is read: at most three are held. `onPage` gets the rows of each page before it is
 * yielded.
 */
export async function* readAll<Item, Line>(
  next: (position: string | undefined) => Promise<Page<Item>>,
  linesOf: (items: readonly Item[]) => Promise<readonly Line[]>,
  onPage: (rows: number) => Promise<void>,
): AsyncGenerator<readonly Line[]> {
  for await (const lines of ahead(made(ahead(read(next)), linesOf))) {
    await onPage(lines.length);
    yield lines;
  }
}

async function* read<Item>(
  next: (position: string | undefined) => Promise<Page<Item>>,
): AsyncGenerator<readonly Item[]> {
  for (let position: string | undefined, more = true; more; more = position !== undefined) {
    const page: Page<Item> = await next(position);
    position = page.next;
    yield page.items;
  }
}

async function* made<Item, Line>(
  pages: AsyncIterable<readonly Item[]>,
  linesOf: (items: readonly Item[]) => Promise<readonly Line[]>,
): AsyncGenerator<readonly Line[]> {
  for await (const items of pages) yield await linesOf(items);
}

/** The items of another iterator, requested one step ahead. */
async function* ahead<Step>(steps: AsyncGenerator<Step>): AsyncGenerator<Step> {
  for (let coming = steps.next(); ; ) {
    const step = await coming;
    if (step.done) return;
    coming = steps.next();
    // Awaited in the next round, or irrelevant because writing failed in the meantime.
    coming.catch(() => undefined);
    yield step.value;
  }
}
