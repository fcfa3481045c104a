import { describe, expect, test } from 'vitest';
import type { Digitization } from '../../../schemas/stored/digitization.ts';
import type { Finding } from '../../../schemas/stored/finding.ts';
import { citizen, NAME, OWNER, officer, readingRoom } from '../access-records/reading-room.ts';

const AT = '2026-03-02T10:00:00+07:00';
const box = { left: 0.1, top: 0.1, width: 0.5, height: 0.02 };
const handler = officer('H44.101', 'handler');

const found = (field: Finding['field'], value: string): Finding => ({
  field,
  value,
  from: 'text',
  page: 1,
  box,
  confidence: 90,
});

/** A dossier with a paper that was read to its end. */
async function withReading(own: Partial<Digitization> = {}) {
  const room = readingRoom();
  const { code, file } = await room.withPaper();
  const record: Digitization = {
    file,
    dossier: code,
    component: 'c1',
    state: 'done',
    queuedAt: AT,
    changedAt: AT,
    pages: 3,
    pagesDone: 3,
    texts: ['derived/t-1.json'],
    copies: ['derived/c-1.pdf'],
    searchable: 'derived/searchable.pdf',
    language: 'vie',
    confidence: 91,
    blank: [2],
    unreadable: [],
    turned: [{ page: 3, by: 90 }],
    findings: [found('identityNumber', OWNER), found('fullName', `${NAME}h`)],
    ...own,
  };
  await room.digitizations.begin(record);
  return { room, code, file };
}

describe('what was read of a paper', () => {
  test('is shown to who handles the dossier, beside links to the copy, and that is recorded', async () => {
    const { room, code, file } = await withReading();
    const { body } = await room.digitization(handler, code, file);
    expect(body).toMatchObject({
      state: 'done',
      confidence: 91,
      turned: [{ page: 3, by: 90 }],
      scan: 'notScanned',
      alsoHandedInAs: [],
      searchable: 'https://files.example/derived/searchable.pdf',
      texts: ['https://files.example/derived/t-1.json'],
      differences: [{ field: 'fullName', stated: NAME, found: { value: `${NAME}h`, page: 1 } }],
      hints: [{ kind: 'blank', pages: [2] }],
    });
    const { items } = await room.whoRead(citizen(OWNER), { dossier: code });
    expect(items).toContainEqual(
      expect.objectContaining({ operation: 'getDigitization', dossiers: [{ code, basis: 'unit', file }] }),
    );
  });

  test('is shown to the owner without the hints for officers, and to nobody else', async () => {
    const { room, code, file } = await withReading();
    const { body } = await room.digitization(citizen(OWNER), code, file);
    expect(body).toMatchObject({ hints: [], findings: { length: 2 } });
    await expect(room.digitization(citizen('025090000009'), code, file)).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(room.digitization(officer('H44.102', 'handler'), code, file)).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  test('comes without hints where the province has switched them off', async () => {
    const { room, code, file } = await withReading();
    expect((await room.digitization(handler, code, file, false)).body.hints).toEqual([]);
  });

  test('is queued while nothing was read, and says so when it was given up', async () => {
    const room = readingRoom();
    const { code, file } = await room.withPaper();
    const { body } = await room.digitization(handler, code, file);
    expect(body).toMatchObject({
      state: 'queued',
      pages: 0,
      searchable: null,
      texts: [],
      findings: [],
      hints: [],
    });
    const failed = await withReading({ state: 'failed', fault: 'unopened', searchable: null });
    expect((await failed.room.digitization(handler, failed.code, failed.file)).body).toMatchObject({
      state: 'failed',
      fault: 'unopened',
    });
  });

  test('is not shown where that cannot be recorded', async () => {
    const { room, code, file } = await withReading();
    room.trouble.failing = new Error('the table takes no writes');
    await expect(room.digitization(handler, code, file)).rejects.toMatchObject({ code: 'access-unrecorded' });
    expect(room.trouble.opened).toEqual([]);
  });
});
