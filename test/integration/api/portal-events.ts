import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dossierCloudEvent, pingCloudEvent } from '../../../schemas/outside/cloud-event.ts';
import type { Caller } from '../../support/api-caller.ts';
import { eventually } from '../../support/eventually.ts';
import { freshPortal, NOWHERE, subscribed } from './portals.ts';
import { decided, expectRefusal, submitted, type World } from './world.ts';

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Whether a message is signed by a secret, as a receiver of another make would see to it. */
function isSigned({ headers, body }: Received, secret: string): boolean {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const text = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  const right = `v1,${createHmac('sha256', key).update(text).digest('base64')}`;
  return String(headers['webhook-signature']).split(' ').includes(right);
}

/** Portals hear of their dossiers: by messages, and by the feed of changes. */
export function portalEvents(open: () => World): void {
  describe('events to portals', () => {
    let server: Server;
    let url = '';
    let status = 204;
    const received: Received[] = [];
    beforeAll(async () => {
      server = createServer((request, response) => {
        let body = '';
        request.setEncoding('utf8');
        request.on('data', part => {
          body += part;
        });
        request.on('end', () => {
          received.push({ headers: request.headers, body });
          response.writeHead(status).end();
        });
      });
      await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
      const address = server.address();
      if (address === null || typeof address === 'string') throw new Error('no port');
      url = `http://127.0.0.1:${address.port}/events`;
    });
    afterAll(() => server?.close());

    const eventsOf = (code: string) =>
      received
        .map(({ body }) => JSON.parse(body))
        .filter(event => event.subject === code)
        .map(event => dossierCloudEvent.parse(event));
    const heard = (code: string, count: number) =>
      eventually(() => (eventsOf(code).length >= count ? eventsOf(code) : undefined));

    async function listening(): Promise<{ portal: Caller; id: string; secret: string }> {
      const portal = await freshPortal(open());
      const { body } = await portal.call('createSubscription', { body: { url } });
      return { portal, id: body.id, secret: body.secret };
    }

    test('a portal hears of its dossier in order, signed, and of no other’s', async () => {
      const { portal, secret } = await listening();
      const code = await submitted(portal);
      const other = await submitted(open().otherPortal);
      await decided(open().reception, `${code}.t1`, {
        decision: 'decline',
        reason: 'Không thuộc thẩm quyền',
      });
      const events = await heard(code, 2);
      expect(events.map(({ type, data }) => [type, data.version, data.handling])).toEqual([
        ['vn.motcua.dossier.submitted', 1, 'submitted'],
        ['vn.motcua.dossier.declined', 2, 'declined'],
      ]);
      const own = received.filter(({ body }) => JSON.parse(body).subject === code);
      for (const message of own) {
        expect(isSigned(message, secret)).toBe(true);
        expect(message.headers['webhook-id']).toBe(JSON.parse(message.body).id);
        expect(message.headers['content-type']).toMatch(/^application\/cloudevents\+json/);
        expect(message.body).not.toContain('Không thuộc thẩm quyền');
      }
      expect(eventsOf(other)).toEqual([]);
    });

    test('a secret is shown once; a new one signs beside the one before', async () => {
      const { portal, id, secret } = await listening();
      const shown = await portal.call('getSubscription', { params: { id } });
      expect(JSON.stringify(shown.body)).not.toContain('whsec_');
      const { body } = await portal.call('rotateSecret', { params: { id } });
      expect(body.secret).not.toBe(secret);
      const before = received.length;
      const ping = await portal.call('pingSubscription', { params: { id } });
      expect(ping.body).toMatchObject({ delivered: true, reason: null });
      const message = received[before];
      if (!message) throw new Error('no ping');
      pingCloudEvent.parse(JSON.parse(message.body));
      expect([secret, body.secret].map(each => isSigned(message, each))).toEqual([true, true]);
    });

    test('a ping says what it met with', async () => {
      const portal = await freshPortal(open());
      const id = await subscribed(portal, { url: NOWHERE });
      expect((await portal.call('pingSubscription', { params: { id } })).body).toMatchObject({
        delivered: false,
        reason: 'connection',
      });
      status = 500;
      const answering = await subscribed(portal, { url });
      const ping = await portal.call('pingSubscription', { params: { id: answering } });
      status = 204;
      expect(ping.body).toMatchObject({ delivered: false, reason: 'http-500' });
    });

    test.each([
      ['http://portal.example.vn/events', 'not https'],
      ['https://10.0.0.1/events', 'a private address'],
      ['https://[::ffff:7f00:1]/events', 'this machine, in another way of writing'],
      ['https://169.254.169.254/latest/meta-data/', 'the metadata service of the cloud'],
      ['https://me:secret@portal.example.vn/', 'with a password'],
    ])('%s is refused: %s', async address => {
      const portal = await freshPortal(open());
      const answer = await portal.call('createSubscription', { body: { url: address } });
      expectRefusal(answer, 422, 'address-not-allowed');
    });

    test('a portal has five subscriptions at most; one that ended does not count, and is not used any more', async () => {
      const portal = await freshPortal(open());
      const ids = [];
      for (let count = 0; count < 5; count++) ids.push(await subscribed(portal));
      const sixth = () => portal.call('createSubscription', { body: { url: NOWHERE } });
      expectRefusal(await sixth(), 409, 'too-many-subscriptions');
      const id = ids[0] ?? '';
      expect((await portal.call('endSubscription', { params: { id } })).body).toMatchObject({
        state: 'ended',
      });
      expect((await portal.call('endSubscription', { params: { id } })).status).toBe(200);
      expect((await sixth()).status).toBe(201);
      for (const operation of ['rotateSecret', 'pingSubscription', 'resumeSubscription'])
        expectRefusal(await portal.call(operation, { params: { id } }), 409, 'subscription-ended');
      const replay = { params: { id }, body: { from: '2026-11-23T00:00:00+07:00' } };
      expectRefusal(await portal.call('replaySubscription', replay), 409, 'subscription-ended');
    });

    test('what came before a subscription comes with a replay, and again with the next', async () => {
      const portal = await freshPortal(open());
      const code = await submitted(portal);
      await eventually(async () =>
        (await portal.call('listChanges')).body.items.length > 0 ? true : undefined,
      );
      const { body } = await portal.call('createSubscription', { body: { url } });
      const from = '2026-11-22T00:00:00+07:00';
      for (let times = 1; times <= 2; times++) {
        const begun = await portal.call('replaySubscription', { params: { id: body.id }, body: { from } });
        expect(begun.body).toEqual({ from, events: 1 });
        const { clock } = open();
        await clock.advanceTo(clock.now() + 61_000);
        expect((await heard(code, times)).map(({ id }) => id)).toEqual(
          Array.from({ length: times }, () => `${code}/1`),
        );
      }
    });

    test('an endpoint that is down is told later, and operators see it and may try at once', async () => {
      const { portal, id } = await listening();
      const { administrator } = open();
      const party = `webhook.${id}`;
      status = 503;
      const code = await submitted(portal);
      const waiting = await eventually(async () => {
        const { items } = (await administrator.call('listWaiting', { params: { party } })).body;
        return items.length > 0 ? items : undefined;
      });
      expect(waiting).toMatchObject([
        { dossier: code, state: 'waiting', reason: 'http-503', attempts: 1, doneUpTo: 0 },
      ]);
      const failing = (await administrator.call('listConnections')).body.items.find(
        (one: { party: string }) => one.party === party,
      );
      expect(failing).toMatchObject({
        breaker: 'closed',
        failuresInARow: 1,
        lastFailure: { reason: 'http-503' },
        lastDay: { sent: 0, failures: { 'http-503': 1 } },
      });
      expect(failing.oldestWaitingSince).not.toBeNull();
      status = 204;
      const before = eventsOf(code).length;
      const redriven = await administrator.call('redriveConnection', { params: { party } });
      expect(redriven.body).toMatchObject({ waiting: 1, deadLetters: 0, more: false });
      await heard(code, before + 1);
      const well = await eventually(async () => {
        const { items } = (await administrator.call('listConnections')).body;
        const found = items.find((one: { party: string }) => one.party === party);
        return found.oldestWaitingSince === null && found.failuresInARow === 0 ? found : undefined;
      });
      expect(well).toMatchObject({ failuresInARow: 0, lastDay: { sent: 1 } });
      expect(well.lastDay.lag.p50).toBeGreaterThan(0);
      expect((await administrator.call('getDeadLetters', { params: { party } })).body).toEqual({
        queue: 'webhook',
        count: 0,
        messages: [],
      });
      const nobody = { params: { party: 'nobody' } };
      expectRefusal(await administrator.call('getDeadLetters', nobody), 404, 'not-found');
      expectRefusal(await administrator.call('redriveConnection', nobody), 404, 'not-found');
    });

    test('one that says it is gone is paused, and goes on when it is resumed', async () => {
      const { portal, id } = await listening();
      status = 410;
      const code = await submitted(portal);
      const state = async () => (await portal.call('getSubscription', { params: { id } })).body;
      await eventually(async () => ((await state()).state === 'paused' ? true : undefined));
      expect((await state()).paused).toMatchObject({ reason: 'http-410' });
      status = 204;
      const before = eventsOf(code).length;
      const resumed = await eventually(async () => {
        const { body } = await portal.call('resumeSubscription', { params: { id } });
        return body.resumed > 0 ? body : undefined;
      });
      expect(resumed).toEqual({ state: 'active', resumed: 1, more: false });
      expect((await heard(code, before + 1)).at(-1)?.id).toBe(`${code}/1`);
    });

    test('the feed is read on from where it was read to; a poll is answered when something comes', async () => {
      const portal = await freshPortal(open());
      const empty = await portal.call('listChanges');
      expect(empty.body.items).toEqual([]);
      const first = await submitted(portal);
      const one = await eventually(async () => {
        const { body } = await portal.call('listChanges', { query: { cursor: empty.body.nextCursor } });
        return body.items.length > 0 ? body : undefined;
      });
      expect(one.items.map(({ id }: { id: string }) => id)).toEqual([`${first}/1`]);
      const waiting = portal.call('listChanges', { query: { cursor: one.nextCursor, wait: '20' } });
      const second = await submitted(portal);
      const { body } = await waiting;
      expect(body.items.map(({ id }: { id: string }) => id)).toEqual([`${second}/1`]);
    });

    test('a portal has two polls open at most', async () => {
      const portal = await freshPortal(open());
      const polls = [1, 2, 3].map(() => portal.call('listChanges', { query: { wait: '20' } }));
      // Which of them comes last is chance; nothing is committed before one is refused.
      const refused = await Promise.race(polls);
      expectRefusal(refused, 429, 'too-many-polls');
      await submitted(portal);
      const statuses = (await Promise.all(polls)).map(({ status }) => status);
      expect(statuses.toSorted()).toEqual([200, 200, 429]);
    });

    test.each([
      ['listChanges', { query: { limit: '0' } }],
      ['listChanges', { query: { wait: '21' } }],
      ['listWaiting', { params: { party: 'Not a party' } }],
      ['getDeadLetters', { params: { party: 'Not a party' } }],
      ['redriveConnection', { params: { party: 'Not a party' } }],
      ['listFindings', { query: {} }],
      ['listFindings', { query: { on: '2026-02-30' } }],
      ['getSubscription', { params: { id: 'sub_1' } }],
      ['rotateSecret', { params: { id: 'sub_1' } }],
      ['pingSubscription', { params: { id: 'sub_1' } }],
      ['replaySubscription', { params: { id: 'sub_1' }, body: { from: '2026-11-22T00:00:00+07:00' } }],
      ['resumeSubscription', { params: { id: 'sub_1' } }],
      ['endSubscription', { params: { id: 'sub_1' } }],
    ])('%s refuses parameters that are none: %o', async (operation, sent) => {
      const { portal, administrator } = open();
      const caller = /Subscription|rotateSecret|listChanges/.test(operation) ? portal : administrator;
      expectRefusal(await caller.call(operation, sent), 400, 'parameter-invalid');
    });

    test('a cursor of another portal’s feed is void', async () => {
      const { portal, otherPortal } = open();
      const { body } = await portal.call('listChanges', { query: { limit: '1' } });
      const stolen = { query: { cursor: body.nextCursor } };
      expectRefusal(await otherPortal.call('listChanges', stolen), 400, 'cursor-invalid');
      const { administrator } = open();
      const waiting = { params: { party: 'webhook' }, ...stolen };
      expectRefusal(await administrator.call('listWaiting', waiting), 400, 'cursor-invalid');
    });
  });
}
