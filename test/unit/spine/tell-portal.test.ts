import { describe, expect, it } from 'vitest';
import { GIVEN_UP_AFTER } from '../../../functions/domain/effects/retry-pauses.ts';
import { signatureFits } from '../../../functions/domain/effects/webhook-signature.ts';
import { dossierCloudEvent } from '../../../schemas/outside/cloud-event.ts';
import { ledgerOf, listeningPortal, PARTY, PORTAL, SECRET, SOURCE, subscription } from './portals.ts';

const CODE = 'H44.101-260302-0001';
const HOUR = 3600_000;

describe('what a portal is told of a ledger', () => {
  it('is each event that a portal shows, in order, as a CloudEvent with the state it led to', async () => {
    const portal = await listeningPortal();
    expect(await portal.tell(CODE, ledgerOf().length)).toEqual(['done']);
    const events = portal.sent.map(({ body }) => dossierCloudEvent.parse(JSON.parse(body)));
    expect(events.map(({ type }) => type)).toEqual([
      'vn.motcua.dossier.submitted',
      'vn.motcua.dossier.accepted',
      'vn.motcua.dossier.stopped',
    ]);
    expect(events[1]).toMatchObject({
      specversion: '1.0',
      id: `${CODE}/2`,
      source: SOURCE,
      subject: CODE,
      sequence: '000002',
      data: { version: 2, handling: 'accepted', nationalStatus: 2, outcome: null },
    });
    expect(portal.sent[0]?.headers['content-type']).toContain('application/cloudevents+json');
    expect(JSON.stringify(portal.sent)).not.toContain('k'.repeat(32));
  });

  it('is signed, and carries the same id and body when it comes again', async () => {
    const portal = await listeningPortal();
    portal.fails('http-500');
    await portal.tell(CODE, 1);
    portal.heals();
    portal.pass(HOUR);
    await portal.tell(CODE, 1);
    const [first, second] = portal.sent;
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    expect(second?.body).toBe(first?.body);
    for (const { headers, body } of portal.sent) {
      const message = {
        id: headers['webhook-id'] ?? '',
        timestamp: Number(headers['webhook-timestamp']),
        body,
      };
      expect(signatureFits(SECRET, message, headers['webhook-signature'] ?? '')).toBe(true);
      expect(
        signatureFits(SECRET, { ...message, body: `${body} ` }, headers['webhook-signature'] ?? ''),
      ).toBe(false);
    }
  });

  it('is nothing for a dossier of no portal, or of another portal’s', async () => {
    const ledger = ledgerOf();
    const [first, ...rest] = ledger;
    if (!first) throw new Error('an empty ledger');
    const others = [{ ...first, actor: { kind: 'portal', id: 'kiosk' } } as const, ...rest];
    const counter = [{ ...first, actor: { kind: 'citizen', key: 'k'.repeat(32) } } as const, ...rest];
    for (const ledger of [others, counter]) {
      const portal = await listeningPortal([ledger]);
      expect(await portal.tell(CODE, ledger.length)).toEqual([]);
      expect(portal.sent).toEqual([]);
    }
  });

  it('is only the kinds asked for, since the subscription began; the cursor passes the rest', async () => {
    const portal = await listeningPortal();
    const found = await portal.subscriptions.find(PORTAL, subscription().id);
    if (!found) throw new Error('no subscription');
    await portal.subscriptions.change(found, { ...found, kinds: ['stopped'], version: 2 });
    await portal.tell(CODE, ledgerOf().length);
    expect(portal.sent.map(({ body }) => JSON.parse(body).data.event)).toEqual(['stopped']);
    expect((await portal.cursors.read({ consumer: PARTY, dossier: CODE }))?.seq).toBe(ledgerOf().length);
    const late = await listeningPortal();
    await late.subscriptions.change(found, { ...found, startsAt: '2027-01-01T00:00:00+07:00', version: 2 });
    await late.tell(CODE, ledgerOf().length);
    expect(late.sent).toEqual([]);
  });
});

describe('repeats and disorder', () => {
  it('a nudge that comes again, or late, sends nothing again', async () => {
    const portal = await listeningPortal();
    await portal.tell(CODE, 3);
    const before = portal.ids();
    for (const reached of [3, 1, 2]) expect(await portal.tell(CODE, reached)).toEqual(['done']);
    expect(portal.ids()).toEqual(before);
  });

  it('many nudges at once send each event once, in order', async () => {
    const portal = await listeningPortal();
    await Promise.all([1, 2, 3, 4].map(reached => portal.tell(CODE, reached)));
    expect(portal.ids()).toEqual([1, 2, 4].map(seq => `${CODE}/${seq}`));
  });

  it('an event that is told of while a worker is sending is sent by that worker', async () => {
    const whole = ledgerOf();
    const portal = await listeningPortal([whole.slice(0, 1)]);
    portal.answers(async () => {
      if (portal.sent.length > 1) return { delivered: true, milliseconds: 1 };
      portal.append(whole);
      expect(await portal.tell(CODE, whole.length)).toEqual(['held']);
      return { delivered: true, milliseconds: 1 };
    });
    expect(await portal.tell(CODE, 1)).toEqual(['done']);
    expect(portal.ids()).toEqual([1, 2, 4].map(seq => `${CODE}/${seq}`));
  });

  it('a worker that died is followed by another once its lease is over', async () => {
    const portal = await listeningPortal();
    const now = portal.now();
    const place = { consumer: PARTY, dossier: CODE };
    await portal.cursors.take(place, { reached: 4, now, until: now + 90_000 });
    expect(await portal.tell(CODE, 4)).toEqual(['held']);
    portal.pass(91_000);
    expect(await portal.tell(CODE, 4)).toEqual(['done']);
    expect(portal.sent).toHaveLength(3);
  });
});

describe('an endpoint that fails', () => {
  it('is tried again after growing pauses, and later events wait behind', async () => {
    const portal = await listeningPortal();
    portal.fails('http-503');
    const waits: number[] = [];
    for (let attempt = 0; attempt < 4; attempt++) {
      expect(await portal.tell(CODE, 4)).toEqual(['waits']);
      const [waiting] = (await portal.cursors.waiting(PARTY, { limit: 10 })).items;
      expect(waiting).toMatchObject({ state: 'waiting', reason: 'http-503', attempts: attempt + 1, seq: 0 });
      const retryAt = Date.parse(waiting?.retryAt ?? '');
      waits.push(retryAt - portal.now());
      expect(await portal.tell(CODE, 4)).toEqual(['waits']);
      expect(portal.sent).toHaveLength(attempt + 1);
      portal.pass(retryAt - portal.now());
    }
    expect(waits).toEqual([5_000, 30_000, 120_000, 600_000]);
    portal.heals();
    expect(await portal.tell(CODE, 4)).toEqual(['done']);
    expect(new Set(portal.ids()).size).toBe(3);
    expect((await portal.cursors.waiting(PARTY, { limit: 10 })).items).toEqual([]);
  });

  it('opens the breaker, so that other dossiers do not call it, and closes it with the first success', async () => {
    const codes = Array.from({ length: 7 }, (_, index) => `H44.101-260302-000${index + 1}`);
    const portal = await listeningPortal(codes.map(ledgerOf));
    portal.fails('connection');
    for (const code of codes) await portal.tell(code, 1);
    expect(portal.sent).toHaveLength(5);
    const { items } = await portal.cursors.waiting(PARTY, { limit: 10 });
    expect(items.filter(({ reason }) => reason === 'breaker-open')).toHaveLength(2);
    expect(items.filter(({ reason }) => reason === 'breaker-open').map(({ attempts }) => attempts)).toEqual([
      0, 0,
    ]);
    portal.heals();
    portal.pass(HOUR);
    for (const code of codes) expect(await portal.tell(code, 1)).toEqual(['done']);
    expect((await portal.parties.state(PARTY)).failures).toBe(0);
  });

  it('is paused after three days, tells why, and goes on where it stood once it is resumed', async () => {
    const portal = await listeningPortal();
    portal.fails('timeout');
    await portal.tell(CODE, 4);
    portal.pass(GIVEN_UP_AFTER + HOUR);
    await portal.tell(CODE, 4);
    const paused = await portal.subscriptions.find(PORTAL, subscription().id);
    expect(paused).toMatchObject({ state: 'paused', pausedBecause: 'three-days-without-success' });
    const [waiting] = (await portal.cursors.waiting(PARTY, { limit: 1 })).items;
    expect(waiting).toMatchObject({ state: 'paused', retryAt: null });
    const calls = portal.sent.length;
    await portal.tell(CODE, 4, true);
    expect(portal.sent).toHaveLength(calls);
    if (!paused) throw new Error('no subscription');
    await portal.subscriptions.change(paused, { ...paused, state: 'active', version: paused.version + 1 });
    portal.heals();
    expect(await portal.tell(CODE, 4, true)).toEqual(['done']);
    expect(portal.ids().slice(-3)).toEqual([1, 2, 4].map(seq => `${CODE}/${seq}`));
  });

  it('that says it is gone is paused at once', async () => {
    const portal = await listeningPortal();
    portal.fails('http-410', true);
    await portal.tell(CODE, 4);
    expect(await portal.subscriptions.find(PORTAL, subscription().id)).toMatchObject({
      state: 'paused',
      pausedBecause: 'http-410',
    });
  });

  it('a fault of ours is told of, counts as a failure, and is tried again', async () => {
    const portal = await listeningPortal();
    portal.answers(() => {
      throw new TypeError('a mistake');
    });
    expect(await portal.tell(CODE, 1)).toEqual(['waits']);
    expect(portal.faults).toHaveLength(1);
    expect((await portal.cursors.waiting(PARTY, { limit: 1 })).items[0]).toMatchObject({ reason: 'fault' });
  });
});

describe('the feed of changes', () => {
  it('holds each event once, with positions in a row, whatever nudges come', async () => {
    const codes = ['H44.101-260302-0001', 'H44.101-260302-0002'];
    const portal = await listeningPortal(codes.map(ledgerOf));
    const nudges = codes.map(dossier => ({ dossier, reached: 4 }));
    await portal.feedAll(nudges);
    await portal.feedAll(nudges);
    const entries = await portal.feed.after(PORTAL, 0, 100);
    expect(entries.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6]);
    for (const code of codes)
      expect(
        entries.filter(({ event }) => event.subject === code).map(({ event }) => event.sequence),
      ).toEqual(['000001', '000002', '000004']);
    expect((await portal.feed.after(PORTAL, 4, 1)).map(({ position }) => position)).toEqual([5]);
  });
});
