import type { Digitization } from '../../../schemas/stored/digitization.ts';
import type { StoredFile } from '../../../schemas/stored/file.ts';
import type { PageText } from '../../../schemas/stored/page-text.ts';
import { meanConfidence } from '../../domain/digitizing/page-text.ts';
import { secrecyOn } from '../../domain/digitizing/secrecy.ts';
import { findingsOf } from '../../domain/extraction/find.ts';
import { sha256Of } from '../../domain/sha256.ts';
import { type Instant, toRfc3339 } from '../../domain/vietnam-time.ts';
import { type DerivedObjects, derivedKey } from '../../records/digitizing/derived-objects.ts';
import type { DigitizationStore } from '../../records/digitizing/digitization-store.ts';
import { pagesOf } from '../../records/digitizing/pages-of.ts';
import type { FileStore } from '../../records/files/file-store.ts';
import type { UploadedObjects } from '../../records/files/uploaded-objects.ts';
import type { PageRead } from './readers/read-page.ts';
import type { SearchablePage } from './readers/searchable-pdf.ts';

/** Pages read by one message: a page takes three seconds, five on a slow processor, and a function runs 15 minutes. */
export const PAGES_AT_ONCE = 20;

/** A file opened for reading. */
export interface OpenedFile {
  readonly pages: number;
  /** Whether the file has good text of its own on every page. */
  isSearchable(): boolean;
  /** A page, counted from 0. `shown`: its picture made readable is wanted. */
  read(page: number, shown: boolean): Promise<PageRead>;
  close(): void;
}

export interface DigitizingDeps {
  readonly digitizations: DigitizationStore;
  readonly files: Pick<FileStore, 'find' | 'stop'>;
  readonly objects: UploadedObjects;
  readonly derived: DerivedObjects;
  /** Opens a file; undefined if it has no pages to be read. Throws if no reader opens it. */
  readonly open: (type: StoredFile['contentType'], bytes: Uint8Array) => Promise<OpenedFile | undefined>;
  readonly copy: (pages: readonly SearchablePage[], at: Instant) => Promise<Uint8Array>;
  readonly join: (parts: readonly Uint8Array[]) => Promise<Uint8Array>;
  readonly order: (file: string) => Promise<void>;
  readonly now: () => Instant;
}

export type Digitized = 'more' | 'done' | 'notNeeded' | 'failed' | 'stopped' | 'passedOver';

/**
 * Reads the next pages of a file and orders those after them. Each step is kept with its pages, so that a repeated or
 * interrupted message goes on where the record stands. `last`: this try is the last one.
 */
export async function digitize(deps: DigitizingDeps, id: string, last: boolean): Promise<Digitized> {
  const record = await deps.digitizations.find(id);
  if (!record || (record.state !== 'queued' && record.state !== 'reading')) return 'passedOver';
  try {
    return await readOn(deps, record);
  } catch (error) {
    if (!last) throw error;
    return end(deps, record, { state: 'failed', fault: 'fault' });
  }
}

async function readOn(deps: DigitizingDeps, record: Digitization): Promise<Digitized> {
  const file = await deps.files.find(record.file);
  const object = file && (await deps.objects.look(file.key));
  if (!file || !object) return end(deps, record, { state: 'failed', fault: 'unopened' });
  const opened = await deps.open(file.contentType, await object.read());
  if (!opened) return end(deps, record, { state: 'notNeeded' });
  try {
    if (opened.pages === 0) return await end(deps, record, { state: 'failed', fault: 'unopened' });
    return await readPart(deps, record, opened);
  } finally {
    opened.close();
  }
}

async function readPart(deps: DigitizingDeps, record: Digitization, opened: OpenedFile): Promise<Digitized> {
  const from = record.pagesDone;
  const to = Math.min(opened.pages, from + PAGES_AT_ONCE);
  const copied = from > 0 ? record.copies.length > 0 : !opened.isSearchable();
  const read: PageRead[] = [];
  for (let page = from; page < to; page += 1) read.push(await opened.read(page, copied));
  const texts = read.map(({ text }) => text);
  const secret = secrecyOn(texts);
  if (secret) return stop(deps, record, { pages: opened.pages, pagesDone: to }, secret);
  const textKey = derivedKey(record.file, `pages-${from + 1}.json`);
  await deps.derived.put(textKey, 'application/json', Buffer.from(JSON.stringify({ pages: texts })));
  const copyKey = derivedKey(record.file, `copy-${from + 1}.pdf`);
  if (copied) {
    const copy = await deps.copy(
      read.map(({ shown }) => shown),
      deps.now(),
    );
    await deps.derived.put(copyKey, 'application/pdf', copy);
  }
  const next = withPages(record, texts, {
    state: 'reading',
    pages: opened.pages,
    pagesDone: to,
    texts: [...record.texts, textKey],
    copies: copied ? [...record.copies, copyKey] : [],
  });
  if (to === opened.pages) return finish(deps, record, next);
  const kept = await deps.digitizations.replace(record, { ...next, changedAt: toRfc3339(deps.now()) });
  if (kept === 'moved') return 'passedOver';
  await deps.order(record.file);
  return 'more';
}

/**
 * A state secret (bí mật nhà nước) that only its picture shows: nobody opens the file from here on, and nothing of what
 * these pages say is kept. The file is stopped first: a worker that dies between leaves it closed, not open.
 */
async function stop(
  deps: DigitizingDeps,
  record: Digitization,
  reached: Pick<Digitization, 'pages' | 'pagesDone'>,
  secret: { readonly mark: string; readonly page: number },
): Promise<Digitized> {
  await deps.files.stop(record.file, { ...secret, foundAt: toRfc3339(deps.now()) });
  return end(deps, record, { ...reached, state: 'stopped' });
}

/** What the pages say of themselves, noted in the record. */
function withPages(
  record: Digitization,
  pages: readonly PageText[],
  becomes: Partial<Digitization>,
): Digitization {
  const numbers = (state: PageText['state']) =>
    pages.filter(each => each.state === state).map(({ page }) => page);
  return {
    ...record,
    language: 'vie',
    blank: [...record.blank, ...numbers('blank')],
    unreadable: [...record.unreadable, ...numbers('unreadable')],
    turned: [...record.turned, ...pages.flatMap(({ page, turned: by }) => (by === 0 ? [] : [{ page, by }]))],
    ...becomes,
  };
}

/** Once all pages are read: the copies joined, and what is said of the file as a whole. */
async function finish(deps: DigitizingDeps, before: Digitization, read: Digitization): Promise<Digitized> {
  let searchable: string | null = null;
  let copy: Pick<Digitization, 'searchableSha256'> = {};
  if (read.copies.length > 0) {
    searchable = derivedKey(read.file, 'searchable.pdf');
    const whole = await deps.join(await Promise.all(read.copies.map(key => deps.derived.get(key))));
    await deps.derived.put(searchable, 'application/pdf', whole);
    copy = { searchableSha256: sha256Of(whole) };
  }
  const pages = await pagesOf(deps.derived, read);
  const confidence = meanConfidence(pages.flatMap(({ lines }) => lines));
  const done = {
    ...read,
    ...copy,
    state: 'done',
    searchable,
    confidence,
    findings: findingsOf(pages),
  } as const;
  return end(deps, before, done);
}

async function end(
  deps: DigitizingDeps,
  before: Digitization,
  becomes: Partial<Digitization> & { readonly state: 'done' | 'failed' | 'notNeeded' | 'stopped' },
): Promise<Digitized> {
  const after = { ...before, ...becomes, changedAt: toRfc3339(deps.now()) };
  return (await deps.digitizations.replace(before, after)) === 'moved' ? 'passedOver' : becomes.state;
}
