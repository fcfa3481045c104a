import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { DEV_AUDIENCE } from '../../../local/dev-tokens/dev-keys.ts';
import { devIssuer } from '../../../local/dev-tokens/dev-tokens.ts';
import { samplePaper } from '../../../start/demo/sample-paper.ts';
import { type Answered, type Caller, callerWith, type Sent } from '../../support/api-caller.ts';
import { asTwo } from '../../support/as-two.ts';
import { PLAIN } from './test-procedures.ts';
import {
  accepted,
  citizenToken,
  counted,
  decided,
  expectRefusal,
  file,
  OWNER,
  submission,
  submitted,
  type World,
} from './world.ts';

/** Bad input: each kind gets its status and stable code, and leaves nothing half done. */
export function badInput(open: () => World): void {
  describe('a bad submission leaves no dossier behind and its file free for the right one', () => {
    const person = { kind: 'person', name: 'Nguyễn Văn An', identityNumber: OWNER };
    test.each([
      ['unknown procedure', { procedure: '1.999999' }, 422, 'procedure-unknown', undefined],
      ['unknown unit', { receivingUnit: 'H44.999' }, 422, 'unit-unknown', '/receivingUnit'],
      ['unknown competent unit', { competentUnit: 'H44.999' }, 422, 'unit-unknown', '/competentUnit'],
      ['unknown field', { colour: 'red' }, 422, 'request-invalid', '/colour'],
      [
        'unknown field inside',
        { applicant: { ...person, colour: 1 } },
        422,
        'request-invalid',
        '/applicant/colour',
      ],
      ['wrong type', { returnBy: 7 }, 422, 'request-invalid', '/returnBy'],
      ['null for a value', { competentUnit: null }, 422, 'request-invalid', '/competentUnit'],
      ['a value not in the list', { channel: 'fax' }, 422, 'request-invalid', '/channel'],
      ['procedure code of the wrong form', { procedure: '1.1' }, 422, 'request-invalid', '/procedure'],
      ...['25090000001', '0250900000011', '097090000001', '02509000000a', '０２５０９０００００01'].map(
        number =>
          [
            `identity number ${number}`,
            { applicant: { ...person, identityNumber: number } },
            422,
            'request-invalid',
            '/applicant/identityNumber',
          ] as const,
      ),
      [
        'name that is no name',
        { applicant: { ...person, name: '<b>An</b>' } },
        422,
        'request-invalid',
        '/applicant/name',
      ],
      [
        'tax code with a wrong check digit',
        { applicant: { kind: 'organisation', name: 'Công ty A', taxCode: '0100109107' } },
        422,
        'request-invalid',
        '/applicant/taxCode',
      ],
    ] as const)('%s', async (_, own, status, code, pointer) => {
      const { owner } = open();
      const before = await counted(open());
      const files = [await file(owner)];
      const components = [{ component: 'c1', files }];
      const answer = await owner.call('submitDossier', {
        body: await submission(owner, { components, ...own }),
      });
      expectRefusal(answer, status, code);
      if (pointer !== undefined)
        expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
      expect(await counted(open())).toEqual(before);
      await submitted(owner, { components });
    });

    test('missing component', async () => {
      const { owner } = open();
      const before = await counted(open());
      const files = [await file(owner)];
      for (const components of [[], [{ component: 'c1' }], [{ component: 'c2', files }]]) {
        const answer = await owner.call('submitDossier', { body: await submission(owner, { components }) });
        expectRefusal(answer, 422, 'component-missing');
        expect(answer.body.errors[0].message).toContain('c1');
      }
      expect(await counted(open())).toEqual(before);
      await submitted(owner, { components: [{ component: 'c1', files }] });
    });

    test('closed procedure', async () => {
      const { owner, administrator } = open();
      const files = [await file(owner)];
      const body = await submission(owner, { components: [{ component: 'c1', files }] });
      const params = { code: PLAIN };
      const before = await counted(open());
      const closing = { params, body: { state: 'closed', reason: 'Bãi bỏ' } };
      await asTwo(open(), 'setProcedureState', closing);
      const answer = await owner.call('submitDossier', { body });
      await administrator.call('setProcedureState', { params, body: { state: 'open' } });
      expectRefusal(answer, 409, 'procedure-closed');
      expect(answer.body.detail).toContain('Bãi bỏ');
      expect(await counted(open())).toEqual(before);
      expect((await owner.call('submitDossier', { body })).status).toBe(201);
    });

    test('a file that was not uploaded, is another, is somebody else’s or is taken, beside one that is right', async () => {
      const { owner, stranger } = open();
      const right = await file(owner);
      const taken = await file(owner);
      await submitted(owner, { components: [{ component: 'c1', files: [taken] }] });
      const before = await counted(open());
      const call = async (id: string) =>
        owner.call('submitDossier', {
          body: await submission(owner, { components: [{ component: 'c1', files: [right, id] }] }),
        });
      expectRefusal(await call(await file(owner, { upload: false })), 422, 'file-not-uploaded');
      const script = Buffer.from('<script>alert(1)</script>');
      expectRefusal(await call(await file(owner, { bytes: script })), 422, 'file-differs');
      const cut = samplePaper('cut off').bytes.subarray(0, 300);
      expectRefusal(await call(await file(owner, { bytes: cut })), 422, 'file-unusable');
      expectRefusal(await call(taken), 409, 'file-in-use');
      const foreign = await call(await file(stranger));
      expectRefusal(foreign, 422, 'file-unknown');
      const unknown = await call('f_00000000000000000000000000');
      expect(sameButNames(foreign)).toEqual(sameButNames(unknown));
      expect(foreign.body.errors[0].pointer).toBe('/components/0/files/1');
      expect(await counted(open())).toEqual(before);
      await submitted(owner, { components: [{ component: 'c1', files: [right] }] });
    });

    test('the store itself takes no other bytes than those declared', async () => {
      const { owner } = open();
      const ticket = await owner.call('createUpload', {
        body: { fileName: 'a.pdf', contentType: 'application/pdf', size: 4, sha256: 'a'.repeat(64) },
      });
      const { url, method, headers, id } = ticket.body;
      const sent = await fetch(url, { method, headers, body: '%PDF' });
      expect(sent.status).toBe(400);
      await sent.arrayBuffer();
      const components = [{ component: 'c1', files: [id] }];
      const answer = await owner.call('submitDossier', { body: await submission(owner, { components }) });
      expectRefusal(answer, 422, 'file-not-uploaded');
    });
  });

  describe('decisions', () => {
    const call = (by: Caller, id: string, body: Record<string, unknown>, headers = {}) =>
      by.call('decideTask', { params: { id }, body, headers });

    test('a closed task answers another decision with the one that stands, and the same one with its receipt', async () => {
      const { reception } = open();
      const code = await submitted(open().owner);
      const receipt = await decided(reception, `${code}.t1`, { decision: 'accept' });
      const other = await call(reception, `${code}.t1`, { decision: 'decline', reason: 'Không đủ' });
      expectRefusal(other, 409, 'task-closed');
      expect(other.body.standing).toEqual({ decision: 'accept', at: receipt.at });
      expect((await call(reception, `${code}.t1`, { decision: 'accept' })).body).toEqual(receipt);
      expect((await open().owner.call('getDossier', { params: { code } })).body.handling).toBe('accepted');
    });

    test('of two different decisions at once one is taken and the other told so', async () => {
      const { reception } = open();
      const code = await submitted(open().owner);
      const answers = await Promise.all([
        call(reception, `${code}.t1`, { decision: 'accept' }),
        call(reception, `${code}.t1`, { decision: 'decline', reason: 'Không đủ' }),
      ]);
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
      const lost = answers.find(({ status }) => status === 409);
      const won = answers.find(({ status }) => status === 200);
      expect(lost?.code).toBe('task-closed');
      expect(lost?.body.standing.decision).toBe(won?.body.decision);
    });

    test('a stale If-Match changes nothing', async () => {
      const { reception, owner } = open();
      const code = await submitted(owner);
      const task = await reception.call('getTask', { params: { id: `${code}.t1` } });
      await reception.call('assignTask', {
        params: { id: `${code}.t1` },
        body: { assignee: 'tiepnhan.h44-101' },
      });
      const etag = task.headers.get('etag') ?? '';
      const stale = await call(reception, `${code}.t1`, { decision: 'accept' }, { 'if-match': etag });
      expectRefusal(stale, 412, 'precondition-failed');
      expect((await owner.call('getDossier', { params: { code } })).body.handling).toBe('submitted');
      expectRefusal(
        await call(reception, `${code}.t1`, { decision: 'accept' }, { 'if-match': 'nonsense' }),
        412,
        'precondition-failed',
      );
    });

    test('text that UTF-8 cannot hold never gets into the ledger', async () => {
      const { reception, owner } = open();
      const code = await submitted(owner);
      const lone = `{"decision":"decline","reason":"abc \\ud800 def"}`;
      const answer = await reception.call('decideTask', { params: { id: `${code}.t1` }, body: lone });
      expectRefusal(answer, 422, 'request-invalid');
    });
  });

  test('requests with the same key at the same moment submit one dossier', async () => {
    const { owner } = open();
    const before = await counted(open());
    const body = await submission(owner);
    const headers = { 'idempotency-key': 'at-once' };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => owner.call('submitDossier', { body, headers })),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    expect(new Set(answers.map(answer => answer.body.code)).size).toBe(1);
    const after = await counted(open());
    expect(after).toEqual({ unit: before.unit + 1, owner: before.owner + 1 });
  });

  test('a key used by one caller is free for another', async () => {
    const { owner, stranger } = open();
    const headers = { 'idempotency-key': 'everybody-s-key' };
    const body = { fileName: 'a.pdf', contentType: 'application/pdf', size: 5, sha256: '0'.repeat(64) };
    const [one, other] = [
      await owner.call('createUpload', { body, headers }),
      await stranger.call('createUpload', { body, headers }),
    ];
    expect(one.body.id).not.toBe(other.body.id);
  });

  test('expired, forged and foreign tokens are refused with 401', async () => {
    const { province, url, conformance } = open();
    const right = await citizenToken(province, { age: 0, life: 600 });
    const [head = '', claims = '', seal = ''] = right.split('.');
    const nbf = Math.floor(province.host.clock.now() / 1000);
    const { privateKey } = await generateKeyPair('ES256');
    const own = (token: SignJWT) =>
      token
        .setIssuedAt(nbf)
        .setNotBefore(nbf)
        .setExpirationTime(nbf + 600)
        .setSubject(OWNER);
    const body = { loa: 2, identityNumber: OWNER };
    const claimedRoles = Buffer.from(JSON.stringify({ ...JSON.parse(atob(claims)), loa: 3 })).toString(
      'base64url',
    );
    const tokens: Record<string, string> = {
      expired: await citizenToken(province, { age: 3600, life: 1800 }),
      'not valid yet': await citizenToken(province, { age: -3600, life: 7200 }),
      'another seal': `${head}.${claims}.${seal.startsWith('A') ? 'B' : 'A'}${seal.slice(1)}`,
      'other claims': `${head}.${claimedRoles}.${seal}`,
      'foreign issuer': await citizenToken(province, {
        age: 0,
        life: 600,
        issuer: 'https://elsewhere.example',
      }),
      'foreign key': await own(new SignJWT(body))
        .setProtectedHeader({ alg: 'ES256' })
        .setIssuer(devIssuer('citizen'))
        .setAudience(DEV_AUDIENCE)
        .sign(privateKey),
      'no signature': new UnsecuredJWT(body)
        .setIssuer(devIssuer('citizen'))
        .setAudience(DEV_AUDIENCE)
        .encode(),
      'a citizen’s claims from the officers’ issuer': await citizenToken(province, {
        age: 0,
        life: 600,
        issuer: devIssuer('officer'),
      }),
      'no token at all': 'nonsense',
    };
    const found: Record<string, number> = {};
    for (const [name, token] of Object.entries(tokens)) {
      const caller = callerWith({ url, conformance }, name, token);
      found[name] = (await caller.call('listDossiers')).status;
    }
    expect(found).toEqual(Object.fromEntries(Object.keys(tokens).map(name => [name, 401])));
    expect((await callerWith({ url, conformance }, 'right', right).call('listDossiers')).status).toBe(200);
  });

  describe('what one may not know of is answered like what does not exist', () => {
    const bodies: Record<string, Sent['body']> = {
      supplementDossier: { components: [{ component: 'c2', paperCopies: 1 }] },
      withdrawDossier: {},
      decideTask: { decision: 'accept' },
      assignTask: { assignee: null },
    };
    test.each([
      ['getDossier', 'otherReception'],
      ['getDossier', 'stranger'],
      ['getDossier', 'otherPortal'],
      ['getHistory', 'otherHandlerElsewhere'],
      ['listPayments', 'stranger'],
      ['listResults', 'otherPortal'],
      ['supplementDossier', 'stranger'],
      ['supplementDossier', 'otherPortal'],
      ['withdrawDossier', 'stranger'],
      ['withdrawDossier', 'otherPortal'],
      ['getTask', 'otherReception'],
      ['decideTask', 'otherReception'],
      ['assignTask', 'otherReception'],
    ] as const)('%s by %s', async (id, kind) => {
      const caller = open()[kind];
      const code = await submitted(open().owner);
      const nobodys = 'H44.101-261123-9999';
      const ask = (dossier: string) =>
        caller.call(id, {
          params: { code: dossier, id: `${dossier}.t1` },
          ...(bodies[id] !== undefined && { body: bodies[id] }),
        });
      const existing = await ask(code);
      expectRefusal(existing, 404, 'not-found');
      expect(sameButNames(existing)).toEqual(sameButNames(await ask(nobodys)));
    });
  });

  describe('cursors', () => {
    const list = (by: Caller, id: string, query: Record<string, string>) => by.call(id, { query });

    test('a tampered one, and one from another query or caller', async () => {
      const { owner, stranger, reception, overseer } = open();
      await submitted(owner);
      await submitted(owner);
      const { nextCursor } = (await list(owner, 'listDossiers', { limit: '1' })).body;
      expect((await list(owner, 'listDossiers', { limit: '1', cursor: nextCursor })).status).toBe(200);
      const [text = '', seal = ''] = nextCursor.split('.');
      const tampered = [
        `${text.startsWith('A') ? 'B' : 'A'}${text.slice(1)}.${seal}`,
        `${text}.${seal.startsWith('A') ? 'B' : 'A'}${seal.slice(1)}`,
        text,
        `${text}.`,
        `${nextCursor}.${seal}`,
        ' ',
      ];
      for (const cursor of tampered)
        expectRefusal(await list(owner, 'listDossiers', { limit: '1', cursor }), 400, 'cursor-invalid');
      const other = { limit: '1', handling: 'submitted', cursor: nextCursor };
      expectRefusal(await list(owner, 'listDossiers', other), 400, 'cursor-invalid');
      expectRefusal(await list(stranger, 'listDossiers', { cursor: nextCursor }), 400, 'cursor-invalid');
      expectRefusal(await list(reception, 'listDossiers', { cursor: nextCursor }), 400, 'cursor-invalid');
      expectRefusal(await list(reception, 'listTasks', { cursor: nextCursor }), 400, 'cursor-invalid');
      const tasks = (await list(reception, 'listTasks', { limit: '1' })).body.nextCursor;
      const unit = { unit: 'H44.101', limit: '1', cursor: tasks };
      expectRefusal(await list(overseer, 'listTasks', unit), 400, 'cursor-invalid');
    });

    test('one of another dossier’s history', async () => {
      const { owner } = open();
      const { code } = await accepted(open());
      const other = await accepted(open());
      const history = (dossier: string, query: Record<string, string>) =>
        owner.call('getHistory', { params: { code: dossier }, query });
      const { nextCursor } = (await history(code, { limit: '1' })).body;
      expect((await history(code, { cursor: nextCursor })).body.items[0].seq).toBe(2);
      expectRefusal(await history(other.code, { cursor: nextCursor }), 400, 'cursor-invalid');
    });
  });

  describe('more than one item of the table can hold', () => {
    const components = Array.from({ length: 200 }, (_, index) => ({
      id: `c${index + 1}`,
      name: 'ấ'.repeat(2000),
      originals: 1,
      copies: 0,
      required: false,
    }));
    const row = async (code: string, own: Record<string, unknown>) => {
      const known = (await open().anonymous.call('getProcedure', { params: { code: PLAIN } })).body.procedure;
      return { procedure: { ...known, code, ...own } };
    };

    test('a procedure refuses itself and no other row', async () => {
      const items = [await row('9.100001', { components }), await row('9.100002', {})];
      const body = { shape: 'motcua', items };
      const answer = await open().administrator.call('importProcedures', { body });
      expect(answer.status, JSON.stringify(answer.body).slice(0, 300)).toBe(200);
      expect(answer.body.rows.map((entry: { outcome: string }) => entry.outcome)).toEqual([
        'refused',
        'accepted',
      ]);
    });

    test('the report of a large import is given, and given again for its key', async () => {
      const bad = { procedure: { code: 'x', levels: Array.from({ length: 300 }, () => 'nowhere') } };
      const body = { shape: 'motcua', items: Array.from({ length: 200 }, () => bad) };
      const headers = { 'idempotency-key': 'large-report' };
      const first = await open().administrator.call('importProcedures', { body, headers });
      expect(first.status, JSON.stringify(first.body).slice(0, 300)).toBe(200);
      expect((await open().administrator.call('importProcedures', { body, headers })).body).toEqual(
        first.body,
      );
    });

    test('a large organization is kept whole or refused as the caller’s', async () => {
      const { units } = (await open().anonymous.call('getOrganization')).body;
      const more = Array.from({ length: 1000 - units.length }, (_, index) => ({
        ...units.at(-1),
        code: `H44.9${String(index).padStart(3, '0')}`,
        name: 'Ấ'.repeat(250),
      }));
      const body = { units: [...units, ...more] };
      const answer = await open().administrator.call('publishOrganization', { body });
      expect([202, 413, 422], JSON.stringify(answer.body).slice(0, 300)).toContain(answer.status);
    });
  });

  test('more files than one transaction can bind are refused as the caller’s, and stay free', async () => {
    const { owner } = open();
    const files: string[] = [];
    while (files.length < 101)
      files.push(...(await Promise.all(Array.from({ length: 8 }, () => file(owner)))));
    const components = Array.from({ length: 6 }, (_, index) => ({
      component: 'c1',
      files: files.slice(index * 20, index * 20 + 20),
    }));
    const answer = await owner.call('submitDossier', { body: await submission(owner, { components }) });
    expect([413, 422], JSON.stringify(answer.body)).toContain(answer.status);
    await submitted(owner, { components: [{ component: 'c1', files: files.slice(0, 1) }] });
  });

  test('an officer given twice in one request is not a fault of ours', async () => {
    const { administrator } = open();
    const officer = { id: 'hai.lan', unit: 'H44', roles: ['auditor'], name: 'Hai Lần', active: false };
    const answer = await administrator.call('recordOfficers', { body: { officers: [officer, officer] } });
    expect([200, 422], JSON.stringify(answer.body)).toContain(answer.status);
  });

  test('requests with the same key at the same moment declare one file', async () => {
    const { owner } = open();
    const body = { fileName: 'a.pdf', contentType: 'application/pdf', size: 5, sha256: '1'.repeat(64) };
    const headers = { 'idempotency-key': 'file-at-once' };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => owner.call('createUpload', { body, headers })),
    );
    expect(new Set(answers.map(answer => answer.body.id)).size).toBe(1);
  });

  test('a name that cannot be seen, is heaped with marks, mixes scripts or forges a line', async () => {
    const { owner } = open();
    const submit = async (own: Record<string, unknown>) =>
      owner.call('submitDossier', { body: await submission(owner, own) });
    const person = (name: string) => ({ applicant: { kind: 'person', name, identityNumber: OWNER } });
    for (const name of [
      '\u3164\u3164',
      'Nguyễn\u202E Văn An',
      'Nguyễn Va\u0301\u0302\u0323n An',
      'Nguyễn Vаn An',
      'Nguyễn Вао An',
      'Nguyễn\u2800An',
    ]) {
      const answer = await submit(person(name));
      expectRefusal(answer, 422, 'request-invalid');
      expect(answer.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toContain(
        '/applicant/name',
      );
    }
    const decomposed = await submit(person('Nguyễn Thị Ngọc Ánh'.normalize('NFD')));
    expect(decomposed.status).toBe(201);
    const read = await owner.call('getDossier', { params: { code: decomposed.body.code } });
    expect(read.body.applicant.name).toBe('Nguyễn Thị Ngọc Ánh'.normalize('NFC'));
    expectRefusal(await submit({ formData: { 'số\u200Bnhà': '1' } }), 422, 'request-invalid');
  });

  test('limits beyond all reason are refused at once', async () => {
    const { anonymous } = open();
    for (const unit of ['workingDay', 'calendarDay', 'workingHour', 'month']) {
      const started = performance.now();
      const answer = await anonymous.call('explainDeadline', {
        body: { receivedAt: '2026-12-07T09:00:00+07:00', limit: { amount: 1_000_000_000, unit } },
      });
      expect(answer.status).toBe(422);
      expect(performance.now() - started).toBeLessThan(2000);
    }
  });

  test('a time limit is not asked about in more than 64 KB, and at most 50 faults are told', async () => {
    const { anonymous } = open();
    const asked = { receivedAt: '2026-12-07T09:00:00+07:00', limit: { amount: 1, unit: 'workingDay' } };
    const wrong = (count: number) => ({ ...asked, interruptions: Array.from({ length: count }, () => ({})) });
    const told = await anonymous.call('explainDeadline', { body: wrong(900) });
    expectRefusal(told, 422, 'request-invalid');
    expect(told.body.errors).toHaveLength(50);
    const large = await anonymous.call('explainDeadline', { body: wrong(30_000) });
    expectRefusal(large, 413, 'body-too-large');
  });

  test('a dossier code whose date does not exist or has not come', async () => {
    const { anonymous } = open();
    for (const code of [
      'H44.101-260230-0001',
      'H44.101-261399-0001',
      'H44.101-991231-0001',
      'H44.101-261123-0000',
    ])
      expectRefusal(await anonymous.call('trackDossier', { params: { code } }), 400, 'dossier-code-invalid');
  });

  test('refusals are told in Vietnamese, or in English when asked for', async () => {
    const { anonymous } = open();
    const params = { code: '1.999999' };
    const [vi, en] = [
      await anonymous.call('getProcedure', { params }),
      await anonymous.call('getProcedure', { params, headers: { 'accept-language': 'en-GB,en;q=0.9' } }),
    ];
    expect([vi.body.title, vi.headers.get('content-language')]).toEqual(['Không tìm thấy', 'vi']);
    expect([en.body.title, en.headers.get('content-language')]).toEqual(['Not found', 'en']);
  });
}

/** An answer without what differs from request to request: its id, and the names the request itself gave. */
function sameButNames({ status, headers, body }: Answered) {
  const { requestId: _, ...rest } = body;
  const text = JSON.stringify(rest).replaceAll(/H44\.101-\d{6}-\d{4}|f_[0-9a-z]{26}/g, '…');
  return { status, type: headers.get('content-type'), text };
}
