import { describe, expect, test } from 'vitest';
import type { Caller } from '../../support/api-caller.ts';
import { badFiles } from './refusals.ts';
import { FOREIGNERS_ONLY, PLAIN } from './test-procedures.ts';
import {
  accepted,
  correction,
  decided,
  expectRefusal,
  FIRM,
  FOREIGNER,
  file,
  OWNER,
  REPRESENTATIVE,
  STRANGER,
  signed,
  submission,
  submitted,
  type World,
} from './world.ts';

const PAPER = { components: [{ component: 'c1', paperCopies: 1 }] };
const COUNTER = { ...PAPER, channel: 'counter' };
const listed = async (by: Caller) =>
  (await by.call('listDossiers', { query: { limit: '100' } })).body.items.map(
    ({ code }: { code: string }) => code,
  );
const found = async (by: Caller, q: string) =>
  (await by.call('searchDossiers', { query: { q, limit: '100' } })).body.items.map(
    ({ code }: { code: string }) => code,
  );
const pointers = (body: { errors?: { pointer: string }[] }) =>
  (body.errors ?? []).map(({ pointer }) => pointer);

/** Who may apply, who sees what was applied for, and how what was written down wrongly of them is corrected. */
export function applicants(open: () => World): void {
  describe('who may apply', () => {
    test.each([
      ['a citizen registered abroad', { kind: 'person', name: 'Lê Lan', identityNumber: '101090000001' }],
      ['a foreigner', FOREIGNER],
      ['a firm', FIRM],
      ['a cooperative', { kind: 'cooperative', name: 'HTX Chè Phú Hộ', taxCode: '0101243150' }],
      ['a household by personal number', { kind: 'household', name: 'Hộ Lê Lan', taxCode: '025090000009' }],
      ['a household by tax code', { kind: 'household', name: 'Hộ Lê Lan', taxCode: '0100686209' }],
      [
        'a newborn, by its mother',
        {
          kind: 'personWithoutNumber',
          name: 'Lê Bé',
          birthDate: '2026-11-20',
          guardian: { name: 'Lê Lan', identityNumber: '025190000009' },
        },
      ],
      [
        'a stateless person, by a paper',
        {
          kind: 'personWithoutNumber',
          name: 'Somchai',
          birthDate: '1980-01-01',
          paper: { name: 'Giấy xác nhận cư trú', number: '12/XN' },
        },
      ],
      [
        'a firm being founded',
        {
          kind: 'organisationWithoutNumber',
          name: 'Công ty TNHH Chè Mới',
          representative: { name: 'Lê Lan', identityNumber: '025190000009' },
        },
      ],
    ])('%s', async (_, applicant) => {
      const { reception, portal } = open();
      const code = await submitted(reception, { ...COUNTER, applicant });
      const { body } = await reception.call('getDossier', { params: { code } });
      expect(body.applicant).toEqual(applicant);
      await submitted(portal, { ...PAPER, applicant });
    });

    test('who is not of the kind that the procedure is for is told whom it is for', async () => {
      const { reception } = open();
      const body = await submission(reception, { ...COUNTER, procedure: FOREIGNERS_ONLY });
      const refused = await reception.call('submitDossier', { body });
      expectRefusal(refused, 422, 'applicant-not-entitled');
      expect(refused.body.detail).toContain('Người nước ngoài');
      expect(pointers(refused.body)).toEqual(['/applicant/kind']);
      await submitted(reception, { ...COUNTER, procedure: FOREIGNERS_ONLY, applicant: FOREIGNER });
      const agency = { kind: 'agency', name: 'UBND xã Thanh Ba', agencyCode: 'H44.55' };
      const other = await submission(reception, { ...COUNTER, applicant: agency });
      expectRefusal(await reception.call('submitDossier', { body: other }), 422, 'applicant-not-entitled');
    });

    test.each([
      ['/applicant/birthDate', { birthDate: '2099-01-01' }],
      ['/applicant/birthDate', { birthDate: '0001-01-01' }],
      ['/applicant/birthDate', { birthDate: '2026-11-24' }],
      ['/applicant/address', { address: '   ' }],
      [
        '/applicant/paper/number',
        { ...FOREIGNER, identityNumber: undefined, paper: { ...FOREIGNER.paper, number: 'P1' } },
      ],
      [
        '/applicant/paper/country',
        { ...FOREIGNER, identityNumber: undefined, paper: { ...FOREIGNER.paper, country: 'VNM' } },
      ],
      [
        '/applicant/guardian',
        { kind: 'personWithoutNumber', identityNumber: undefined, name: 'Lê Bé', birthDate: '2026-11-20' },
      ],
      [
        '/applicant/representative',
        { ...FIRM, identityNumber: undefined, representative: { name: 'Quách Thị Hường' } },
      ],
    ])('%s is refused: %j', async (pointer, own) => {
      const { reception } = open();
      const applicant = { kind: 'person', name: 'Nguyễn Văn An', identityNumber: OWNER, ...own };
      const body = await submission(reception, { ...COUNTER, applicant });
      for (const language of ['vi', 'en']) {
        const headers = { 'accept-language': language };
        const answer = await reception.call('submitDossier', { body, headers });
        expectRefusal(answer, 422, 'request-invalid');
        expect(pointers(answer.body)).toEqual([pointer]);
      }
    });

    test('a result by post needs an address to go to', async () => {
      const { reception } = open();
      const post = { ...COUNTER, returnBy: 'post' };
      const refused = await reception.call('submitDossier', { body: await submission(reception, post) });
      expectRefusal(refused, 422, 'request-invalid');
      expect(pointers(refused.body)).toEqual(['/returnAddress']);
      const code = await submitted(reception, { ...post, returnAddress: 'Số 1 Hùng Vương' });
      const { body } = await reception.call('getDossier', { params: { code } });
      expect(body).toMatchObject({ returnBy: 'post', returnAddress: 'Số 1 Hùng Vương' });
      const applicant = { kind: 'person', name: 'Nguyễn Văn An', identityNumber: OWNER, address: 'Xã A' };
      await submitted(reception, { ...post, applicant });
    });

    test('who hands in for another is named at the counter and by portals; their own token names a citizen', async () => {
      const { reception, portal, stranger, owner } = open();
      const onBehalf = { reason: 'Con nộp thay cha', consent: 'written' };
      const by = { name: 'Trần Thị Bình', identityNumber: STRANGER };
      for (const caller of [reception, portal]) {
        const channel = caller === reception ? COUNTER : PAPER;
        const refused = await caller.call('submitDossier', {
          body: await submission(caller, { ...channel, onBehalf }),
        });
        expectRefusal(refused, 422, 'request-invalid');
        expect(pointers(refused.body)).toEqual(['/onBehalf/by']);
      }
      const code = await submitted(reception, { ...COUNTER, onBehalf: { ...onBehalf, by } });
      const { body } = await owner.call('getDossier', { params: { code } });
      expect(body.handedInBy).toEqual(by);
      const history = await owner.call('getHistory', { params: { code } });
      expect(history.body.items[0].data.onBehalf).toEqual({ ...onBehalf, by: expect.any(String) });
      expect(JSON.stringify(history.body)).not.toContain(by.name);
      expect(JSON.stringify(history.body)).not.toContain(by.identityNumber);
      const somebodyElse = { ...onBehalf, by: { ...by, identityNumber: '025190000077' } };
      const refused = await stranger.call('submitDossier', {
        body: await submission(stranger, { onBehalf: somebodyElse }),
      });
      expect(pointers(refused.body)).toEqual(['/onBehalf/by']);
      await submitted(stranger, { onBehalf: { ...onBehalf, by } });
    });
  });

  describe('accounts without a level', () => {
    test('foreigners and firms submit, see, and withdraw what is theirs', async () => {
      const { foreigner, firm, stranger, anonymous } = open();
      for (const [by, applicant] of [
        [foreigner, FOREIGNER],
        [firm, FIRM],
      ] as const) {
        const code = await submitted(by, { applicant });
        expect(await listed(by)).toContain(code);
        expect((await stranger.call('getDossier', { params: { code } })).status).toBe(404);
        const body = await submission(by, { applicant });
        expectRefusal(await anonymous.call('submitDossier', { body }), 401, 'gateway');
        expect((await by.call('withdrawDossier', { params: { code }, body: {} })).status).toBe(200);
      }
      const refused = await firm.call('submitDossier', { body: await submission(firm) });
      expect(pointers(refused.body)).toEqual(['/onBehalf']);
    });

    test('a firm’s representative sees what reception took in for the firm, supplements and withdraws it', async () => {
      const { reception, representative, firm, stranger } = open();
      const code = await submitted(reception, { ...COUNTER, applicant: FIRM });
      for (const by of [representative, firm]) expect(await listed(by)).toContain(code);
      expect(await listed(stranger)).not.toContain(code);
      const ask = { decision: 'requestSupplement', reason: 'Thiếu giấy tờ', items: ['Giấy tờ'] };
      await decided(reception, `${code}.t1`, ask);
      const components = [{ component: 'c2', files: [await file(representative)] }];
      const given = await representative.call('supplementDossier', {
        params: { code },
        body: { components },
      });
      expect(given.status, JSON.stringify(given.body)).toBe(200);
      expect((await representative.call('withdrawDossier', { params: { code }, body: {} })).status).toBe(200);
      const { body } = await firm.call('listAccessRecords', { query: { limit: '100', dossier: code } });
      expect(body.items).toEqual([]);
      await representative.call('getDossier', { params: { code } });
      const [read] = (await firm.call('listAccessRecords', { query: { dossier: code } })).body.items;
      expect(read).toMatchObject({ reader: { kind: 'citizen' }, dossiers: [{ basis: 'representative' }] });
    });

    test('a firm is found by its representative’s name and number, a foreigner by passport', async () => {
      const { reception } = open();
      const firm = await submitted(reception, { ...COUNTER, applicant: FIRM });
      const foreigner = await submitted(reception, { ...COUNTER, applicant: FOREIGNER });
      for (const q of ['quach thi huong', 'Hường Quách Thị', 'thị hường', REPRESENTATIVE])
        expect(await found(reception, q), q).toContain(firm);
      for (const q of ['p1234567', 'P 123 4567', 'vongsa'])
        expect(await found(reception, q), q).toContain(foreigner);
    });
  });

  describe('a correction of the applicant', () => {
    const correct = (by: Caller, code: string, body: unknown, headers = {}) =>
      by.call('correctApplicant', { params: { code }, body, headers });

    test('changes name and number for lists, rights and searches, and names neither in the ledger', async () => {
      const { reception, owner, stranger, auditor } = open();
      const wrong = { kind: 'person', name: 'Bùi Thị Sái', identityNumber: STRANGER };
      const code = await submitted(reception, { ...COUNTER, applicant: wrong });
      expect(await listed(stranger)).toContain(code);
      const proof = await file(reception);
      const evidence = { file: proof, description: 'Bản chụp căn cước' };
      const answer = await correct(
        reception,
        code,
        correction({ name: 'Bùi Thị Sải', phone: '0987654321' }, { evidence }),
      );
      expect(answer.status, JSON.stringify(answer.body)).toBe(200);
      expect(answer.body).toMatchObject({
        version: 2,
        changed: ['/applicant/identityNumber', '/applicant/name', '/applicant/phone'],
      });
      expect(await listed(stranger)).not.toContain(code);
      expect((await stranger.call('getDossier', { params: { code } })).status).toBe(404);
      expect(await listed(owner)).toContain(code);
      const { body } = await owner.call('getDossier', { params: { code } });
      expect(body.applicant).toMatchObject({ name: 'Bùi Thị Sải', identityNumber: OWNER });
      expect(body.corrections).toEqual([{ at: expect.any(String), changed: answer.body.changed }]);
      expect(await found(reception, 'bùi thị sải')).toContain(code);
      expect(await found(reception, STRANGER)).not.toContain(code);
      expect(await found(reception, '0987654321')).toEqual([code]);
      const history = await auditor.call('getHistory', { params: { code } });
      const event = history.body.items.at(-1);
      expect(event).toMatchObject({
        actor: { kind: 'officer', role: 'reception' },
        data: { type: 'applicantCorrected', reason: 'Cán bộ tiếp nhận ghi nhầm', evidence },
      });
      for (const secret of ['Sải', 'Sái', STRANGER, OWNER])
        expect(JSON.stringify(history.body)).not.toContain(secret);
      const reads = await owner.call('listAccessRecords', { query: { dossier: code, limit: '100' } });
      expect(reads.body.items).toContainEqual(
        expect.objectContaining({ operation: 'getHistory', parts: ['history'] }),
      );
      const before = await stranger.call('listAccessRecords', { query: { limit: '100' } });
      expect(before.body.items[0]).toMatchObject({ operation: 'correctApplicant', dossiers: [{ code }] });
    });

    test('changes who represents a firm', async () => {
      const { reception, representative, owner } = open();
      const code = await submitted(reception, { ...COUNTER, applicant: FIRM });
      const by = { name: 'Nguyễn Văn An', identityNumber: OWNER };
      const answer = await correct(reception, code, {
        ...correction({}),
        applicant: { ...FIRM, representative: by },
      });
      expect(answer.status, JSON.stringify(answer.body)).toBe(200);
      expect(await listed(representative)).not.toContain(code);
      expect(await listed(owner)).toContain(code);
      expect(await found(reception, 'quách thị hường')).not.toContain(code);
    });

    test('is refused without change, evidence or right, on an old version, with a bad file, of another kind', async () => {
      const { reception, owner, otherReception, leader } = open();
      const taken = await file(reception);
      await submitted(reception, { ...COUNTER, components: [{ component: 'c1', files: [taken] }] });
      const code = await submitted(owner);
      const right = correction({ name: 'Nguyễn Văn Ân' });
      expectRefusal(await correct(reception, code, correction({})), 422, 'request-invalid');
      expectRefusal(await correct(reception, code, { ...right, evidence: {} }), 422, 'request-invalid');
      const future = correction({ birthDate: '2099-01-01' });
      expectRefusal(await correct(reception, code, future), 422, 'request-invalid');
      expectRefusal(await correct(otherReception, code, right), 404, 'not-found');
      expectRefusal(await correct(leader, code, right), 403, 'forbidden');
      expectRefusal(await correct(owner, code, right), 403, 'forbidden');
      expectRefusal(await correct(reception, code, right, { 'if-match': '"9"' }), 412, 'precondition-failed');
      const agency = { kind: 'agency', name: 'UBND xã Thanh Ba', agencyCode: 'H44.55' };
      const other = { ...right, applicant: agency };
      expectRefusal(await correct(reception, code, other), 422, 'applicant-not-entitled');
      for (const [id, status, refusal] of await badFiles(reception, taken))
        expectRefusal(await correct(reception, code, { ...right, evidence: { file: id } }), status, refusal);
      const { body } = await owner.call('getDossier', { params: { code } });
      expect(body).toMatchObject({ version: 1, corrections: [], applicant: { name: 'Nguyễn Văn An' } });
      expect((await correct(reception, code, right, { 'access-reason': 'dinh%20chinh' })).status).toBe(200);
      const reason = { 'access-reason': `xem%20so%20${OWNER}` };
      expectRefusal(await correct(reception, code, right, reason), 400, 'parameter-invalid');
    });

    test('is not for an agency that is only asked for its opinion', async () => {
      const { agencyHandler, handler } = open();
      const { code, task } = await accepted(open());
      await decided(handler, task, { decision: 'consult', question: 'Đề nghị cho ý kiến' });
      const body = correction({ name: 'Nguyễn Văn Ân' });
      expectRefusal(await correct(agencyHandler, code, body), 403, 'forbidden');
      expect((await correct(handler, code, body)).status).toBe(200);
    });

    test('is refused once a result was decided, which says what it says', async () => {
      const { handler } = open();
      const { code } = await signed(open(), { procedure: PLAIN });
      const refused = await correct(handler, code, correction({ name: 'Nguyễn Văn Ân' }));
      expectRefusal(refused, 409, 'result-decided');
      expect(refused.body.detail).toContain('đính chính kết quả');
    });
  });
}
