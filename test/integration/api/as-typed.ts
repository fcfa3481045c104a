import { describe, expect, test } from 'vitest';
import type { Caller } from '../../support/api-caller.ts';
import { PLAIN } from './test-procedures.ts';
import { expectRefusal, OTHER_UNIT, signed, submitted, UNIT, type World } from './world.ts';

const paper = { channel: 'counter', components: [{ component: 'c1', paperCopies: 1 }] };

/** What a person may have done to a code on its way to a form. */
const typings = (code: string) => [
  code.toLowerCase(),
  ` ${code} `,
  code.replaceAll('-', '–'),
  code.replaceAll('-', '−'),
  code.replaceAll('-', ' '),
  code.replaceAll('.', ''),
  code.replaceAll(/[.-]/g, ''),
];

/** The open tasks of a field, page by page: the unit has more than one page of them. */
async function openTasks(by: Caller, field: string): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const query = { field, assignee: 'anybody', limit: '100', ...(cursor !== undefined && { cursor }) };
    const { body } = await by.call('listTasks', { query });
    ids.push(...body.items.map(({ id }: { id: string }) => id));
    cursor = body.nextCursor;
  }
  return ids;
}

/** Codes, names and numbers as people type them. */
export function asTyped(open: () => World): void {
  const codes = async (by: Caller, id: string, query: Record<string, string>) => {
    const answer = await by.call(id, { query });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    return (answer.body.items as { code: string }[]).map(({ code }) => code);
  };

  describe('codes as people type them', () => {
    test('find the dossier, the result, the task, wherever a code is asked for', async () => {
      const { anonymous, auditor, handler, owner } = open();
      const { code, resultNumber } = await signed(open());
      for (const typed of typings(code)) {
        const tracked = await anonymous.call('trackDossier', { params: { code: typed } });
        expect([typed, tracked.status, tracked.body.code]).toEqual([typed, 200, code]);
        const read = await owner.call('getDossier', { params: { code: typed } });
        expect([typed, read.body.code]).toEqual([typed, code]);
      }
      const [{ sha256 }] = (await owner.call('listResults', { params: { code } })).body.items;
      for (const typed of typings(resultNumber)) {
        const verified = await anonymous.call('verifyResult', {
          params: { number: typed },
          query: { sha256 },
        });
        expect([typed, verified.status, verified.body.number]).toEqual([typed, 200, resultNumber]);
      }
      const task = await handler.call('getTask', { params: { id: ` ${code.toLowerCase()}.T1 ` } });
      expect(task.body.id).toBe(`${code}.t1`);
      const reads = await auditor.call('listAccessRecords', { query: { dossier: code.toLowerCase() } });
      expect(reads.status).toBe(200);
      expect(
        await codes(handler, 'listDossiers', { unit: 'h44101', procedure: PLAIN.replace('.', '') }),
      ).toContain(code);
    });

    test('that are none say which part is wrong, in the reader’s language', async () => {
      const { anonymous } = open();
      const track = (code: string, language: 'vi' | 'en') =>
        anonymous.call('trackDossier', { params: { code }, headers: { 'accept-language': language } });
      const date = await track(`${UNIT}-260230-0001`, 'vi');
      expectRefusal(date, 400, 'dossier-code-invalid');
      expect(date.body.detail).toContain('không phải ngày có thật');
      const two = await track('H44.10101-261123-0001', 'en');
      expectRefusal(two, 400, 'dossier-code-invalid');
      expect(two.body.detail).toContain('H44.10.101-261123-0001 or H44.101.01-261123-0001');
      const result = await anonymous.call('verifyResult', { params: { number: 'KQ2026-000001' } });
      expectRefusal(result, 400, 'result-number-invalid');
      expect(result.body.detail).toContain('H44.101-KQ2026-000001');
      const unknown = await anonymous.call('verifyResult', {
        params: { number: `${UNIT}-kq2025-999999` },
        query: { sha256: '0'.repeat(64) },
      });
      expectRefusal(unknown, 404, 'not-found');
    });
  });

  describe('names and numbers as people type them', () => {
    const found = (by: Caller, q: string) => codes(by, 'searchDossiers', { q });

    test('firms with letters and digits in their names are found by these', async () => {
      const { reception } = open();
      const firm = (name: string, taxCode: string) =>
        submitted(reception, { ...paper, applicant: { kind: 'organisation', name, taxCode } });
      const firms = [
        ['Công ty TNHH A1 Vĩnh Tường', '0100109106', ['A1 Vĩnh Tường', 'a1', 'vinh tuong a1']],
        ['B2 Logistics', '0101243150', ['B2 Logistics', 'b2', 'logistics b2']],
        ['Công ty cổ phần H2O Xanh', '0100686209', ['H2O Xanh', 'h2o', 'cong ty h2o']],
        ['Công ty TNHH T2 Bến Gót', '0300588569', ['T2 Bến Gót', 't2']],
        ['Xí nghiệp 207', '0102325399', ['207', 'xi nghiep 207']],
        [
          'Công ty trách nhiệm hữu hạn sản xuất và kinh doanh Gỗ Lim Xanh',
          '0304741634',
          ['cong ty', 'trách nhiệm', 'san xuat', 'kinh doanh gỗ', 'gỗ xanh', 'hữu hạn lim'],
        ],
      ] as const;
      for (const [name, taxCode, asked] of firms) {
        const code = await firm(name, taxCode);
        for (const q of asked)
          expect([q, await found(reception, q)]).toEqual([q, expect.arrayContaining([code])]);
      }
    });

    test('letters that look alike, apostrophes and other scripts are found', async () => {
      const { reception } = open();
      const names = [
        ['Nguyễn Ðạt Ƀyă', ['nguyen dat bya', 'Đạt Ƀyă', 'ĐẠT BYA']],
        ['HʼHen Êban Mlô', ['h hen eban', "H'Hen Êban", 'hhen mlo']],
        ['Łukasz Søren Weiß', ['lukasz soren weiss', 'ŁUKASZ SØREN']],
        ['ສົມຈິດ ວົງສາ', ['ສົມຈິດ', 'ວົງສາ ສົມຈິດ']],
        ['王小明', ['王小明']],
      ] as const;
      for (const [nth, [name, asked]] of names.entries()) {
        const applicant = { kind: 'person', name, identityNumber: `02519300010${nth}` };
        const code = await submitted(reception, { ...paper, applicant });
        for (const q of asked) expect([q, await found(reception, q)]).toEqual([q, [code]]);
      }
    });

    test('a telephone number is one number, here and abroad', async () => {
      const { reception } = open();
      const person = (phone: string, nth: number) =>
        submitted(reception, {
          ...paper,
          applicant: { kind: 'person', name: 'Trần Quang Phôn', identityNumber: `02509300020${nth}`, phone },
        });
      const here = [
        await person('+840911222333', 0),
        await person('84911222333', 1),
        await person('0911 222 333', 2),
        await person('(091) 122.2333', 3),
      ];
      for (const q of ['0911222333', '+84 911 222 333', '84911222333', '0911.222.333', '(0911) 222–333'])
        expect([q, (await found(reception, q)).toSorted()]).toEqual([q, here.toSorted()]);
      const abroad = await person('+1 (415) 555-2671', 4);
      for (const q of ['+14155552671', '001 415 555 2671'])
        expect(await found(reception, q)).toEqual([abroad]);
      const { body } = await reception.call('getDossier', { params: { code: abroad } });
      expect(body.applicant.phone).toBe('+14155552671');
    });

    test('a name with a strange character is refused by its character and place', async () => {
      const { reception } = open();
      const applicant = { kind: 'person', name: 'Nguyễn Văn <An>', identityNumber: '025093000300' };
      const body = { procedure: PLAIN, receivingUnit: UNIT, returnBy: 'counter', ...paper, applicant };
      const refused = await reception.call('submitDossier', { body });
      expectRefusal(refused, 422, 'request-invalid');
      const [fault] = refused.body.errors;
      expect(fault.pointer).toBe('/applicant/name');
      expect(fault.message ?? fault.detail).toContain('vị trí 12: “<” (U+003C)');
    });

    test('a field is found however it is written', async () => {
      const { leader, reception } = open();
      const code = await submitted(reception, paper);
      for (const field of ['Thử nghiệm', 'thu nghiem', 'THỬ  NGHIỆM', 'Thử nghiệm'.normalize('NFD')]) {
        expect([field, await codes(reception, 'listDossiers', { field, limit: '100' })]).toEqual([
          field,
          expect.arrayContaining([code]),
        ]);
        expect(await openTasks(leader, field)).toContain(`${code}.t1`);
      }
    });

    test('a dossier is found by what its portal knows it by, by that portal and by officers', async () => {
      const { handler, otherPortal, otherReception, overseer, portal, reception } = open();
      const code = await submitted(portal, { portalReference: 'G22.99-2026/Ab 7' });
      const other = await submitted(otherPortal, { portalReference: 'G22.99-2026/Ab 7' });
      const query = { portalReference: 'g22.99-2026/AB7' };
      expect(await codes(portal, 'listDossiers', query)).toEqual([code]);
      expect(await codes(otherPortal, 'listDossiers', query)).toEqual([other]);
      expect((await codes(handler, 'listDossiers', query)).toSorted()).toEqual([code, other].toSorted());
      expect(await codes(otherReception, 'listDossiers', query)).toEqual([]);
      expect(await codes(portal, 'listDossiers', { portalReference: 'G22' })).toEqual([]);
      const first = await overseer.call('listDossiers', { query: { ...query, limit: '1' } });
      const second = await overseer.call('listDossiers', {
        query: { ...query, limit: '1', cursor: first.body.nextCursor },
      });
      expect([...first.body.items, ...second.body.items].map(item => item.code)).toEqual([other, code]);
      expect((await found(reception, 'G22.99-2026/Ab 7')).toSorted()).toEqual([code, other].toSorted());
      expect(await found(otherReception, 'G22.99-2026/Ab 7')).toEqual([]);
    });

    test('procedures are found by words of their names, page by page, or by their code', async () => {
      const { anonymous } = open();
      const list = async (query: Record<string, string>) =>
        (await anonymous.call('listProcedures', { query })).body as {
          items: { code: string; name: string }[];
          nextCursor: string | null;
        };
      const all = await list({ q: 'giấy phép xây dựng', limit: '100' });
      expect(all.items.length).toBeGreaterThan(0);
      const plain = await list({ q: 'XAY DUNG, giay phep', limit: '100' });
      expect(plain.items).toEqual(all.items);
      for (const { name } of all.items) expect(name.toLowerCase()).toMatch(/xây dựng/);
      expect((await list({ q: PLAIN.replace('.', ' ') })).items.map(({ code }) => code)).toEqual([PLAIN]);
      expect((await list({ q: 'không thủ tục nào tên vậy' })).items).toEqual([]);
      const paged: string[] = [];
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const page = await list({ q: 'thủ tục thử', limit: '2', ...(cursor && { cursor }) });
        paged.push(...page.items.map(({ code }) => code));
        cursor = page.nextCursor;
      }
      const whole = await list({ q: 'thu tuc thu', limit: '100' });
      expect(paged).toEqual(whole.items.map(({ code }) => code));
      expect(new Set(paged).size).toBeGreaterThan(2);
    });

    test('an administrator has what follows from ledgers compared with them, slice by slice; all of it is right', async () => {
      const { administrator } = open();
      const rebuild = (body: object) => administrator.call('rebuildProjections', { body });
      expectRefusal(await rebuild({ cursor: 'x.y' }), 400, 'cursor-invalid');
      expectRefusal(await rebuild({ limit: 101 }), 422, 'request-invalid');
      const all = { looked: 0, units: 0 };
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const { status, body } = await rebuild({ limit: 20, ...(cursor && { cursor }) });
        const faults = { tasks: 0, lists: 0, work: 0, search: 0, money: 0, counts: 0 };
        expect({ status, ...body }).toMatchObject({ status: 200, differing: 0, faults, heads: [] });
        all.looked += body.looked;
        all.units += body.units;
        cursor = body.nextCursor;
      }
      expect(all.looked).toBeGreaterThan(20);
      expect(all.units).toBeGreaterThan(100);
    });

    test('what is asked of another unit says no more than before', async () => {
      const { otherReception } = open();
      expect(await codes(otherReception, 'searchDossiers', { q: 'a1 vinh tuong' })).toEqual([]);
      expectRefusal(
        await otherReception.call('listDossiers', {
          query: { unit: UNIT.toLowerCase(), portalReference: 'x1' },
        }),
        404,
        'not-found',
      );
      expect(OTHER_UNIT).not.toBe(UNIT);
    });
  });
}
