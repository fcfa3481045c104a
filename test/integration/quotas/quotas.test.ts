import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { virtualClock } from '../../../local/host/clock.ts';
import { quotas } from '../../../schemas/quotas.ts';
import { type Answered, type Caller, devCaller } from '../../support/api-caller.ts';
import { assemblyWithQuotas } from '../../support/assembly-with.ts';
import { openConformance } from '../../support/conformance.ts';
import { bootProvince, type ProvinceHost } from '../../support/province-host.ts';

const MONDAY = Date.parse('2026-11-23T21:00:00+07:00');
const UNIT = 'H44.101';

const small = quotas.parse({
  submissions: { person: 5, portal: 2 },
  uploads: { person: 2 },
  exports: { officer: 1 },
  searches: { officer: 3 },
});

let folder: string;
let province: ProvinceHost;
const clock = virtualClock(MONDAY);
beforeAll(async () => {
  folder = await assemblyWithQuotas(small);
  province = await bootProvince({ clock, assemblyFolder: folder });
  await province.loadProvince();
}, 300_000);
afterAll(async () => {
  await province?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const conformance = openConformance();
const caller = (identity: Record<string, unknown>): Promise<Caller> =>
  devCaller({ url: province.apiUrl, conformance }, String(identity['id']), identity);
const citizen = (id: string) => caller({ kind: 'citizen', id, level: 2 });
const portal = (id: string) => caller({ kind: 'portal', id, scopes: ['dossiers:read', 'dossiers:write'] });
const reception = () => caller({ kind: 'officer', id: 'tiepnhan.q', unit: UNIT, roles: ['reception'] });

const body = (identityNumber: string, channel: 'online' | 'counter' = 'online') => ({
  procedure: '1.000656',
  channel,
  receivingUnit: UNIT,
  applicant: { kind: 'person', name: 'Nguyễn Văn An', identityNumber },
  components: [{ component: 'c1', files: [], paperCopies: 1 }],
  returnBy: 'electronic',
});
const submit = (by: Caller, person: string, key: string, channel?: 'online' | 'counter'): Promise<Answered> =>
  by.call('submitDossier', { body: body(person, channel), headers: { 'idempotency-key': key } });

describe('quotas on a host', () => {
  test('eight at once respect a limit of five, and a repeat gets its answer', async () => {
    const person = '025090000011';
    const by = await citizen(person);
    const ends = await Promise.all(Array.from({ length: 8 }, (_, nth) => submit(by, person, `eight-${nth}`)));
    expect(ends.map(({ status }) => status).toSorted()).toEqual([201, 201, 201, 201, 201, 429, 429, 429]);
    const refusal = ends.find(({ status }) => status === 429);
    expect(refusal?.body).toMatchObject({
      code: 'quota-used-up',
      quota: { counted: 'submissions', of: 'person', limit: 5, renewsAt: '2026-11-24T00:00:00+07:00' },
    });
    expect(refusal?.headers.get('retry-after')).toBe('10800');
    const made = ends.findIndex(({ status }) => status === 201);
    const again = await submit(by, person, `eight-${made}`);
    expect(again).toMatchObject({ status: 201, body: { code: ends[made]?.body.code } });
    // Through a portal it is the same person; at the counter nobody is sent away for it.
    expect((await submit(await portal('dvc-1'), person, 'eight-portal')).status).toBe(429);
    expect((await submit(await reception(), person, 'eight-counter', 'counter')).status).toBe(201);
  });

  test('a portal has one for all it submits for', async () => {
    const by = await portal('dvc-2');
    const people = ['025090000021', '025090000022', '025090000023'];
    const ends: Answered[] = [];
    for (const person of people) ends.push(await submit(by, person, `portal-${person}`));
    expect(ends.map(({ status }) => status)).toEqual([201, 201, 429]);
    expect(ends[2]?.body.quota).toMatchObject({ of: 'portal', limit: 2 });
  });

  test('uploads, exports and searches have theirs', async () => {
    const person = await citizen('025090000031');
    const upload = () =>
      person.call('createUpload', {
        body: { fileName: 'a.pdf', contentType: 'application/pdf', size: 9, sha256: '0'.repeat(64) },
      });
    expect([await upload(), await upload(), await upload()].map(({ status }) => status)).toEqual([
      201, 201, 429,
    ]);
    const officer = await reception();
    const search = () => officer.call('searchDossiers', { query: { q: 'nguyen van an' } });
    const searches = [await search(), await search(), await search(), await search()];
    expect(searches.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    const order = () =>
      officer.call('createExport', {
        body: { list: 'tasks', filters: {}, format: 'csv', reason: 'Giao ban tuần' },
      });
    expect([await order(), await order()].map(({ status }) => status)).toEqual([202, 429]);
  });

  test('the next day begins anew', async () => {
    const person = '025090000041';
    const by = await citizen(person);
    for (let nth = 0; nth < 5; nth++) expect((await submit(by, person, `today-${nth}`)).status).toBe(201);
    expect((await submit(by, person, 'today-5')).status).toBe(429);
    await clock.advanceTo(MONDAY + 3 * 3_600_000);
    expect((await submit(await citizen(person), person, 'today-5')).status).toBe(201);
  });

  test('no count names a person', async () => {
    const counters = (await province.stored()).filter(({ pk }) => String(pk).startsWith('QUOTA#'));
    expect(counters.length).toBeGreaterThan(5);
    expect(JSON.stringify(counters)).not.toMatch(/0250900000/);
  });
});
