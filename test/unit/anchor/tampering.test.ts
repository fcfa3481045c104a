import { beforeEach, describe, expect, it } from 'vitest';
import { replay } from '../../../functions/domain/dossier/head.ts';
import { sealEvent } from '../../../functions/domain/ledger/chain.ts';
import { keys, readPartitions } from '../../../functions/records/keys/keys.ts';
import type { LedgerEvent } from '../../../schemas/dossier/event.ts';
import { testSigner } from '../../support/anchors/test-signer.ts';
import { accept } from '../../support/lifecycle/decisions.ts';
import { provinceOfThreeDays } from './anchored-province.ts';

type World = Awaited<ReturnType<typeof provinceOfThreeDays>>;

/** A ledger made anew, with right hashes. */
function recomputed(ledger: readonly LedgerEvent[], change: (event: LedgerEvent) => LedgerEvent) {
  const made: LedgerEvent[] = [];
  for (const event of ledger) {
    const { hash: _, ...content } = change(event);
    made.push(sealEvent<LedgerEvent>({ ...content, previous: made.at(-1)?.hash ?? '0'.repeat(64) }));
  }
  return made;
}

async function cutTo(world: World, seq: number) {
  const { province, done } = world;
  for (let gone = seq + 1; gone <= done.paper.ledger.length; gone++)
    await province.remove(keys.event(done.code, gone));
  await province.put(done.code, done.paper.ledger.slice(0, seq));
}

async function removeWhole({ province }: World, code: string) {
  for (const key of province.under(keys.head(code).pk)) await province.remove(key);
}

/** What somebody with access to the table, or to the bucket, does; and what the audit says of it. */
const table: readonly { deed: string; does: (on: World) => Promise<unknown>; found: RegExp }[] = [
  {
    deed: 'the last event is changed',
    does: ({ province, done }) =>
      province.set(keys.event(done.code, done.paper.head.version), { 'event.data.size': 10 }),
    found: /2026-03-04 H44\.101-260302-0001 entry 6: wrongHash/,
  },
  {
    deed: 'an event in the middle is changed',
    does: ({ province, done }) =>
      province.set(keys.event(done.code, 2), { 'event.at': '2026-03-02T09:00:01+07:00' }),
    found: /2026-03-02 H44\.101-260302-0001 entry 2: wrongHash/,
  },
  {
    deed: 'an event in the middle is changed and hashed anew',
    async does({ province, done }) {
      const { hash: _, ...content } = done.paper.ledger[1] as LedgerEvent;
      const event = sealEvent<LedgerEvent>({ ...content, at: '2026-03-02T09:00:01+07:00' });
      await province.set(keys.event(done.code, 2), { event });
    },
    found: /2026-03-02 H44\.101-260302-0001 entry 2: anchorDiffers/,
  },
  {
    deed: 'the first event is changed',
    does: ({ province, done }) => province.set(keys.event(done.code, 1), { 'event.data.channel': 'counter' }),
    found: /2026-03-02 H44\.101-260302-0001 entry 1: wrongHash/,
  },
  {
    deed: 'an event in the middle is deleted',
    does: ({ province, done }) => province.remove(keys.event(done.code, 3)),
    found: /2026-03-03 H44\.101-260302-0001 entry 3: missing/,
  },
  {
    deed: 'the tail is cut, and the head set back to what is left',
    does: world => cutTo(world, 3),
    found: /2026-03-04 H44\.101-260302-0001 entry 6: missing/,
  },
  {
    deed: 'the tail is cut, and the dossier goes on otherwise',
    async does(world) {
      await cutTo(world, 1);
      const events = recomputed(world.done.paper.ledger.slice(0, 4), event =>
        event.seq === 4 ? { ...event, at: '2026-03-05T08:00:00+07:00' } : event,
      );
      await world.province.put(world.done.code, events);
    },
    found: /2026-03-04 H44\.101-260302-0001 entry 6: missing/,
  },
  {
    deed: 'the head alone is set back',
    does: ({ province, done }) =>
      province.set(keys.head(done.code), { head: replay(done.paper.ledger.slice(0, 3)) }),
    found: /2026-03-04 H44\.101-260302-0001 entry 6: headBehind/,
  },
  {
    deed: 'the whole chain is computed anew, with the head',
    does: ({ province, done }) =>
      province.put(
        done.code,
        recomputed(done.paper.ledger, event =>
          event.data.type === 'decided' ? { ...event, data: { ...event.data, text: 'Đồng ý.' } } : event,
        ),
      ),
    found: /2026-03-04 H44\.101-260302-0001 entry 6: anchorDiffers/,
  },
  {
    deed: 'an event is put in behind the anchor, dated back',
    async does({ province, open }) {
      const paper = open.paper.at('2026-03-02T15:00:00+07:00').decide(accept);
      await province.put(open.code, paper.ledger);
    },
    found: /2026-03-02 H44\.101-260302-0002 entry 2: notAnchored/,
  },
  {
    deed: 'an event is put in on a later day that was anchored without it',
    async does({ province, open }) {
      const paper = open.paper.at('2026-03-03T15:00:00+07:00').decide(accept);
      await province.put(open.code, paper.ledger);
    },
    found: /2026-03-02 H44\.101-260302-0002 entry 2: notAnchored/,
  },
  {
    deed: 'a dossier is deleted whole',
    does: world => removeWhole(world, world.open.code),
    found: /2026-03-02 H44\.101-260302-0002 entry 1: missing/,
  },
  {
    deed: 'the head is deleted',
    does: ({ province, done }) => province.remove(keys.head(done.code)),
    found: /H44\.101-260302-0001 entry 6: headBehind/,
  },
  {
    deed: 'a dossier is made up, and dated back',
    async does({ province }) {
      await province.submit('2026-03-03');
    },
    found: /2026-03-03 H44\.101-260303-0001 entry 1: notAnchored/,
  },
  {
    deed: 'the register names another file',
    does: ({ province, number }) => province.set(keys.result(number), { sha256: 'b'.repeat(64) }),
    found: /2026-03-04 H44\.101-KQ2026-000001 the register says otherwise/,
  },
  {
    deed: 'a result is taken out of the register',
    does: ({ province, number }) => province.remove(keys.result(number)),
    found: /2026-03-04 H44\.101-KQ2026-000001 it is not in the register/,
  },
  {
    deed: 'an access record is deleted everywhere',
    async does({ province }) {
      for (const pk of [...readPartitions.day('2026-03-03'), `READS#${'k'.repeat(32)}`])
        for (const key of province.under(pk)) if (key.sk.includes('req-2')) await province.remove(key);
    },
    found: /2026-03-03 2026-03-03 access records of 2026-03-03T02 part \d: 1 were anchored, and the 0 there/,
  },
  {
    deed: 'an access record is deleted in the person’s list alone',
    async does({ province }) {
      for (const key of province.under(`READS#${'k'.repeat(32)}`))
        if (key.sk.includes('req-3')) await province.remove(key);
    },
    found: /2026-03-03 the access record 2026-03-03T16:59:59\.000Z#req-3#\S+ is not in a person’s list/,
  },
  {
    deed: 'an access record is changed',
    async does({ province }) {
      for (const pk of readPartitions.day('2026-03-02'))
        for (const key of province.under(pk)) await province.set(key, { 'read.stated': 'kiểm tra' });
    },
    found: /2026-03-02 access records of 2026-03-02T02 part \d: 1 were anchored, and the 1 there/,
  },
  {
    deed: 'an access record is made up',
    does: ({ province, done }) => province.read('2026-03-02T11:00:00+07:00', 'req-9', [done.code]),
    found: /2026-03-02 access records of 2026-03-02T04 part \d: 0 were anchored, and the 1 there/,
  },
  {
    deed: 'a day’s statement is lost',
    does: async ({ province }) => province.objects.lose('statements/2026-03-03.json'),
    found: /2026-03-03 2026-03-03 there is no statement/,
  },
  {
    deed: 'the newest statements are lost',
    async does({ province }) {
      for (const day of ['2026-03-03', '2026-03-04']) province.objects.lose(`statements/${day}.json`);
    },
    found: /2026-03-02 2026-03-02 no day after this one was anchored/,
  },
  {
    deed: 'every anchor is lost',
    async does({ province }) {
      for (const name of await province.objects.names('')) province.objects.lose(name);
    },
    found: /2026-03-04 2026-03-04 no day was ever anchored/,
  },
  {
    deed: 'the first day is lost',
    does: async ({ province }) => province.objects.lose('statements/2026-03-02.json'),
    found: /2026-03-03 2026-03-03 the statement does not follow on the day before/,
  },
  {
    deed: 'the leaves of a day are lost',
    does: async ({ province }) => province.objects.lose('leaves/2026-03-03/ledgers.txt'),
    found: /2026-03-03 2026-03-03 the leaves of ledgers are not there/,
  },
  {
    deed: 'a leaf is written over',
    does: async ({ province }) => province.objects.cover('leaves/2026-03-03/ledgers.txt', ''),
    found: /2026-03-03 2026-03-03 leaves\/2026-03-03\/ledgers\.txt was written over/,
  },
  {
    deed: 'a day is anchored anew by somebody with a key of their own',
    async does({ province }) {
      const name = 'statements/2026-03-03.json';
      const signed = JSON.parse((await province.objects.read(name)) ?? '');
      const forger = testSigner();
      const forged = {
        ...signed,
        signature: await forger.sign(signed.statement),
        publicKey: await forger.publicKey(),
      };
      province.objects.lose(name);
      await province.objects.add(name, JSON.stringify(forged));
    },
    found: /2026-03-03 2026-03-03 the signature is not one of the keys that are trusted/,
  },
  {
    deed: 'a statement is made to say something else',
    async does({ province }) {
      const name = 'statements/2026-03-03.json';
      const text = (await province.objects.read(name)) ?? '';
      province.objects.lose(name);
      await province.objects.add(name, text.replace(/(\\"size\\":)1/, '$10'));
    },
    found: /2026-03-03 2026-03-03 the signature is not one/,
  },
];

describe('what somebody does to anything older than a day', () => {
  let world: World;
  beforeEach(async () => {
    world = await provinceOfThreeDays();
  });

  it('is nothing at first', async () => {
    expect(await world.province.audit()).toEqual([]);
  });

  it.each(table)('$deed: the audit finds it', async ({ does, found }) => {
    await does(world);
    expect((await world.province.audit()).join('\n')).toMatch(found);
  });

  it('is nothing where the dossiers only go on', async () => {
    const { province, open } = world;
    await open.move('2026-03-05T09:00:00+07:00', paper => paper.decide(accept));
    await province.read('2026-03-05T09:05:00+07:00', 'req-5', [open.code]);
    expect(await province.audit()).toEqual([]);
    await province.anchorUpTo('2026-03-05');
    expect(await province.audit()).toEqual([]);
  });
});
