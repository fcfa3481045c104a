import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PortalEvent } from '../../functions/domain/effects/portal-events.ts';
import { portalStory } from '../../functions/domain/effects/portal-events.ts';
import { noPauses } from '../../functions/kernel/retry/retry.ts';
import { dynamoChangeFeed } from '../../functions/records/change-feed/dynamo-change-feed.ts';
import { dynamoPollSlots } from '../../functions/records/change-feed/poll-slots.ts';
import type { CursorStore, Lease, LeftWaiting } from '../../functions/records/consumers/cursor-store.ts';
import { dynamoCursorStore } from '../../functions/records/consumers/dynamo-cursor-store.ts';
import { memoryCursorStore } from '../../functions/records/consumers/memory-cursor-store.ts';
import { dynamoPartyStore } from '../../functions/records/parties/dynamo-party-store.ts';
import { partyWatch } from '../../functions/records/parties/party-watch.ts';
import { dynamoSubscriptionStore } from '../../functions/records/subscriptions/dynamo-subscription-store.ts';
import { dynamoReplayStore } from '../../functions/records/subscriptions/replay-store.ts';
import { type LocalTable, openLocalTable } from '../support/lifecycle/local-table.ts';
import { ledgerOf, SOURCE, subscription } from '../unit/spine/portals.ts';

const NOW = Date.parse('2026-11-26T09:00:00+07:00');
const UNTIL = NOW + 90_000;

let local: LocalTable;
beforeAll(async () => {
  local = await openLocalTable();
});
afterAll(() => local?.close());

let dossiers = 0;
const place = (consumer = 'webhook.sub_x') => ({
  consumer,
  dossier: `H44.101-261126-${String(++dossiers).padStart(4, '0')}`,
});

async function taken(
  store: CursorStore,
  at: ReturnType<typeof place>,
  reached = 5,
  now = NOW,
): Promise<Lease> {
  const found = await store.take(at, { reached, now, until: now + 90_000 });
  if (found.kind !== 'taken') throw new Error(found.kind);
  return found.lease;
}

const left = (more: Partial<LeftWaiting> = {}): LeftWaiting => ({
  state: 'waiting',
  reason: 'http-500',
  attempts: 1,
  since: '2026-11-26T09:00:00+07:00',
  retryAt: NOW + 5000,
  ...more,
});

describe.each([
  ['in memory', (): CursorStore => memoryCursorStore()],
  ['in the table', (): CursorStore => dynamoCursorStore(local.table)],
])('cursors %s', (_, open) => {
  it('are taken by one worker at a time, and are done once moved', async () => {
    const [store, at] = [open(), place()];
    expect(await store.read(at)).toBeUndefined();
    const lease = await taken(store, at);
    expect(lease.cursor.seq).toBe(0);
    expect(await store.take(at, { reached: 5, now: NOW, until: UNTIL })).toEqual({ kind: 'held' });
    // The worker that has it in hand was told of entry 5, and may not let go before it.
    expect(await store.release(lease, 4)).toBe('again');
    expect(await store.release(lease, 5)).toBe('released');
    expect(await store.take(at, { reached: 5, now: NOW, until: UNTIL })).toEqual({ kind: 'done' });
    expect(await store.read(at)).toEqual({ seq: 5 });
  });

  it('are taken over from a worker that died, whose late release is lost', async () => {
    const [store, at] = [open(), place()];
    const dead = await taken(store, at);
    const later = UNTIL + 1;
    const alive = await taken(store, at, 5, later);
    expect(await store.release(dead, 5)).toBe('lost');
    expect(await store.release(alive, 5)).toBe('released');
  });

  it('wait with a reason and the time of the next try, and are listed longest first', async () => {
    const [store, at, other] = [open(), place('webhook.sub_w'), place('webhook.sub_w')];
    expect(await store.release(await taken(store, at), 2, left())).toBe('released');
    expect(await store.take(at, { reached: 5, now: NOW, until: UNTIL })).toEqual({
      kind: 'waits',
      until: NOW + 5000,
    });
    await store.release(await taken(store, other), 0, left({ since: '2026-11-26T08:00:00+07:00' }));
    const page = await store.waiting('webhook.sub_w', { limit: 1 });
    expect(page.items).toEqual([
      {
        ...other,
        since: '2026-11-26T08:00:00+07:00',
        attempts: 1,
        state: 'waiting',
        reason: 'http-500',
        retryAt: '2026-11-26T09:00:05+07:00',
        seq: 0,
      },
    ]);
    const rest = await store.waiting('webhook.sub_w', { limit: 5, after: page.next });
    expect(rest.items.map(({ dossier }) => dossier)).toEqual([at.dossier]);
    expect(await store.due(NOW, 10)).toEqual([]);
    expect(new Set((await store.due(NOW + 5000, 10)).map(({ dossier }) => dossier))).toEqual(
      new Set([at.dossier, other.dossier]),
    );
    // Tried now by whoever may ask for that, and through.
    const found = await store.take(at, { reached: 5, now: NOW, until: UNTIL, force: true });
    if (found.kind !== 'taken') throw new Error(found.kind);
    expect(found.lease.cursor).toMatchObject({ seq: 2, attempts: 1, waitingSince: left().since });
    expect(await store.release(found.lease, 5)).toBe('released');
    await store.release(await taken(store, other, 5, NOW + 5000), 5);
    expect((await store.waiting('webhook.sub_w', { limit: 5 })).items).toEqual([]);
    expect(await store.due(NOW + 3600_000, 10)).toEqual([]);
    expect(await store.read(at)).toEqual({ seq: 5 });
  });

  it('that got on before they failed again wait since then', async () => {
    const [store, at] = [open(), place('webhook.sub_v')];
    await store.release(await taken(store, at), 1, left());
    const again = await taken(store, at, 5, NOW + 6000);
    await store.release(again, 3, left({ since: '2026-11-26T09:00:06+07:00' }));
    const { items } = await store.waiting('webhook.sub_v', { limit: 5 });
    expect(items.map(({ since, seq }) => [since, seq])).toEqual([['2026-11-26T09:00:06+07:00', 3]]);
  });

  it('pass entries without effect only where nobody has them in hand and nothing waits', async () => {
    const [store, at] = [open(), place()];
    expect(await store.pass(at, 0, 2, NOW)).toBe(true);
    expect(await store.pass(at, 0, 3, NOW)).toBe(false);
    const lease = await taken(store, at);
    expect(await store.pass(at, 2, 3, NOW)).toBe(false);
    await store.release(lease, 2, left());
    expect(await store.pass(at, 2, 3, NOW)).toBe(false);
  });

  it('move back for a replay, unless somebody has them in hand', async () => {
    const [store, at] = [open(), place()];
    await store.pass(at, 0, 6, NOW);
    expect(await store.rewind(at, 3, NOW)).toBe(true);
    expect(await store.rewind(at, 4, NOW)).toBe(true);
    expect((await store.read(at))?.seq).toBe(3);
    await taken(store, at, 6);
    expect(await store.rewind(at, 1, NOW)).toBe(false);
  });

  it('are found together by their dossier', async () => {
    const [store, at] = [open(), place('changes')];
    await store.pass(at, 0, 2, NOW);
    await store.pass({ ...at, consumer: 'webhook.sub_y' }, 0, 1, NOW);
    const found = await store.ofDossier(at.dossier);
    expect([...found].map(([consumer, { seq }]) => [consumer, seq]).sort()).toEqual([
      ['changes', 2],
      ['webhook.sub_y', 1],
    ]);
  });
});

describe('the change feed in the table', () => {
  const feed = () => dynamoChangeFeed({ ...local.table, pauses: noPauses }, () => NOW);
  const events = (dossier: string): readonly PortalEvent[] => portalStory(ledgerOf(dossier), SOURCE).events;

  it('gives positions in a row to many writers at once, so that no reader skips', async () => {
    const writers = Array.from(
      { length: 6 },
      (_, index) => `H44.101-261126-9${String(index).padStart(3, '0')}`,
    );
    const seen: number[] = [];
    let writing = true;
    const reader = (async () => {
      for (let last = false; !last; ) {
        last = !writing;
        const more = await feed().after('parallel', seen.length, 100);
        seen.push(...more.map(({ position }) => position));
      }
    })();
    await Promise.all(
      writers.map(async dossier => {
        const [first, ...rest] = events(dossier);
        if (!first) throw new Error('no event');
        const addition = { portal: 'parallel', dossier };
        expect(await feed().append('parallel', [{ ...addition, from: 0, to: 1, events: [first] }])).toBe(
          'appended',
        );
        expect(await feed().append('parallel', [{ ...addition, from: 1, to: 4, events: rest }])).toBe(
          'appended',
        );
      }),
    );
    writing = false;
    await reader;
    expect(seen).toEqual(Array.from({ length: 18 }, (_, index) => index + 1));
  });

  it('takes an event once: a cursor that has moved refuses it', async () => {
    const dossier = 'H44.101-261126-8001';
    const addition = { portal: 'once', dossier, from: 0, to: 4, events: events(dossier) };
    expect(await feed().append('once', [addition])).toBe('appended');
    expect(await feed().append('once', [addition])).toBe('moved');
    expect(await feed().end('once')).toBe(3);
  });

  it('finds where an instant begins', async () => {
    let now = NOW;
    const timed = dynamoChangeFeed(local.table, () => now);
    for (let index = 0; index < 9; index++) {
      const dossier = `H44.101-261126-700${index}`;
      const [event] = events(dossier);
      if (!event) throw new Error('no event');
      await timed.append('timed', [{ portal: 'timed', dossier, from: 0, to: 1, events: [event] }]);
      now += 60_000;
    }
    const at = (minutes: number) => new Date(NOW + minutes * 60_000).toISOString();
    const found = await Promise.all([-1, 0, 4, 4.5, 20].map(minutes => timed.before('timed', at(minutes))));
    expect(found).toEqual([0, 0, 4, 5, 9]);
  });

  it('lets a portal wait with two polls at once, and with others once those end', async () => {
    const slots = dynamoPollSlots(local.table);
    const first = await slots.take('dvcqg', NOW, NOW + 25_000);
    expect(await slots.take('dvcqg', NOW, NOW + 25_000)).toBeDefined();
    expect(await slots.take('dvcqg', NOW + 1000, NOW + 26_000)).toBeUndefined();
    expect(await slots.take('kiosk', NOW, NOW + 25_000)).toBeDefined();
    await first?.();
    expect(await slots.take('dvcqg', NOW + 1000, NOW + 26_000)).toBeDefined();
    expect(await slots.take('dvcqg', NOW + 60_000, NOW + 85_000)).toBeDefined();
  });
});

describe('parties, subscriptions and replays in the table', () => {
  it('keep how a party answers, and what was sent to it in the last day', async () => {
    const parties = dynamoPartyStore(local.table);
    let now = NOW;
    const run = async (use: (watch: ReturnType<typeof partyWatch>) => Promise<void>) => {
      const watch = partyWatch(parties, () => now);
      await use(watch);
      await watch.end();
    };
    await run(async watch => {
      await watch.succeeded('webhook.sub_p', 80);
      await watch.succeeded('webhook.sub_p', 700);
    });
    for (let index = 0; index < 5; index++) await run(watch => watch.failed('webhook.sub_p', 'http-500'));
    expect(await parties.state('webhook.sub_p')).toMatchObject({ failures: 5, lastFailure: 'http-500' });
    await run(async watch => {
      expect(await watch.closedUntil('webhook.sub_p')).toBe(NOW + 30_000);
    });
    const { lags, failures } = await parties.traffic('webhook.sub_p', now);
    expect(lags.reduce((sum, count) => sum + count, 0)).toBe(2);
    expect([...failures]).toEqual([['http-500', 5]]);
    now += 25 * 3600_000;
    expect((await parties.traffic('webhook.sub_p', now)).lags.every(count => count === 0)).toBe(true);
    expect([...(await parties.all()).keys()]).toContain('webhook.sub_p');
  });

  it('keep subscriptions by portal, changed one at a time', async () => {
    const store = dynamoSubscriptionStore(local.table);
    const own = subscription();
    await store.add(own);
    expect(await store.of(own.portal)).toEqual([own]);
    expect(await store.find('kiosk', own.id)).toBeUndefined();
    const paused = { ...own, state: 'paused' as const, version: 2 };
    expect(await store.change(own, paused)).toBe('changed');
    expect(await store.change(own, paused)).toBe('conflict');
    const replays = dynamoReplayStore(local.table);
    const replay = { subscription: own.id, portal: own.portal, position: 0, upTo: 9 };
    await replays.put(replay);
    await replays.put({ ...replay, position: 5 });
    expect(await replays.all()).toEqual([{ ...replay, position: 5 }]);
    await replays.end(own.id);
    expect(await replays.all()).toEqual([]);
  });
});
