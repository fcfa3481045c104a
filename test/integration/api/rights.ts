import { describe, expect, test } from 'vitest';
import { type CallerKind, callerKinds } from '../../../law/rights/callers.ts';
import type { RightsCell } from '../../../law/rights/row.ts';
import { rightsTable } from '../../../law/rights/table.ts';
import { makeDevToken } from '../../../local/dev-tokens/dev-tokens.ts';
import { type Answered, type Caller, callerWith } from '../../support/api-caller.ts';
import { type Asked, openPlace, type Place, requestOf } from './rights-requests.ts';
import { accepted, decided, UNIT, type World } from './world.ts';

/** What a caller was given. A list is read on, page by page, until what is asked for is found or the list ends. */
async function cellOf(caller: Caller, operation: string, { sent, shows }: Asked): Promise<RightsCell> {
  const answer = await caller.call(operation, sent);
  if (answer.status === 401 || answer.status === 403) return 'refused';
  if (answer.status === 404) return 'hidden';
  if (answer.code === 'cursor-invalid') return 'void';
  if (shows === undefined) return 'may';
  for (let page: Answered = answer; ; ) {
    expect([200, 202], JSON.stringify(page.body)).toContain(page.status);
    if (JSON.stringify(page.body).includes(shows)) return 'may';
    // A feed always says where to go on; it ends where nothing is new.
    if (!page.body.nextCursor || page.body.items.length === 0) return 'own';
    page = await caller.call(operation, { ...sent, query: { ...sent.query, cursor: page.body.nextCursor } });
  }
}

/** Rights over every route, every parameter that widens, and every kind of caller, compared with the table a lawyer reads. */
export function rights(open: () => World): void {
  describe('rights', () => {
    let made: Promise<Place> | undefined;
    const place = () => {
      made ??= openPlace(open());
      return made;
    };

    test.each(
      rightsTable.map(line => {
        const parameter = line.parameter === undefined ? '' : ` ?${line.parameter}`;
        return [`${line.operation}${parameter}: ${line.asks}`, line] as const;
      }),
    )('%s', async (_, line) => {
      const where = await place();
      const found: Partial<Record<CallerKind, RightsCell>> = {};
      for (const kind of callerKinds)
        found[kind] = await cellOf(open()[kind], line.operation, requestOf(line, kind, where));
      expect(found).toEqual(line.cells);
    });

    test('nothing of this changed the dossier', async () => {
      const { code } = await place();
      const { body } = await open().owner.call('getDossier', { params: { code } });
      expect(body).toMatchObject({ version: 1, handling: 'submitted' });
    });

    test('an agency reads the dossier it is asked about, as long as it is asked', async () => {
      const { agencyHandler, handler } = open();
      const { code, task } = await accepted(open());
      const read = async () => (await agencyHandler.call('getDossier', { params: { code } })).status;
      expect(await read()).toBe(404);
      await decided(handler, task, { decision: 'consult', question: 'Đề nghị cho ý kiến' });
      expect(await read()).toBe(200);
    });

    test('an officer of several roles has the rights of each, and a role nobody knows gives none', async () => {
      const { code } = await place();
      const { url, conformance, province } = open();
      const { devKeys: keys, clock } = province.host;
      // Signed here: the host refuses a role that nobody knows, an identity provider may give one.
      const tokenOf = (roles: string[]) =>
        makeDevToken({ kind: 'officer', id: 'nhieu.vai', unit: UNIT, roles }, { keys, clock });
      const status = async (roles: string[]) => {
        const officer = callerWith({ url, conformance }, roles.join(), (await tokenOf(roles)).token);
        return (await officer.call('getDossier', { params: { code } })).status;
      };
      expect(await status(['administrator', 'handler'])).toBe(200);
      expect(await status(['superuser'])).toBe(403);
      expect(await status([])).toBe(403);
    });
  });
}
