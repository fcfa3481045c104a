import { describe, expect, test } from 'vitest';
import {
  type DigitizingDeps,
  digitize,
  type OpenedFile,
} from '../../../functions/features/digitizing/digitize.ts';
import {
  type OrderingDeps,
  orderDigitizing,
} from '../../../functions/features/digitizing/order-digitizing.ts';
import { memoryItems } from '../../../functions/kernel/table/memory-items.ts';
import { memoryRecords } from '../../../functions/kernel/table/memory-records.ts';
import { memoryCursorStore } from '../../../functions/records/consumers/memory-cursor-store.ts';
import { digitizationStore } from '../../../functions/records/digitizing/digitization-store.ts';
import { pagesOf } from '../../../functions/records/digitizing/pages-of.ts';
import type { LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { PageText } from '../../../schemas/stored/page-text.ts';
import { memoryFiles } from '../../support/lifecycle/memory-province.ts';

const DOSSIER = 'H44.101-260302-0001';
const NOW = Date.parse('2026-03-02T10:00:00+07:00');

const pageRead = (index: number, own: Partial<PageText> = {}) => ({
  text: {
    page: index + 1,
    source: 'ocr',
    state: 'read',
    confidence: 90,
    turned: 0,
    skew: 0,
    lines: [{ text: `Trang ${index + 1}`, box: { left: 0, top: 0, width: 1, height: 0.1 }, confidence: 90 }],
    codes: [],
    ...own,
  } satisfies PageText,
  shown: { image: { width: 1, height: 1, data: Uint8Array.of(255) }, lines: [] },
});

/** A file of so many pages in a dossier, its worker, and the orders that wait. */
async function scene(opened: Partial<OpenedFile> & { readonly pages: number }) {
  const records = memoryRecords();
  const files = memoryFiles(records);
  const file = await files.upload('citizen');
  const orders: string[] = [];
  const derived = new Map<string, Uint8Array>();
  let reads = 0;
  const digitizations = digitizationStore(memoryItems(records));
  const deps: DigitizingDeps = {
    digitizations,
    files: files.store,
    objects: files.objects,
    derived: {
      put: async (key, _, bytes) => void derived.set(key, bytes),
      get: async key => derived.get(key) ?? new Uint8Array(),
    },
    open: async () => ({
      isSearchable: () => false,
      close: () => undefined,
      ...opened,
      async read(page, shown) {
        reads += 1;
        return opened.read ? opened.read(page, shown) : pageRead(page);
      },
    }),
    copy: async pages => Buffer.from(`${pages.length};`),
    join: async parts => Buffer.concat(parts),
    order: async each => void orders.push(each),
    now: () => NOW,
  };
  const events = [
    { at: '', data: { type: 'submitted', components: [{ component: 'c1', files: [file], paperCopies: 0 }] } },
  ] as unknown as LedgerEvent[];
  const ordering: OrderingDeps = {
    dossiers: { events: async (_, after) => events.slice(after) },
    cursors: memoryCursorStore(),
    digitizations,
    order: deps.order,
    now: () => NOW,
  };
  const record = async () => digitizations.find(file);
  const nudged = () => orderDigitizing(ordering, { dossier: DOSSIER, reached: 1 });
  return { deps, derived, file, orders, record, nudged, reads: () => reads };
}

describe('what a dossier took', () => {
  test('is ordered to be read once, whatever is repeated', async () => {
    const { nudged, orders, file, record } = await scene({ pages: 1 });
    expect([await nudged(), await nudged()]).toEqual([1, 0]);
    expect(orders).toEqual([file]);
    expect(await record()).toMatchObject({
      state: 'queued',
      dossier: DOSSIER,
      component: 'c1',
      pagesDone: 0,
    });
  });
});

describe('a thick file', () => {
  test('of 500 pages is read twenty at a time, each time going on where it was', async () => {
    const { deps, file, nudged, orders, record, derived, reads } = await scene({ pages: 500 });
    await nudged();
    const outcomes: string[] = [];
    for (let at = 0; at < orders.length; at += 1) outcomes.push(await digitize(deps, file, false));
    expect(outcomes).toEqual([...Array.from({ length: 24 }, () => 'more'), 'done']);
    expect(reads()).toBe(500);
    const done = await record();
    expect(done).toMatchObject({
      state: 'done',
      pages: 500,
      pagesDone: 500,
      confidence: 90,
      language: 'vie',
    });
    expect(Buffer.from(derived.get(done?.searchable ?? '') ?? '').toString()).toBe('20;'.repeat(25));
    const pages = await pagesOf(deps.derived, done ?? { texts: [] });
    expect(pages.map(({ page }) => page)).toEqual(Array.from({ length: 500 }, (_, index) => index + 1));
    expect(await digitize(deps, file, false)).toBe('passedOver');
  });

  test('whose message is delivered twice is not read twice', async () => {
    const { deps, file, nudged, record } = await scene({ pages: 25 });
    await nudged();
    expect(await Promise.all([digitize(deps, file, false), digitize(deps, file, false)])).toEqual([
      'more',
      'passedOver',
    ]);
    expect(await digitize(deps, file, false)).toBe('done');
    expect(await record()).toMatchObject({ pagesDone: 25, texts: { length: 2 } });
  });
});

describe('what is told of a file', () => {
  test('which pages are empty, unreadable, or were turned; no copy of one that is searchable itself', async () => {
    const states: Partial<PageText>[] = [
      {},
      { state: 'blank', lines: [], confidence: null },
      { state: 'unreadable', confidence: 20 },
      { turned: 90 },
    ];
    const { deps, file, nudged, record } = await scene({
      pages: 4,
      isSearchable: () => true,
      read: async index => pageRead(index, states[index]),
    });
    await nudged();
    expect(await digitize(deps, file, false)).toBe('done');
    expect(await record()).toMatchObject({
      blank: [2],
      unreadable: [3],
      turned: [{ page: 4, by: 90 }],
      copies: [],
      searchable: null,
    });
  });

  test('that it has no pages, is opened by no reader, or fails each time', async () => {
    const attachment = await scene({ pages: 1 });
    await attachment.nudged();
    const none = { ...attachment.deps, open: async () => undefined };
    expect(await digitize(none, attachment.file, false)).toBe('notNeeded');
    const broken = await scene({ pages: 1, read: () => Promise.reject(new Error('memory')) });
    await broken.nudged();
    await expect(digitize(broken.deps, broken.file, false)).rejects.toThrow('memory');
    expect(await broken.record()).toMatchObject({ state: 'queued' });
    expect(await digitize(broken.deps, broken.file, true)).toBe('failed');
    expect(await broken.record()).toMatchObject({ state: 'failed', fault: 'fault' });
  });
});

describe('a file on whose picture the mark of a state secret is found', () => {
  const marked = (index: number) =>
    pageRead(index, {
      lines: [{ text: 'TỐI MẬT', box: { left: 0.1, top: 0.1, width: 0.1, height: 0.02 }, confidence: 80 }],
    });

  test('is stopped: nothing of those pages is kept, the file is kept and said to be one', async () => {
    const { deps, file, nudged, record, derived, orders } = await scene({
      pages: 30,
      read: async index => (index === 24 ? marked(index) : pageRead(index)),
    });
    await nudged();
    expect(await digitize(deps, file, false)).toBe('more');
    const before = derived.size;
    expect(await digitize(deps, file, false)).toBe('stopped');
    expect(derived.size).toBe(before);
    expect(await record()).toMatchObject({ state: 'stopped', searchable: null, findings: [] });
    expect((await deps.files.find(file))?.secrecy).toEqual({
      mark: 'TỐI MẬT',
      page: 25,
      foundAt: '2026-03-02T10:00:00+07:00',
    });
    expect(orders).toHaveLength(2);
    expect(await digitize(deps, file, false)).toBe('passedOver');
  });
});
