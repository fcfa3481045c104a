import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type Caller, devCaller } from '../../support/api-caller.ts';
import { eventually } from '../../support/eventually.ts';
import { readCsv } from '../../unit/exports/read-csv.ts';
import { accepted, expectRefusal, FIRM, OTHER_UNIT, signed, submitted, UNIT, type World } from './world.ts';

type Asked = {
  list: 'dossiers' | 'tasks';
  format?: 'csv' | 'xlsx';
  filters?: Record<string, string>;
  expand?: string;
};

const request = (asked: Asked) => ({ format: 'csv', reason: 'Báo cáo tháng', ...asked });

/** An export that was asked for and is settled. */
export async function exported(by: Caller, asked: Asked) {
  const answer = await by.call('createExport', { body: request(asked) });
  expect(answer.status, JSON.stringify(answer.body)).toBe(202);
  return eventually(async () => {
    const { body } = await by.call('getExport', { params: { id: answer.body.id } });
    return ['queued', 'running'].includes(body.state) ? undefined : body;
  });
}

async function fetched({ link, file }: { link: { url: string }; file: { sha256: string; size: number } }) {
  const answer = await fetch(link.url);
  expect(answer.status).toBe(200);
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect([bytes.length, createHash('sha256').update(bytes).digest('hex')]).toEqual([file.size, file.sha256]);
  return { bytes, type: answer.headers.get('content-type'), name: answer.headers.get('content-disposition') };
}

const linesOf = (bytes: Buffer) => bytes.toString('utf8').slice(1).trimEnd().split('\r\n');

/** Codes of all that a list shows. */
async function listed(by: Caller, operation: string, query: Record<string, string> = {}): Promise<string[]> {
  const codes: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page = await by.call(operation, { query: { ...query, limit: '100', ...(cursor && { cursor }) } });
    codes.push(...page.body.items.map((item: { code?: string; id?: string }) => item.code ?? item.id));
    cursor = page.body.nextCursor;
  }
  return codes;
}

/** Lists as files, through the queue, the worker and the store. */
export function exports(open: () => World): void {
  describe('exports', () => {
    test('a unit’s dossiers as CSV are what its list shows, in its order', async () => {
      const { reception } = open();
      await accepted(open());
      const made = await exported(reception, { list: 'dossiers' });
      expect(made).toMatchObject({ state: 'done', askedBy: 'officer:tiepnhan.h44-101', failure: null });
      const { bytes, type, name } = await fetched(made);
      expect(type).toBe('text/csv; charset=utf-8');
      expect(name).toBe(`attachment; filename="ho-so-20261123-0900.csv"`);
      expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
      const [header, ...rows] = linesOf(bytes);
      expect(header).toMatch(/^Mã hồ sơ,Trạng thái,/);
      expect(rows.map(row => row.split(',')[0])).toEqual(await listed(reception, 'listDossiers'));
      expect([made.rows, made.total]).toEqual([rows.length, rows.length]);
      expect(bytes.toString('utf8')).not.toContain('Nguyễn Văn An');
    });

    test('names, amounts and dates are there for an office that asks, and each owner sees that it read', async () => {
      const { reception, owner } = open();
      const { code } = await signed(open());
      const made = await exported(reception, { list: 'dossiers', expand: 'applicant' });
      expect(made).toMatchObject({ state: 'done', expand: 'applicant' });
      const { bytes } = await fetched(made);
      const [headings = [], ...rows] = readCsv(bytes.toString('utf8').slice(1));
      const row = rows.find(([first]) => first === code) ?? [];
      const cells = Object.fromEntries(headings.map((heading, at) => [heading, row[at]]));
      expect(cells).toMatchObject({
        'Chủ hồ sơ': 'Nguyễn Văn An',
        'Mã đơn vị tiếp nhận': 'H44.101',
        'Thời điểm quyết định': '2026-11-23 09:00:00',
      });
      expect(cells['Tên đơn vị tiếp nhận']).toBe('Phường Tân Hoà');
      expect(cells['Sớm, đúng hay quá hạn']).toMatch(/^(Sớm|Đúng) hạn$/);
      const { items } = (await owner.call('listAccessRecords', { query: { dossier: code } })).body;
      expect(items).toContainEqual(
        expect.objectContaining({
          operation: 'createExport',
          parts: ['export', 'applicant'],
          stated: 'Báo cáo tháng',
        }),
      );
    });

    test.each(['owner', 'portal', 'overseer', 'reception'] as const)(
      'with names, %s gets those beside whose dossiers its list shows, and no others',
      async kind => {
        const by = open()[kind];
        await submitted(open().portal, { applicant: FIRM });
        const { bytes } = await fetched(await exported(by, { list: 'dossiers', expand: 'applicant' }));
        const [, ...rows] = readCsv(bytes.toString('utf8').slice(1));
        const named = new Map<string, string>();
        for (let cursor: string | null = ''; cursor !== null; ) {
          const query = { expand: 'applicant', limit: '100', ...(cursor && { cursor }) };
          const page = await by.call('listDossiers', { query });
          for (const { code, applicantName } of page.body.items) named.set(code, applicantName);
          cursor = page.body.nextCursor;
        }
        expect(new Map(rows.map(([code = '', name = '']) => [code, name]))).toEqual(named);
        expect(named.size).toBeGreaterThan(0);
      },
    );

    test('a work list as XLSX, with its filters, headers in English where asked for', async () => {
      const { handler } = open();
      await accepted(open());
      const filters = { phase: 'step' };
      const answer = await handler.call('createExport', {
        body: request({ list: 'tasks', format: 'xlsx', filters }),
        headers: { 'accept-language': 'en' },
      });
      const made = await eventually(async () => {
        const { body } = await handler.call('getExport', { params: { id: answer.body.id } });
        return body.state === 'done' ? body : undefined;
      });
      expect(made.filters).toEqual(filters);
      const { bytes } = await fetched(made);
      const sheet = Buffer.from(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? []).toString('utf8');
      const ids = [...sheet.matchAll(/<c r="A\d+"[^>]*><is><t[^>]*>([^<]*)</g)].map(match => match[1]);
      expect(ids).toEqual(['Task', ...(await listed(handler, 'listTasks', filters))]);
    });

    test('citizens and portals get what their own lists show', async () => {
      const { owner, portal } = open();
      await submitted(portal, { portalReference: 'P-2' });
      for (const by of [owner, portal]) {
        const { bytes } = await fetched(await exported(by, { list: 'dossiers' }));
        const codes = linesOf(bytes)
          .slice(1)
          .map(row => row.split(',')[0]);
        expect(codes).toEqual(await listed(by, 'listDossiers'));
        expect(codes.length).toBeGreaterThan(0);
      }
    });

    test('more than one may see is refused when asked for', async () => {
      const { reception, owner, overseer, administrator } = open();
      const ask = (by: Caller, asked: Asked) => by.call('createExport', { body: request(asked) });
      const elsewhere = { unit: OTHER_UNIT };
      for (const list of ['dossiers', 'tasks'] as const)
        expectRefusal(await ask(reception, { list, filters: elsewhere }), 404, 'not-found');
      expectRefusal(await ask(owner, { list: 'dossiers', filters: elsewhere }), 404, 'not-found');
      expectRefusal(await ask(owner, { list: 'tasks' }), 403, 'forbidden');
      expectRefusal(await ask(administrator, { list: 'dossiers' }), 403, 'forbidden');
      expectRefusal(
        await ask(reception, { list: 'dossiers', filters: { all: '1' } }),
        422,
        'request-invalid',
      );
      expect((await exported(overseer, { list: 'dossiers', filters: elsewhere })).state).toBe('done');
    });

    test('an officer of no unit names one', async () => {
      const { url, conformance } = open();
      const nowhere = await devCaller({ url, conformance }, 'nowhere', {
        kind: 'officer',
        id: 'khong.donvi',
        roles: ['handler'],
      });
      const answer = await nowhere.call('createExport', { body: request({ list: 'dossiers' }) });
      expectRefusal(answer, 422, 'request-invalid');
    });

    test('filters that contradict one another are refused when asked for, and named', async () => {
      const body = request({ list: 'dossiers', filters: { open: 'false', overdue: 'true' } });
      const answer = await open().overseer.call('createExport', { body });
      expectRefusal(answer, 422, 'request-invalid');
      expect(answer.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
        '/filters/open',
        '/filters/overdue',
      ]);
    });

    test('the link is for the one who asked, as long as unit and rights are the same', async () => {
      const { url, conformance, reception, auditor, handler, administrator } = open();
      const made = await exported(reception, { list: 'dossiers' });
      const params = { id: made.id };
      expectRefusal(await handler.call('getExport', { params }), 404, 'not-found');
      const seen = await auditor.call('getExport', { params });
      expect(seen.body).toMatchObject({ id: made.id, reason: 'Báo cáo tháng', link: null });
      const account = { id: 'tiepnhan.h44-101', unit: OTHER_UNIT, roles: ['reception'] };
      const signIn = (name: string) =>
        devCaller({ url, conformance }, name, { kind: 'officer', name, ...account });
      const record = (unit: string) =>
        administrator.call('recordOfficers', {
          body: { officers: [{ ...account, unit, name: 'Cán bộ tiếp nhận 101', active: true }] },
        });
      // Moved as the token says, but not as the record does.
      const early = await signIn('early');
      expectRefusal(await early.call('getExport', { params }), 401, 'unauthenticated');
      await record(OTHER_UNIT);
      const moved = await signIn('moved');
      expectRefusal(await moved.call('getExport', { params }), 403, 'forbidden');
      await record(UNIT);
      const tampered = made.link.url.replace(made.id, `x_${'0'.repeat(26)}`);
      expect((await fetch(tampered)).status).toBe(403);
      const bare = made.link.url.replace(/\?.*$/, '');
      expect((await fetch(bare)).status).toBe(403);
    });

    test('exports are listed: one’s own, for the auditor everybody’s, in pages', async () => {
      const { reception, owner, auditor } = open();
      await exported(owner, { list: 'dossiers' });
      await exported(reception, { list: 'tasks' });
      const own = await reception.call('listExports', { query: { limit: '1' } });
      expect(own.body.items).toMatchObject([{ askedBy: 'officer:tiepnhan.h44-101', link: null }]);
      const { nextCursor } = own.body;
      expect(nextCursor).not.toBeNull();
      const rest = await reception.call('listExports', { query: { cursor: nextCursor } });
      expect(rest.body.items.map(({ id }: { id: string }) => id)).not.toContain(own.body.items[0].id);
      const others = rest.body.items.filter(
        ({ askedBy }: { askedBy: string }) => askedBy !== 'officer:tiepnhan.h44-101',
      );
      expect(others).toEqual([]);
      const all = await auditor.call('listExports', { query: { limit: '100' } });
      const askers = new Set(all.body.items.map(({ askedBy }: { askedBy: string }) => askedBy.split(':')[0]));
      expect(askers).toEqual(new Set(['officer', 'citizen', 'portal']));
      expectRefusal(
        await owner.call('listExports', { query: { cursor: nextCursor } }),
        400,
        'cursor-invalid',
      );
      expectRefusal(await owner.call('listExports', { query: { limit: '1000' } }), 400, 'parameter-invalid');
      expectRefusal(await owner.call('getExport', { params: { id: 'x_1' } }), 400, 'parameter-invalid');
    });

    test('no log holds a link or a reason', () => {
      const logs = [...open().province.logs()].filter(([name]) => name.includes('Export'));
      expect(logs.map(([, text]) => text).join('')).toContain('EXPORT_MADE');
      for (const [name, text] of logs)
        expect([name, /X-Amz-Signature|Báo cáo tháng/.exec(text)]).toEqual([name, null]);
    });
  });

  test('an export of a unit nobody gave a dossier has a header and nothing else', async () => {
    const made = await exported(open().auditor, { list: 'tasks', filters: { unit: 'H44.140' } });
    expect(made).toMatchObject({ state: 'done', rows: 0 });
    expect(linesOf((await fetched(made)).bytes)).toHaveLength(1);
  });
}
