import { describe, expect, test } from 'vitest';
import type { Answered, Caller } from '../../support/api-caller.ts';
import { PAID_AT_RETURN, PLAIN } from './test-procedures.ts';
import { decided, expectRefusal, OTHER_UNIT, signed, submitted, UNIT, type World } from './world.ts';

type Query = Record<string, string>;
interface Row {
  readonly code: string;
  readonly handling: string;
  readonly foundIn: string;
  readonly submittedAt: string;
  readonly dueAt: string | null;
}

/** A person nobody else in these tests is, so that searches find just their dossiers. */
const TRANG = {
  kind: 'person',
  name: 'Đỗ Thị Huyền Trang',
  identityNumber: '025193000077',
  phone: '+84987001122',
};
const FIRM = { kind: 'organisation', name: 'Công ty cổ phần Chè Phú Thọ Hoàng Long', taxCode: '2600108626' };

const paper = { channel: 'counter', components: [{ component: 'c1', paperCopies: 1 }] };

/** Lists and searches: what is asked is found, and nothing else. */
export function finding(open: () => World): void {
  const codes = (answer: Answered) => (answer.body.items as Row[]).map(({ code }) => code);

  /** Every item of a list, page by page. */
  async function all(by: Caller, id: string, query: Query): Promise<Row[]> {
    const items: Row[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await by.call(id, { query: { ...query, ...(cursor !== undefined && { cursor }) } });
      expect(page.status, JSON.stringify(page.body)).toBe(200);
      items.push(...page.body.items);
      if (page.body.nextCursor === null) return items;
      cursor = page.body.nextCursor;
    }
  }

  describe('lists of dossiers', () => {
    test('pages of any size give the same dossiers in the same order, either way', async () => {
      const { reception } = open();
      const made = [];
      for (let index = 0; index < 3; index++) made.push(await submitted(reception, paper));
      const whole = await all(reception, 'listDossiers', { limit: '100' });
      expect(whole.map(({ code }) => code)).toEqual(expect.arrayContaining(made));
      const small = await all(reception, 'listDossiers', { limit: '3' });
      expect(small.map(({ code }) => code)).toEqual(whole.map(({ code }) => code));
      const upwards = await all(reception, 'listDossiers', { limit: '7', order: 'asc' });
      expect(upwards.map(({ code }) => code)).toEqual(whole.map(({ code }) => code).toReversed());
    });

    test('every filter gives what a reading of the whole list gives', async () => {
      const { reception, handler } = open();
      const late = await submitted(reception, paper);
      await decided(reception, `${late}.t1`, { decision: 'accept' });
      await signed(open(), { procedure: PAID_AT_RETURN });
      const whole = await all(reception, 'listDossiers', { limit: '100' });
      type Dossier = Row & { procedure: { code: string }; channel: string; money: string; delivery: string };
      const rows = whole as Dossier[];
      const open5 = ['submitted', 'accepted', 'processing', 'supplementing', 'awaitingPayment'];
      const cases: [Query, (row: Dossier) => boolean][] = [
        [{ handling: 'accepted' }, row => row.handling === 'accepted'],
        [{ handling: 'submitted,returned' }, row => ['submitted', 'returned'].includes(row.handling)],
        [{ open: 'true' }, row => open5.includes(row.handling)],
        [{ open: 'false' }, row => !open5.includes(row.handling)],
        [{ returned: 'true' }, row => row.handling === 'returned'],
        [{ returned: 'false' }, row => row.handling === 'decided'],
        [{ procedure: PLAIN }, row => row.procedure.code === PLAIN],
        [
          { procedure: PLAIN, open: 'true' },
          row => row.procedure.code === PLAIN && open5.includes(row.handling),
        ],
        [
          { procedure: PLAIN, handling: 'returned' },
          row => row.procedure.code === PLAIN && row.handling === 'returned',
        ],
        [{ field: 'Thử nghiệm' }, () => true],
        [{ field: 'Chăn nuôi' }, () => false],
        [{ channel: 'counter' }, row => row.channel === 'counter'],
        [{ money: 'due' }, row => row.money === 'due' && [...open5, 'decided'].includes(row.handling)],
        [{ overdue: 'true' }, () => false],
        [{ overdue: 'false' }, () => true],
        [{ submittedFrom: '2026-11-23', submittedTo: '2026-11-23' }, () => true],
        [{ submittedTo: '2026-11-22' }, () => false],
        [{ sort: 'dueAt' }, row => row.dueAt !== null],
        [{ dueFrom: '2026-11-24', dueTo: '2027-01-31' }, row => row.dueAt !== null],
        [{ dueTo: '2026-11-23' }, () => false],
      ];
      for (const [query, keep] of cases) {
        const found = await all(handler, 'listDossiers', { limit: '4', ...query });
        const wanted = rows.filter(keep).map(({ code }) => code);
        expect(found.map(({ code }) => code).toSorted(), JSON.stringify(query)).toEqual(wanted.toSorted());
      }
      const byDue = await all(handler, 'listDossiers', { limit: '3', sort: 'dueAt' });
      const dates = byDue.map(({ dueAt }) => Date.parse(dueAt ?? ''));
      expect(dates).toEqual(dates.toSorted((a, b) => a - b));
    });

    test('who sees the province sees every unit, and others their own', async () => {
      const { otherReception, overseer, reception } = open();
      const here = await submitted(reception, paper);
      const there = await submitted(otherReception, { ...paper, receivingUnit: OTHER_UNIT });
      const province = codes(await overseer.call('listDossiers', { query: { limit: '2' } }));
      expect(province.toSorted()).toEqual([here, there].toSorted());
      expect(codes(await overseer.call('listDossiers', { query: { limit: '1', unit: UNIT } }))).toEqual([
        here,
      ]);
      const others = await all(otherReception, 'listDossiers', { limit: '100' });
      expect(others.map(({ code }) => code)).toContain(there);
      expect(others.map(({ code }) => code)).not.toContain(here);
    });

    test('filters that leave nothing, or make no sense, are refused with their name', async () => {
      const { owner, reception } = open();
      const refused = async (by: Caller, query: Query, pointer: string) => {
        const answer = await by.call('listDossiers', { query });
        expectRefusal(answer, 400, 'parameter-invalid');
        expect(JSON.stringify(answer.body.errors)).toContain(pointer);
      };
      await refused(reception, { handling: 'returned', open: 'true' }, '/handling');
      await refused(reception, { overdue: 'true', open: 'false' }, '/overdue');
      await refused(reception, { overdue: 'true', dueFrom: '2050-01-01' }, '/dueFrom');
      await refused(reception, { submittedFrom: '2026-02-02', submittedTo: '2026-02-01' }, '/submittedFrom');
      await refused(reception, { dueFrom: '1024-01-01' }, '/dueFrom');
      await refused(reception, { dueTo: '2026-02-30' }, '/dueTo');
      await refused(reception, { handling: 'accepted,eaten' }, '/handling');
      await refused(reception, { limit: '1000000' }, '/limit');
      await refused(reception, { limit: '-1' }, '/limit');
      await refused(reception, { sort: 'name' }, '/sort');
      await refused(owner, { sort: 'dueAt' }, '/sort');
    });
  });

  describe('work lists', () => {
    test('a decision is gone from the list in the very next read, and the task that follows is there', async () => {
      const { handler, reception } = open();
      const code = await submitted(reception, paper);
      const ids = async (by: Caller) =>
        (await all(by, 'listTasks', { limit: '100' })).map(row => (row as unknown as { id: string }).id);
      expect(await ids(reception)).toContain(`${code}.t1`);
      const { nextTask } = await decided(reception, `${code}.t1`, { decision: 'accept' });
      expect(await ids(reception)).not.toContain(`${code}.t1`);
      expect(await ids(handler)).toContain(nextTask);
    });

    test('filters give what a reading of the whole list gives, and counts agree with it', async () => {
      const { leader } = open();
      type Task = {
        id: string;
        role: string;
        assignee: string | null;
        procedure: string;
        channel: string;
        alarm: string;
      };
      const whole = (await all(leader, 'listTasks', {
        limit: '100',
        assignee: 'anybody',
      })) as unknown as Task[];
      const cases: [Query, (task: Task) => boolean][] = [
        [{ role: 'reception' }, task => task.role === 'reception'],
        [{ procedure: PLAIN }, task => task.procedure === PLAIN],
        [{ field: 'Thử nghiệm' }, () => true],
        [{ channel: 'counter' }, task => task.channel === 'counter'],
        [{ assignee: 'nobody' }, task => task.assignee === null],
        [{ alarm: 'none' }, task => task.alarm === 'none'],
        [{ alarm: 'overdue' }, task => task.alarm === 'overdue'],
        [{ receivedFrom: '2026-11-23' }, () => true],
        [{ receivedTo: '2026-11-22' }, () => false],
      ];
      for (const [query, keep] of cases) {
        const found = await all(leader, 'listTasks', { limit: '5', assignee: 'anybody', ...query });
        const ids = (found as unknown as Task[]).map(({ id }) => id);
        expect(ids.toSorted(), JSON.stringify(query)).toEqual(
          whole
            .filter(keep)
            .map(({ id }) => id)
            .toSorted(),
        );
      }
      const { body } = await leader.call('countTasks');
      expect(body.total).toBe(whole.length);
      expect(body.byAlarm.none).toBe(whole.filter(({ alarm }) => alarm === 'none').length);
      for (const one of body.byRole) {
        const ofRole = whole.filter(({ role }) => role === one.role);
        expect([one.total, one.free]).toEqual([
          ofRole.length,
          ofRole.filter(task => task.assignee === null).length,
        ]);
      }
    });

    test('what an officer takes is theirs, and counted as theirs', async () => {
      const { handler, otherHandler, reception } = open();
      const code = await submitted(reception, paper);
      const { nextTask } = await decided(reception, `${code}.t1`, { decision: 'accept' });
      const before = (await handler.call('countTasks')).body;
      await handler.call('assignTask', { params: { id: nextTask }, body: { assignee: 'thuly1.h44-101' } });
      const after = (await handler.call('countTasks')).body;
      expect(after.mine).toBe(before.mine + 1);
      expect(after.total).toBe(before.total);
      const mine = await all(handler, 'listTasks', { assignee: 'me', limit: '100' });
      expect(mine.map(row => (row as unknown as { id: string }).id)).toContain(nextTask);
      const others = await all(otherHandler, 'listTasks', { limit: '100' });
      expect(others.map(row => (row as unknown as { id: string }).id)).not.toContain(nextTask);
      await handler.call('assignTask', { params: { id: nextTask }, body: { assignee: null } });
      expectRefusal(await handler.call('countTasks', { query: { unit: '../x' } }), 400, 'parameter-invalid');
      expectRefusal(await handler.call('countTasks', { query: { unit: OTHER_UNIT } }), 404, 'not-found');
    });

    test('a second dossier of the same person and procedure is flagged to reception, and received', async () => {
      const { handler, otherReception, owner, reception } = open();
      const applicant = {
        ...TRANG,
        identityNumber: '025193000078',
        name: 'Lê Thị Trùng',
        phone: '0987003344',
      };
      const first = await submitted(reception, { ...paper, applicant });
      const second = await submitted(reception, { ...paper, applicant });
      const third = await submitted(otherReception, { ...paper, applicant, receivingUnit: OTHER_UNIT });
      const flagged = async (by: Caller, code: string) =>
        (await by.call('getTask', { params: { id: `${code}.t1` } })).body.duplicates;
      expect(await flagged(reception, first)).toEqual([]);
      expect(await flagged(reception, second)).toEqual([first]);
      expect(await flagged(otherReception, third)).toEqual([second, first]);
      const { nextTask } = await decided(reception, `${second}.t1`, { decision: 'accept' });
      expect((await handler.call('getTask', { params: { id: nextTask } })).body.duplicates).toEqual([first]);
      const other = await submitted(owner);
      expect(await flagged(reception, other)).not.toContain(first);
    });
  });

  describe('search', () => {
    const found = async (by: Caller, q: string) => {
      const answer = await by.call('searchDossiers', { query: { q } });
      expect(answer.status, JSON.stringify(answer.body)).toBe(200);
      return (answer.body.items as Row[]).map(({ code, foundIn }) => [code, foundIn]);
    };

    test('finds a person by name in any order, with or without diacritics, by number, by telephone', async () => {
      const { handler, otherReception, overseer, reception } = open();
      const code = await submitted(reception, { ...paper, applicant: TRANG });
      const there = await submitted(otherReception, {
        ...paper,
        receivingUnit: OTHER_UNIT,
        applicant: { ...TRANG, name: 'Đỗ Thị Huyên Trang', identityNumber: '025193000079' },
      });
      for (const name of [
        'Đỗ Thị Huyền Trang',
        'do thi huyen trang',
        'TRANG HUYEN',
        'huyền trang đỗ',
        '  trang,  do; HUYEN ',
      ]) {
        expect(await found(handler, name), name).toEqual([[code, 'name']]);
        expect((await found(overseer, name)).toSorted(), name).toEqual(
          [
            [code, 'name'],
            [there, 'name'],
          ].toSorted(),
        );
      }
      expect(await found(overseer, 'Đỗ Thị Huyên Trang')).toEqual([
        [there, 'name'],
        [code, 'name'],
      ]);
      expect(await found(handler, 'trang huyen nguyet')).toEqual([]);
      for (const number of ['025193000077', '025 193 000 077'])
        expect(await found(reception, number)).toEqual([[code, 'identityNumber']]);
      for (const phone of ['0987001122', '+84987001122', '0987.001.122'])
        expect(await found(reception, phone)).toEqual([[code, 'phone']]);
      expect(await found(otherReception, '025193000077')).toEqual([]);
    });

    test('finds a firm by tax code and by the words of a long name', async () => {
      const { reception } = open();
      const code = await submitted(reception, { ...paper, applicant: FIRM });
      for (const name of [
        '2600108626',
        '2600-108-626',
        FIRM.name,
        'hoang long',
        'chè phú thọ hoàng long',
        'cong ty co phan che phu tho hoang long',
      ])
        expect(
          (await found(reception, name)).map(([one]) => one),
          name,
        ).toEqual([code]);
      expect(await found(reception, 'chè hoàng long hà nội')).toEqual([]);
    });

    test('finds a code whole, without dots, and by its parts; a result by its number; a procedure by its name', async () => {
      const { otherReception, overseer, reception } = open();
      const { code, resultNumber } = await signed(open());
      const [agency, day, number] = code.split('-');
      const squeezed = code.replaceAll(/[.-]/g, '').toLowerCase();
      for (const text of [
        code,
        squeezed,
        `${day}-${number}`,
        `${day}${number}`,
        number,
        `${day.slice(2)}-${number}`,
      ])
        expect(
          (await found(reception, text)).map(([one]) => one),
          text,
        ).toContain(code);
      for (const text of [code, squeezed, `${day}-${number}`])
        expect(
          (await found(overseer, text)).map(([one]) => one),
          text,
        ).toContain(code);
      for (const text of [`${agency}-${day}`, `${agency}`, `${agency}-2611`])
        expect((await found(reception, text)).length, text).toBeGreaterThan(0);
      expect(await found(reception, code)).toEqual([[code, 'code']]);
      expect(await found(reception, resultNumber)).toEqual([[code, 'resultNumber']]);
      expect(await found(otherReception, code)).toEqual([]);
      expect(await found(otherReception, resultNumber)).toEqual([]);
      const named = await reception.call('searchDossiers', { query: { q: 'thủ tục thử', limit: '100' } });
      expect(named.body.items.length).toBeGreaterThan(5);
      expect(new Set(named.body.items.map((row: Row) => row.foundIn))).toEqual(new Set(['procedure']));
    });

    test('what makes no sense is told, and what means nothing special is plain text', async () => {
      const { anonymous, owner, reception } = open();
      for (const q of ['', 'a', '   ', '....', '(*)', 'x'.repeat(10_000)])
        expectRefusal(await reception.call('searchDossiers', { query: { q } }), 400, 'parameter-invalid');
      expectRefusal(
        await reception.call('searchDossiers', { query: { q: 'an', limit: '101' } }),
        400,
        'parameter-invalid',
      );
      for (const q of [
        '.* a',
        '[a-z]+',
        '(a+)+$ ab',
        "' OR 1=1 --",
        '%00',
        'H99.999-999999-9999',
        '9'.repeat(100),
      ])
        expect(await found(reception, q), q).toEqual([]);
      expect((await owner.call('searchDossiers', { query: { q: 'an an' } })).status).toBe(403);
      expect((await anonymous.call('searchDossiers', { query: { q: 'an an' } })).status).toBe(401);
    });
  });
}
