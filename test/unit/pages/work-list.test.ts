import { describe, expect, it } from 'vitest';
import type { Client } from '../../../web/api/client.ts';
import { TaskPages } from '../../../web/officer/work-list/task-pages.ts';
import { addressOf, queryOf, viewOf } from '../../../web/officer/work-list/view.ts';
import { forgetView, readSavedViews, saveView } from '../../../web/officer/work-list/view-shelf.ts';

/** An API with tasks 0 … n, whose answers carry the digest of their content as ETag. */
function tasksApi(ids: string[]) {
  const asked: { cursor: string | undefined; changed: boolean }[] = [];
  const api = {
    async ask(_: string, sent: { query: { cursor?: string }; known?: string }) {
      const { cursor } = sent.query;
      const from = cursor === undefined ? 0 : ids.findIndex(id => id > cursor);
      const items = from < 0 ? [] : ids.slice(from, from + 100).map(id => ({ id }));
      const nextCursor = from >= 0 && from + 100 < ids.length ? (items.at(-1)?.id ?? null) : null;
      const etag = JSON.stringify(items);
      const changed = sent.known !== etag;
      asked.push({ cursor, changed });
      return { etag, status: changed ? 200 : 304, body: changed ? { items, nextCursor } : undefined };
    },
  };
  return { api: api as unknown as Client, asked };
}
const numbered = (count: number) => Array.from({ length: count }, (_, at) => String(at).padStart(5, '0'));

describe('the pages of a work list', () => {
  it('loads page by page, and knows when there are no more', async () => {
    const { api } = tasksApi(numbered(250));
    const pages = new TaskPages(api, {});
    for (let turn = 0; turn < 5; turn += 1) await pages.loadMore();
    expect(pages.tasks.map(({ id }) => id)).toEqual(numbered(250));
    expect(pages.more).toBe(false);
  });

  it('keeps its place when a task is closed: nothing is skipped, nothing is shown twice', async () => {
    const ids = numbered(1000);
    const { api } = tasksApi(ids);
    const pages = new TaskPages(api, {});
    for (let turn = 0; turn < 8; turn += 1) await pages.loadMore();
    ids.splice(399, 1);
    await pages.refresh(800);
    expect(pages.tasks.slice(0, 799).map(({ id }) => id)).toEqual(ids.slice(0, 799));
    expect(pages.more).toBe(true);
  });

  it('shows a task that came in between', async () => {
    const ids = numbered(300);
    const { api } = tasksApi(ids);
    const pages = new TaskPages(api, {});
    await pages.loadMore();
    await pages.loadMore();
    ids.splice(50, 0, '00049x');
    await pages.refresh(200);
    expect(pages.tasks.slice(0, 200).map(({ id }) => id)).toEqual(ids.slice(0, 200));
  });

  it('asks only for what is seen, and gets 304 where nothing changed', async () => {
    const { api, asked } = tasksApi(numbered(1000));
    const pages = new TaskPages(api, {});
    for (let turn = 0; turn < 5; turn += 1) await pages.loadMore();
    asked.length = 0;
    await pages.refresh(150);
    expect(asked.map(({ changed }) => changed)).toEqual([false, false]);
  });

  it('two that load at once do not write over one another', async () => {
    const { api } = tasksApi(numbered(400));
    const pages = new TaskPages(api, {});
    await Promise.all([pages.loadMore(), pages.refresh(1), pages.loadMore()]);
    expect(pages.tasks.map(({ id }) => id)).toEqual(numbered(pages.tasks.length));
  });
});

describe('the view of a work list', () => {
  it('is read from an address and written to it', () => {
    const view = { scope: 'unit', alarm: 'overdue', phase: 'step', procedure: '1.013225' } as const;
    expect(addressOf(view)).toBe('/officer?scope=unit&alarm=overdue&phase=step&procedure=1.013225');
    expect(viewOf(Object.fromEntries(new URL(addressOf(view), 'http://x').searchParams))).toEqual(view);
  });

  it('leaves out what it does not know', () => {
    expect(viewOf({ scope: 'everything', alarm: 'x', phase: '', other: 'y' })).toEqual({ scope: 'toDo' });
  });

  it('asks the API for whose tasks they are', () => {
    expect(queryOf({ scope: 'toDo' })).toEqual({});
    expect(queryOf({ scope: 'free', alarm: 'dueSoon' })).toEqual({ assignee: 'nobody', alarm: 'dueSoon' });
  });

  it('is kept under a name, once, and given up', () => {
    const kept = new Map<string, string>();
    const storage = {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, value: string) => void kept.set(name, value),
    };
    saveView(storage, 'Quá hạn', { scope: 'unit', alarm: 'overdue' });
    saveView(storage, 'Quá hạn', { scope: 'mine', alarm: 'overdue' });
    expect(readSavedViews(storage)).toEqual([
      { name: 'Quá hạn', address: '/officer?scope=mine&alarm=overdue' },
    ]);
    expect(forgetView(storage, 'Quá hạn')).toEqual([]);
    kept.set('work-list-views', '[{"name":"x","address":"https://elsewhere.example"}');
    expect(readSavedViews(storage)).toEqual([]);
  });
});
