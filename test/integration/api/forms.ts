import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { MINUTE, toRfc3339 } from '../../../functions/domain/vietnam-time.ts';
import type { Caller } from '../../support/api-caller.ts';
import { textOfPages } from '../../support/documents/read-pdf.ts';
import { accepted, decided, expectRefusal, submitted, UNIT, type World } from './world.ts';

const idsOf = async (by: Caller, code: string) =>
  (await by.call('listForms', { params: { code } })).body.items.map(({ id }: { id: string }) => id);

/** Forms are made of the ledger, and stay as they were first given. */
export function forms(open: () => World): void {
  describe('forms', () => {
    test('are listed as the ledger calls for them; the control sheet for who handles the dossier', async () => {
      const world = open();
      const { code, task } = await accepted(world);
      await decided(world.handler, task, {
        decision: 'requestSupplement',
        reason: 'Thiếu chữ ký',
        items: ['Nộp lại đơn có chữ ký'],
      });
      expect(await idsOf(world.owner, code)).toEqual(['01-2', '02-3']);
      expect(await idsOf(world.reception, code)).toEqual(['01-2', '02-3', '06-3']);
      expectRefusal(await world.stranger.call('listForms', { params: { code } }), 404, 'not-found');
      const { items } = (await world.owner.call('listForms', { params: { code } })).body;
      expect(items[0]).toMatchObject({
        kind: 'receipt',
        number: '01',
        name: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
        event: 2,
        papers: ['A5', 'A4', 'slip'],
      });
    });

    test('are PDF with the promised date, and the same file whenever they are asked for', async () => {
      const { owner, reception, url } = open();
      const { code } = await accepted(open());
      const params = { code, id: '01-2' };
      const first = (await owner.call('getForm', { params })).body;
      expect(first).toMatchObject({ paper: 'A5', fileName: `${code}-01-2.pdf` });
      expect(first.urlExpiresAt).toBe(toRfc3339(open().clock.now() + 5 * MINUTE));
      expect(new URL(first.url).origin).not.toBe(new URL(url).origin);
      const answer = await fetch(first.url);
      expect(answer.headers.get('content-type')).toBe('application/pdf');
      expect(answer.headers.get('content-disposition')).toBe(`inline; filename="${code}-01-2.pdf"`);
      const bytes = new Uint8Array(await answer.arrayBuffer());
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(first.sha256);
      expect(bytes.length).toBe(first.size);
      const text = (await textOfPages(bytes)).join(' ').replace(/\s+/g, ' ');
      const { dueOn } = (await owner.call('getDossier', { params: { code } })).body;
      for (const said of [code, 'Nguyễn Văn An', dueOn.split('-').reverse().join('/')])
        expect(text).toContain(said);
      const { sha256 } = (await reception.call('getForm', { params })).body;
      expect(sha256).toBe(first.sha256);
    });

    test('are given on each of their papers, and on no other', async () => {
      const { owner } = open();
      const { code } = await accepted(open());
      const on = (paper: string) => owner.call('getForm', { params: { code, id: '01-2' }, query: { paper } });
      for (const paper of ['A4', 'slip']) expect((await on(paper)).body.paper).toBe(paper);
      for (const paper of ['A4 landscape', 'A3']) expectRefusal(await on(paper), 400, 'parameter-invalid');
    });

    test('that there are not, or that are not for the caller, are not found', async () => {
      const world = open();
      const { code } = await accepted(world);
      const ask = (by: Caller, id: string) => by.call('getForm', { params: { code, id } });
      for (const id of ['01-1', '02-2', '07-2', '06-99'])
        expectRefusal(await ask(world.reception, id), 404, 'not-found');
      for (const by of [world.owner, world.portal, world.otherReception])
        expectRefusal(await ask(by, '06-2'), 404, 'not-found');
      expectRefusal(await ask(world.administrator, '01-2'), 403, 'forbidden');
      for (const id of ['1-2', '01', '01-0', 'x'])
        expectRefusal(await ask(world.owner, id), 400, 'parameter-invalid');
      expect((await ask(world.handler, '06-1')).status).toBe(200);
      expect((await ask(world.auditor, '06-2')).status).toBe(200);
    });
  });

  describe('the register of a unit', () => {
    test('names who handed in what, for officers of the unit', async () => {
      const world = open();
      const code = await submitted(world.owner);
      const query = { from: '2026-11-23', to: '2026-11-23' };
      const ask = (by: Caller, more = {}) =>
        by.call('getRegister', { params: { code: UNIT }, query: { ...query, ...more } });
      const { body } = await ask(world.leader);
      expect(body).toMatchObject({ unit: UNIT, ...query, contentType: 'application/pdf' });
      const pages = await textOfPages(new Uint8Array(await (await fetch(body.url)).arrayBuffer()));
      const text = pages.join('').replace(/\s+/g, '');
      expect(text).toContain(code);
      expect(text.split('H44.101-261123-').length - 1).toBe(body.dossiers);
      expectRefusal(await ask(world.otherReception), 404, 'not-found');
      for (const by of [world.owner, world.portal, world.administrator])
        expectRefusal(await ask(by), 403, 'forbidden');
      expectRefusal(await ask(world.leader, { to: '2026-11-22' }), 400, 'parameter-invalid');
      const elsewhere = { params: { code: 'H44.998' }, query };
      expectRefusal(await world.overseer.call('getRegister', elsewhere), 404, 'not-found');
      expect((await ask(world.leader, { from: '2026-11-01', to: '2026-11-22' })).body.dossiers).toBe(0);
    });
  });
}
