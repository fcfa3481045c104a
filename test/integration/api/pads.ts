import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { hardwareInkOrder } from '../../../schemas/api/pad.ts';
import { examples } from '../../../tools/openapi/examples.ts';
import { type Caller, devCaller } from '../../support/api-caller.ts';
import { textOfPages } from '../../support/documents/read-pdf.ts';
import { handedOver } from './returns.ts';
import { accepted, decided, expectRefusal, submitted, UNIT, type World } from './world.ts';

/** A tablet that is paired with nobody. */
export const NO_PAD = { unit: UNIT, id: 'pad_00000000000000000000000000', secret: 'x'.repeat(43) };

/** What a hardware pad gives, each time other points. */
export const hardware = () => {
  const { picture, serial } = hardwareInkOrder.parse(examples['handInInk']?.['hardware']?.value);
  return { picture, serial, encryptedPoints: randomBytes(24).toString('base64') };
};

const newSecret = () => randomBytes(32).toString('base64url');

/** A tablet paired with the unit: what it says in each of its requests. */
export async function pairedPad(world: World, by = world.reception, unit = UNIT): Promise<typeof NO_PAD> {
  const secret = newSecret();
  const { code } = (await by.call('pairPad', { params: { code: unit }, body: { name: 'Quầy 1' } })).body;
  const paired = await world.anonymous.call('redeemPairing', { body: { code, secret } });
  expect(paired.status, JSON.stringify(paired.body)).toBe(201);
  return { unit: paired.body.unit, id: paired.body.id, secret };
}

/** A dossier handed in and accepted at the counter, with the digest of its receipt. */
export async function takenAtCounter(world: World): Promise<{ code: string; sha256: string }> {
  const { reception } = world;
  const own = { channel: 'counter', components: [{ component: 'c1', paperCopies: 1 }] };
  const code = await submitted(reception, own);
  await decided(reception, `${code}.t1`, { decision: 'accept' });
  const { sha256 } = (await reception.call('getForm', { params: { code, id: '01-2' } })).body;
  return { code, sha256 };
}

const drawing = (points = 30) => ({
  width: 900,
  height: 300,
  strokes: [
    Array.from({ length: points }, (_, index) => ({
      x: 60 + index * 20,
      y: 150 + Math.round(60 * Math.sin(index / 3)),
      pressure: 0.25 + (index % 5) / 10,
      t: index * 16,
    })),
  ],
});

/** Handwriting on a pad, from the pairing to the printed form. */
export function pads(open: () => World): void {
  const ask = (by: Caller, code: string, pad: string, form = '01-2') =>
    by.call('askForInk', { params: { code }, body: { pad, form } });
  const look = (pad: typeof NO_PAD, shown?: string) =>
    open().anonymous.call('lookAtPad', { body: { pad, ...(shown !== undefined && { shown }) } });
  const answer = (body: object) => open().anonymous.call('answerOnPad', { body });
  const stateOn = async (pad: typeof NO_PAD) => {
    const { body } = await open().reception.call('listPads', { params: { code: UNIT } });
    return body.items.find(({ id }: { id: string }) => id === pad.id)?.request?.state;
  };
  const printed = async (by: Caller, code: string, id: string, paper?: string) => {
    const { body } = await by.call('getForm', { params: { code, id }, ...(paper && { query: { paper } }) });
    return { sha256: body.sha256, bytes: new Uint8Array(await (await fetch(body.url)).arrayBuffer()) };
  };

  describe('signing pads', () => {
    test('a citizen signs the receipt on a tablet; the officer sees it arrive; the form shows the ink', async () => {
      const world = open();
      const { reception, owner } = world;
      const { code, sha256 } = await takenAtCounter(world);
      const pad = await pairedPad(world);
      expect((await look(pad)).body).toMatchObject({ name: 'Quầy 1', request: null });
      const asked = await ask(reception, code, pad.id);
      expect(asked.body).toMatchObject({
        dossier: code,
        form: '01-2',
        kind: 'receipt',
        document: sha256,
        state: 'waiting',
        askedBy: 'tiepnhan.h44-101',
      });
      expect(await stateOn(pad)).toBe('waiting');
      const { request } = (await look(pad)).body;
      expect(request).toMatchObject({ id: asked.body.id, documentHash: sha256, secondsLeft: 600 });
      expect(request.document.title).toBe('GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ');
      expect(request.document.signer).toEqual({ title: 'NGƯỜI NỘP HỒ SƠ', name: 'Nguyễn Văn An' });
      expect((await fetch(request.document.url)).status).toBe(200);
      expect((await look(pad, request.id)).body.request.document).toBeNull();
      expect(await stateOn(pad)).toBe('shown');

      const before = await printed(owner, code, '01-2');
      const ink = { outcome: 'signed', pad, request: request.id, documentHash: sha256, drawing: drawing() };
      expect((await answer(ink)).body).toEqual({ request: request.id, state: 'signed' });
      // Once more, as after a lost reply.
      expect((await answer(ink)).body).toEqual({ request: request.id, state: 'signed' });
      expect(await stateOn(pad)).toBe('signed');
      expect((await look(pad)).body.request).toBeNull();

      const { items } = (await owner.call('getHistory', { params: { code }, query: { limit: '100' } })).body;
      expect(items).toHaveLength(3);
      expect(items[2]).toMatchObject({
        actor: { kind: 'officer', role: 'reception' },
        data: { type: 'inkSigned', form: '01-2', document: sha256, means: 'pad', device: pad.id },
      });
      const listed = (await owner.call('listForms', { params: { code } })).body.items;
      expect(listed.map(({ id }: { id: string }) => id)).toEqual(['01-2', '01-2-3']);
      expect(listed[1]).toMatchObject({ papers: ['A5', 'A4'], inkedAt: items[2].at });
      const after = await printed(owner, code, '01-2-3');
      const text = (await textOfPages(after.bytes)).join(' ').replace(/\s+/g, ' ');
      expect(text).toContain('là chứng cứ kèm theo văn bản, không phải chữ ký số');
      expect(text.replace(/ /g, '')).toContain(sha256);
      expect((await printed(reception, code, '01-2-3')).sha256).toBe(after.sha256);
      // What was printed before stays as it was.
      expect((await printed(owner, code, '01-2')).sha256).toBe(before.sha256);
      expectRefusal(await owner.call('getForm', { params: { code, id: '01-2-2' } }), 404, 'not-found');
    });

    test('who collects a result signs that they have it; online, nobody signs the receipt', async () => {
      const world = open();
      const code = await handedOver(world, { collector: 'owner' });
      const { items } = (await world.reception.call('listForms', { params: { code } })).body;
      const { id } = items.find(({ kind }: { kind: string }) => kind === 'handOver');
      const pad = await pairedPad(world);
      const asked = await ask(world.reception, code, pad.id, id);
      expect(asked.status, JSON.stringify(asked.body)).toBe(201);
      const { documentHash, document } = (await look(pad)).body.request;
      expect(document.signer).toEqual({ title: 'NGƯỜI NHẬN KẾT QUẢ', name: 'Nguyễn Văn An' });
      const ink = { outcome: 'signed', pad, request: asked.body.id, documentHash, drawing: drawing() };
      expect((await answer(ink)).body.state).toBe('signed');
      expect((await world.owner.call('getDossier', { params: { code } })).body.handling).toBe('returned');
      expectRefusal(await ask(world.reception, code, pad.id, '01-2'), 409, 'state-conflict');
      const none = await ask(world.reception, code, pad.id, '05-2');
      expectRefusal(none, 422, 'request-invalid');
      expect(none.body.errors).toMatchObject([{ pointer: '/form' }]);
    });

    test('a code is taken once, by one tablet, for ten minutes', async () => {
      const { anonymous, reception, clock } = open();
      const pair = async () =>
        (await reception.call('pairPad', { params: { code: UNIT }, body: { name: 'Quầy 3' } })).body;
      const redeem = (code: string, secret: string) =>
        anonymous.call('redeemPairing', { body: { code, secret } });
      const { code, id, state } = await pair();
      expect([state, code]).toEqual(['pairing', expect.stringMatching(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/)]);
      const secret = newSecret();
      const first = await redeem(code.toLowerCase().replace('-', ' '), secret);
      expect(first.body).toMatchObject({ unit: UNIT, id, unitName: expect.stringContaining('Tân Hoà') });
      expect(JSON.stringify(first.body)).not.toContain(secret);
      expect((await redeem(code, secret)).body).toEqual(first.body);
      expectRefusal(await redeem(code, newSecret()), 403, 'pairing-invalid');
      expectRefusal(await redeem('00000-00000', secret), 403, 'pairing-invalid');
      const late = await pair();
      await clock.advanceTo(clock.now() + 10 * 60_000);
      expectRefusal(await redeem(late.code, newSecret()), 403, 'pairing-invalid');
      const { items } = (await reception.call('listPads', { params: { code: UNIT } })).body;
      const ids = items.map((pad: { id: string }) => pad.id);
      expect(ids).toContain(id);
      expect(ids).not.toContain(late.id);
      for (const shown of items) expect(Object.keys(shown)).not.toContain('secret');
    });

    test('a pad is what its secret says until its pairing ends', async () => {
      const world = open();
      const pad = await pairedPad(world);
      for (const other of [{ secret: newSecret() }, { id: NO_PAD.id }, { unit: 'H44.102' }])
        expectRefusal(await look({ ...pad, ...other }), 403, 'pad-not-paired');
      const params = { code: UNIT, id: pad.id };
      expectRefusal(await world.otherReception.call('endPad', { params }), 404, 'not-found');
      expect((await world.reception.call('endPad', { params })).status).toBe(200);
      expectRefusal(await look(pad), 403, 'pad-not-paired');
      const { code } = await takenAtCounter(world);
      const refused = await ask(world.reception, code, pad.id);
      expectRefusal(refused, 422, 'request-invalid');
      expect(refused.body.errors).toMatchObject([{ pointer: '/pad' }]);
      const none = { params: { code: UNIT, id: 'pad_99999999999999999999999999' } };
      for (const what of ['endPad', 'clearPad'])
        expectRefusal(await world.reception.call(what, none), 404, 'not-found');
      const wrong = { params: { code: UNIT, id: 'x' } };
      for (const what of ['endPad', 'clearPad'])
        expectRefusal(await world.reception.call(what, wrong), 400, 'parameter-invalid');
      for (const what of ['listPads', 'pairPad'])
        expectRefusal(
          await world.reception.call(what, {
            params: { code: 'x' },
            ...(what === 'pairPad' && { body: { name: 'Quầy' } }),
          }),
          400,
          'parameter-invalid',
        );
    });

    test('ink for another document, for another pad, or that is none is refused, and nothing is recorded', async () => {
      const world = open();
      const { code, sha256 } = await takenAtCounter(world);
      const [pad, other] = [await pairedPad(world), await pairedPad(world)];
      const { id: request } = (await ask(world.reception, code, pad.id)).body;
      const good = { outcome: 'signed', pad, request, documentHash: sha256, drawing: drawing() };
      expectRefusal(await answer({ ...good, documentHash: '0'.repeat(64) }), 409, 'document-differs');
      expectRefusal(await answer({ ...good, pad: other }), 409, 'ink-request-over');
      expectRefusal(await answer({ ...good, pad: { ...pad, secret: newSecret() } }), 403, 'pad-not-paired');
      const [stroke = []] = drawing().strokes;
      const bad = [
        [stroke.slice(0, 5)],
        [stroke.map((point, index) => ({ ...point, t: 1000 - index }))],
        [stroke.map(point => ({ ...point, x: point.x + 900 }))],
        [stroke.map(point => ({ ...point, x: 5, y: 5 }))],
      ];
      for (const strokes of bad) {
        const refused = await answer({ ...good, drawing: { ...drawing(), strokes } });
        expectRefusal(refused, 422, 'request-invalid');
        expect(refused.body.errors).toMatchObject([{ pointer: '/drawing/strokes' }]);
      }
      expect((await world.owner.call('getDossier', { params: { code } })).body.version).toBe(2);
      // Every hand-in at once is recorded once.
      const all = await Promise.all(Array.from({ length: 5 }, () => answer(good)));
      expect(all.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
      expect((await world.owner.call('getDossier', { params: { code } })).body.version).toBe(3);
      expectRefusal(await answer({ ...good, drawing: drawing(40) }), 409, 'ink-request-over');
      expectRefusal(await answer({ outcome: 'declined', pad, request }), 409, 'ink-request-over');
    });

    test('who does not sign says so, or leaves, or runs out of time; an officer takes back what waits', async () => {
      const world = open();
      const { code, sha256 } = await takenAtCounter(world);
      const pad = await pairedPad(world);
      const asked = async () => (await ask(world.reception, code, pad.id)).body.id;
      for (const outcome of ['declined', 'left']) {
        const request = await asked();
        for (let twice = 0; twice < 2; twice++)
          expect((await answer({ outcome, pad, request })).body.state).toBe(outcome);
        expect(await stateOn(pad)).toBe(outcome);
      }
      const taken = await asked();
      const params = { code: UNIT, id: pad.id };
      expect((await world.reception.call('clearPad', { params })).body.request).toBeNull();
      expect((await look(pad)).body.request).toBeNull();
      const ink = { outcome: 'signed', pad, documentHash: sha256, drawing: drawing() };
      expectRefusal(await answer({ ...ink, request: taken }), 409, 'ink-request-over');
      const late = await asked();
      await world.clock.advanceTo(world.clock.now() + 10 * 60_000);
      expect(await stateOn(pad)).toBe('expired');
      expect((await look(pad)).body.request).toBeNull();
      expectRefusal(await answer({ ...ink, request: late }), 409, 'ink-request-over');
    });

    test('a pad on which somebody else waits is left to them', async () => {
      const world = open();
      const { code } = await takenAtCounter(world);
      const pad = await pairedPad(world);
      const first = (await ask(world.reception, code, pad.id)).body.id;
      const second = (await ask(world.reception, code, pad.id)).body.id;
      expect(second).not.toBe(first);
      const colleague = await devCaller(world, 'second at the counter', {
        kind: 'officer',
        id: 'tiepnhan2.h44-101',
        unit: UNIT,
        roles: ['reception'],
      });
      expectRefusal(await ask(colleague, code, pad.id), 409, 'pad-busy');
      expect((await look(pad)).body.request.id).toBe(second);
    });

    test('a hardware pad hands in its picture for the document it was given, and for no other', async () => {
      const world = open();
      const { reception, owner } = world;
      const { code, sha256 } = await takenAtCounter(world);
      const body = { form: '01-2', documentHash: sha256, ...hardware() };
      const hand = (own: object = {}, by = reception) =>
        by.call('handInInk', { params: { code }, body: { ...body, ...own } });
      expectRefusal(await hand({ documentHash: '0'.repeat(64) }), 409, 'document-differs');
      for (const picture of [Buffer.from('no picture').toString('base64'), body.picture.slice(0, 60)]) {
        const refused = await hand({ picture });
        expectRefusal(refused, 422, 'request-invalid');
        expect(refused.body.errors).toMatchObject([{ pointer: '/picture' }]);
      }
      const taken = await hand();
      expect(taken.body).toMatchObject({ dossier: code, form: '01-2-3', document: sha256 });
      expect((await hand()).body).toEqual(taken.body);
      const { bytes } = await printed(owner, code, taken.body.form, 'A4');
      expect(Buffer.from(bytes).toString('latin1')).toContain('/Subtype /Image');
      const online = (await accepted(world)).code;
      const refused = await reception.call('handInInk', { params: { code: online }, body });
      expectRefusal(refused, 409, 'state-conflict');
    });
  });
}
