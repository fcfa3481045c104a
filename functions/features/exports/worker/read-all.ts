import type { Page } from '../../../kernel/table/listed-page.ts';

/**
 * The lines of all pages of a list; an empty page is not the end. While a page is written, the lines of the next are
 * made and the one behind it is read: never more than three are held. `onPage` is told the rows of each before it is
 * given.
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

/** What another gives, asked for one step ahead. */
async function* ahead<Step>(steps: AsyncGenerator<Step>): AsyncGenerator<Step> {
  for (let coming = steps.next(); ; ) {
    const step = await coming;
    if (step.done) return;
    coming = steps.next();
    // Awaited in the next round, or of no interest because the writing failed meanwhile.
    coming.catch(() => undefined);
    yield step.value;
  }
}
