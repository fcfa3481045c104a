import { describe, expect, test } from 'vitest';
import { proposeChange } from '../../../functions/domain/dossier/decisions/change-result.ts';
import { problemReply } from '../../../functions/kernel/http/problem-reply.ts';
import { errorFacts } from '../../../functions/kernel/lambda/error-facts.ts';
import { recordReads } from '../../../functions/records/audit-log/record-reads.ts';
import { accept, approve } from '../../support/lifecycle/decisions.ts';
import { revocation, signChange } from '../../support/lifecycle/result-change.ts';
import { auditor, citizen, keyring, NAME, NOW, OWNER, officer, readingRoom } from './reading-room.ts';

const handler = officer('H44.101', 'handler');
const reception = officer('H44.101', 'reception');

describe('a read of personal data', () => {
  test('is recorded with who, whose, what, why, when and by which request', async () => {
    const room = readingRoom();
    const { head } = await room.file();
    const answer = await room.read(reception, head.code, 'Khách hỏi tại quầy');
    expect(answer.body.applicant.name).toBe(NAME);
    const [record, ...more] = room.kept();
    expect(more).toEqual([]);
    expect(record).toEqual({
      at: '2026-03-02T10:00:00+07:00',
      requestId: expect.stringMatching(/^request-\d+$/),
      reader: { kind: 'officer', id: 'reception.can-bo', unit: 'H44.101', roles: ['reception'] },
      operation: 'getDossier',
      parts: ['applicant'],
      dossiers: [{ code: head.code, basis: 'task', task: `${head.code}.t1` }],
      stated: 'Khách hỏi tại quầy',
      asked: null,
    });
    const ofPerson = room.records.all().filter(({ key }) => key.pk === `READS#${head.owner}`);
    expect(ofPerson).toHaveLength(1);
    expect(ofPerson[0]?.item).toMatchObject({
      read: record,
      expiresAt: Date.parse('2031-03-03T00:00:00+07:00') / 1000,
    });
  });

  test('of the ledger and of a result’s link is recorded as such; no result, no record', async () => {
    const room = readingRoom();
    const paper = await room.file();
    await room.history(handler, paper.head.code);
    expect((await room.results(handler, paper.head.code)).body.items).toEqual([]);
    expect(room.kept().map(({ operation, parts }) => [operation, parts])).toEqual([
      ['getHistory', ['history']],
    ]);
    const result = {
      number: 'H44.101-KQ2026-000001',
      sha256: 'c'.repeat(64),
      size: 9,
      origin: 'rendered' as const,
    };
    const commit = async (move: () => unknown, more: object = {}) => {
      const before = paper.head;
      move();
      const outcome = { events: paper.ledger.slice(before.version), head: paper.head };
      const labels = { procedureName: '', field: '', duplicates: [] };
      expect(await room.dossiers.commit({ before, outcome, labels, ...more })).toBeUndefined();
    };
    for (const body of [accept, approve, approve]) await commit(() => paper.decide(body));
    const entered = { number: result.number, agency: 'H44.101', year: '2026', count: 1, procedureName: '' };
    await commit(() => paper.issue(result), { result: { ...entered, key: 'results/1' } });
    await commit(() => paper.enter(proposeChange(paper.context, revocation)));
    room.register(paper.ledger);
    expect((await room.results(handler, paper.head.code)).body.items).toHaveLength(1);
    expect(room.kept().map(({ parts }) => parts.join())).toContain('resultFile');
    // Revoked between the reading of the ledger and that of the register, it is shown as it is now.
    const read = room.deps.results.find;
    room.deps.results.find = async number => {
      room.deps.results.find = read;
      await commit(() => signChange(paper));
      room.register(paper.ledger);
      return read(number);
    };
    const shown = (await room.results(handler, paper.head.code)).body.items;
    expect(shown).toMatchObject([{ revoked: { ground: 'holderAsks' } }]);
  });

  test('by the owner is not recorded; by who submitted for them it is', async () => {
    const room = readingRoom();
    const own = await room.file();
    await room.read(citizen(OWNER), own.head.code);
    await room.history(citizen(OWNER), own.head.code);
    expect(room.kept()).toEqual([]);
    const son = citizen('025090000009');
    const helped = await room.file('H44.101', `citizen:${keyring.personKey('025090000009')}`);
    await room.read(son, helped.head.code);
    const portal = { kind: 'portal' as const, id: 'dvcqg', scopes: ['dossiers:read' as const] };
    const filed = await room.file('H44.101', 'portal:dvcqg');
    await room.read(portal, filed.head.code);
    expect(
      room.kept().map(({ reader, dossiers }) => [reader.kind, dossiers.map(({ basis }) => basis)]),
    ).toEqual(
      expect.arrayContaining([
        ['citizen', ['submitter']],
        ['portal', ['submitter']],
      ]),
    );
  });

  test('that is refused leaves no record', async () => {
    const room = readingRoom();
    const { head } = await room.file();
    await expect(room.read(officer('H44.102', 'handler'), head.code)).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(room.read(citizen('025090000009'), head.code)).rejects.toMatchObject({ code: 'not-found' });
    expect(room.kept()).toEqual([]);
  });

  test('that cannot be recorded shows nothing, says so, and is logged without what it was about', async () => {
    const room = readingRoom();
    const { head } = await room.file();
    room.trouble.failing = new Error(`ValidationException: {"name":"${NAME}","id":"${OWNER}"}`);
    for (const read of [room.read, room.history]) {
      const error = await read(handler, head.code).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code: 'access-unrecorded' });
      const { reply, ours } = problemReply(error, { language: 'vi', requestId: 'r', now: 0 });
      expect([reply.statusCode, ours]).toEqual([503, true]);
      const told = `${reply.body}${JSON.stringify(errorFacts(error))}`;
      for (const secret of [NAME, OWNER, 'ValidationException']) expect(told).not.toContain(secret);
    }
    await expect(room.whoRead(auditor, { dossier: head.code })).rejects.toMatchObject({
      code: 'access-unrecorded',
    });
    expect(room.trouble.opened).toEqual([]);
  });

  test('keeps neither names nor numbers nor tokens', async () => {
    const room = readingRoom();
    const { head } = await room.file();
    for (const caller of [handler, auditor, officer('H44', 'overseer')]) {
      await room.read(caller, head.code);
      await room.history(caller, head.code);
    }
    await room.whoRead(auditor, { dossier: head.code });
    const kept = JSON.stringify(room.records.all().filter(({ key }) => key.pk.startsWith('READ')));
    expect(kept).toContain(head.code);
    for (const secret of [NAME, OWNER, 'Bearer', 'eyJ', 'token']) expect(kept).not.toContain(secret);
  });
});

describe('reads of many dossiers at once', () => {
  test('make one entry for every fifty, each dossier once, each owner their own', async () => {
    const room = readingRoom();
    const paper = await room.file();
    const heads = Array.from({ length: 250 }, (_, index) => ({
      ...paper.head,
      code: `H44.101-260302-${String(index + 1).padStart(4, '0')}`,
      owner: `owner-${index % 3}`,
    }));
    await recordReads(room.deps, {
      caller: handler,
      access: { requestId: 'list', reason: null },
      now: NOW,
      operation: 'listDossiers',
      parts: ['applicant'],
      dossiers: [...heads, ...heads.slice(0, 10)],
    });
    const codes = room.kept().flatMap(({ dossiers }) => dossiers.map(({ code }) => code));
    expect(
      room
        .kept()
        .map(({ dossiers }) => dossiers.length)
        .toSorted(),
    ).toEqual([50, 50, 50, 50, 50]);
    expect(new Set(codes).size).toBe(250);
    for (const owner of ['owner-0', 'owner-1', 'owner-2']) {
      const { records } = await room.deps.accessRecords.page({ owner }, undefined, 10);
      const own = records.flatMap(({ dossiers }) => dossiers.map(({ code }) => code));
      expect(own.toSorted()).toEqual(heads.filter(head => head.owner === owner).map(({ code }) => code));
    }
  });

  test('that showed nobody leave no record', async () => {
    const room = readingRoom();
    const reads = { access: { requestId: 'empty', reason: null }, now: NOW, parts: ['searchHits' as const] };
    await recordReads(room.deps, { ...reads, caller: handler, operation: 'search', dossiers: [] });
    expect(room.kept()).toEqual([]);
  });
});
