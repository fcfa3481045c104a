import { beforeEach, describe, expect, it, vi } from 'vitest';
import { proposeChange } from '../../../functions/domain/dossier/decisions/change-result.ts';
import { replay } from '../../../functions/domain/dossier/head.ts';
import { sealEvent } from '../../../functions/domain/ledger/chain.ts';
import { faultOfResult } from '../../../functions/domain/ledger/result-fits.ts';
import { demandGenuine } from '../../../functions/features/dossiers/demand-genuine.ts';
import { compareDossier } from '../../../functions/features/reconciliation/compare-dossier.ts';
import type { Attributes } from '../../../functions/kernel/table/item-write.ts';
import { memoryItems } from '../../../functions/kernel/table/memory-items.ts';
import { memoryRecords } from '../../../functions/kernel/table/memory-records.ts';
import { changeUnruled } from '../../../functions/records/dossiers/change-dossier.ts';
import { demandSound, soundLedger } from '../../../functions/records/dossiers/demand-sound.ts';
import { keptDossiers } from '../../../functions/records/dossiers/kept-dossiers.ts';
import { registeredResult } from '../../../functions/records/dossiers/registered-result.ts';
import { keys } from '../../../functions/records/keys/keys.ts';
import type { LedgerEvent } from '../../../schemas/dossier/event.ts';
import { create, labels } from '../../contract/stores.ts';
import { accept, approve } from '../../support/lifecycle/decisions.ts';
import { applicant, PaperDossier } from '../../support/lifecycle/paper-dossier.ts';
import { revocation, signChange } from '../../support/lifecycle/result-change.ts';

const SHA = 'a'.repeat(64);
const NOW = Date.parse('2026-03-20T09:00:00+07:00');
const system = { kind: 'system', mechanism: 'execution-watch' } as const;

const once = (deed: () => Promise<void>) => {
  let done: Promise<void> | undefined;
  return () => (done ??= deed());
};

/** A dossier with a result, in a table that somebody can write to past the application. */
async function decidedDossier() {
  const items = memoryItems(memoryRecords());
  const dossiers = keptDossiers(items);
  const files = new Map<string, string>();
  const results = {
    find: (number: string) => registeredResult(items, number),
    files: { read: async (key: string) => files.get(key) },
  };
  const made = await create({ dossiers }, { agency: 'H44.101', date: '2026-03-02' });
  if ('refused' in made) throw new Error(made.refused);
  const { code } = made.outcome.head;
  const paper = new PaperDossier('1.001193', { code, at: '2026-03-02T08:00:00+07:00' });
  const number = 'H44.101-KQ2026-000001';
  const commit = async (move: () => void, more: object = {}) => {
    const before = paper.head;
    const from = paper.ledger.length;
    move();
    const outcome = { events: paper.ledger.slice(from), head: paper.head };
    expect(await dossiers.commit({ before, outcome, labels, ...more })).toBeUndefined();
  };
  await commit(() => paper.decide(accept));
  await commit(() => paper.decide(approve));
  await commit(() => paper.decide(approve));
  const result = {
    number,
    agency: 'H44.101',
    year: '2026',
    count: 1,
    procedureName: labels.procedureName,
    key: `results/${number}/${code}`,
  };
  await commit(() => paper.issue({ number, sha256: SHA, size: 9, origin: 'rendered' }), { result });
  files.set(result.key, SHA);
  const head = async () => (await dossiers.find(code))?.head ?? paper.head;
  const set = (key: { pk: string; sk: string }, members: Attributes) =>
    items.transact([{ refusal: 'no', key, change: { set: members } }]);
  const remove = (key: { pk: string; sk: string }) =>
    items.transact([{ refusal: 'no', key, change: { remove: true } }]);
  const put = (events: readonly LedgerEvent[]) =>
    items.transact([
      ...events.map(event => ({
        refusal: 'no',
        key: keys.event(code, event.seq),
        change: { put: { event } },
      })),
      { refusal: 'no', key: keys.head(code), change: { set: { head: replay(events) } } },
    ]);
  const decide = () =>
    changeUnruled<string>(
      { dossiers },
      {
        code,
        actor: system,
        now: () => NOW,
        decide: () => ({
          events: [
            { data: { type: 'executionLost', execution: 'x', status: 'FAILED' }, opens: [], closes: [] },
          ],
          answer: () => 'decided',
        }),
      },
    );
  const shows = async () => {
    const found = await dossiers.find(code);
    if (!found) throw new Error('gone');
    await demandSound(dossiers, found);
    return 'shown';
  };
  const opens = async () => {
    await shows();
    await soundLedger(dossiers, await head());
    return 'shown';
  };
  const verifies = async (meanwhile = async () => {}) => {
    const entry = await results.find(number);
    if (!entry) return 'no such result';
    await meanwhile();
    const store = { ...results, link: async () => '', storedHash: async () => files.get(entry.key) };
    const genuine = await demandGenuine({ dossiers, results: store }, entry);
    return genuine.revoked ? 'revoked' : 'genuine';
  };
  await commit(() => paper.enter(proposeChange(paper.context, revocation)));
  const revoke = () => commit(() => signChange(paper));
  const night = async (meanwhile = async () => {}) => {
    const between = once(meanwhile);
    const found = await compareDossier(
      {
        dossiers: { ...dossiers, people: code => between().then(() => dossiers.people(code)) },
        results,
        cursors: { ofDossier: async () => new Map() },
        subscriptions: { of: async () => [] },
        machines: { status: async () => 'running' },
        recover: async () => undefined,
        nudge: async () => undefined,
        projections: async () => [],
        unitsAt: async () => [],
        now: () => NOW,
      },
      code,
    );
    return found.map(({ kind, detail }) => `${kind}: ${detail}`);
  };
  return {
    code,
    number,
    items,
    dossiers,
    files,
    paper,
    result,
    set,
    remove,
    put,
    decide,
    shows,
    opens,
    verifies,
    revoke,
    night,
  };
}

type Dossier = Awaited<ReturnType<typeof decidedDossier>>;
let dossier: Dossier;
/** What was told the operator: a metric with code and position. */
let told: string[];
beforeEach(async () => {
  dossier = await decidedDossier();
  told = [];
  vi.spyOn(process.stdout, 'write').mockImplementation(line => {
    told.push(String(line));
    return true;
  });
  return () => vi.restoreAllMocks();
});

const broken = { name: 'ProblemError', code: 'ledger-broken' };

/**
 * By what a deed is found: by whoever decides or looks, whoever opens the dossier, whoever verifies the result, the
 * night, or the anchor alone.
 */
type By = 'command' | 'opening' | 'verification' | 'night' | 'only the anchor';

/** The ledger made anew from an entry on, with right hashes. */
function recomputed(
  ledger: readonly LedgerEvent[],
  change: (event: LedgerEvent) => LedgerEvent,
): LedgerEvent[] {
  const made: LedgerEvent[] = [];
  for (const event of ledger) {
    const { hash: _, ...content } = change(event);
    made.push(sealEvent<LedgerEvent>({ ...content, previous: made.at(-1)?.hash ?? '0'.repeat(64) }));
  }
  return made;
}

const table: readonly { deed: string; by: By; does: (on: Dossier) => Promise<unknown>; found?: string }[] = [
  {
    deed: 'the last event is changed',
    by: 'command',
    does: on =>
      on.set(keys.event(on.code, on.paper.head.version), { 'event.at': '2026-03-19T08:00:00+07:00' }),
    found: 'ledgerBroken',
  },
  {
    deed: 'the first event is changed',
    by: 'command',
    does: on => on.set(keys.event(on.code, 1), { 'event.at': '2026-03-01T08:00:00+07:00' }),
    found: 'ledgerBroken: entry 1: wrongHash',
  },
  {
    deed: 'an event in the middle is changed',
    by: 'opening',
    does: on => on.set(keys.event(on.code, 3), { 'event.at': '2026-03-01T08:00:00+07:00' }),
    found: 'ledgerBroken: entry 3: wrongHash',
  },
  {
    deed: 'an event in the middle is deleted',
    by: 'opening',
    does: on => on.remove(keys.event(on.code, 3)),
    found: 'ledgerBroken: entry 4: gap',
  },
  {
    deed: 'the last event is deleted',
    by: 'command',
    does: on => on.remove(keys.event(on.code, on.paper.head.version)),
    found: 'ledgerBroken',
  },
  {
    deed: 'the head is set back, and the tail left',
    by: 'command',
    does: on => on.set(keys.head(on.code), { head: replay(on.paper.ledger.slice(0, 3)) }),
    found: 'ledgerBroken: entry 4: headBehind',
  },
  {
    deed: 'the applicant is swapped',
    by: 'command',
    does: on => on.set(keys.applicant(on.code), { applicant: { ...applicant, name: 'Trần Văn Tráo' } }),
    found: 'applicantDiffers: entry 1: applicantDiffers',
  },
  {
    deed: 'a correction of the applicant is made up beside the ledger',
    by: 'command',
    does: on =>
      on.set(keys.applicant(on.code), {
        applicant: { ...applicant, name: 'Trần Văn Tráo' },
        earlier: [{ until: '2026-03-03T08:00:00+07:00', event: 2, changed: ['/applicant/name'], applicant }],
      }),
    found: 'applicantDiffers: entry 2: applicantDiffers',
  },
  {
    deed: 'the form is filled in otherwise',
    by: 'command',
    does: on => on.set(keys.applicant(on.code), { formData: { reason: 'khác' } }),
    found: 'applicantDiffers: entry 1: formDiffers',
  },
  {
    deed: 'the head says otherwise than its ledger',
    by: 'night',
    does: on => on.set(keys.head(on.code), { 'head.owner': 'somebody-else' }),
    found: 'headDiffers: differs in owner',
  },
  {
    deed: 'the register names another file',
    by: 'verification',
    does: on => on.set(keys.result(on.number), { sha256: 'b'.repeat(64) }),
    found: 'resultDiffers',
  },
  {
    deed: 'the register says granted for refused',
    by: 'verification',
    does: on => on.set(keys.result(on.number), { outcome: 'refused' }),
    found: 'resultDiffers',
  },
  {
    deed: 'the file of the result is replaced',
    by: 'verification',
    does: async on => on.files.set(on.result.key, 'b'.repeat(64)),
    found: 'resultDiffers',
  },
  {
    deed: 'the file of the result is deleted',
    by: 'verification',
    does: async on => on.files.delete(on.result.key),
    found: 'resultDiffers',
  },
  {
    deed: 'the tail is cut, and the head set back to what is left',
    by: 'only the anchor',
    async does(on) {
      for (let seq = 4; seq <= on.paper.head.version; seq++) await on.remove(keys.event(on.code, seq));
      await on.put(on.paper.ledger.slice(0, 3));
    },
  },
  {
    deed: 'the whole chain is computed anew, with the head',
    by: 'only the anchor',
    does: on =>
      on.put(
        recomputed(on.paper.ledger, event =>
          event.data.type === 'decided' ? { ...event, data: { ...event.data, text: 'Đồng ý.' } } : event,
        ),
      ),
  },
];

describe('what somebody does to the table past the application', () => {
  it('is nothing at first: the dossier is shown, verified, decided on and compared', async () => {
    expect(await dossier.opens()).toBe('shown');
    expect(await dossier.verifies()).toBe('genuine');
    expect(await dossier.night()).toEqual([]);
    expect(await dossier.decide()).toBe('decided');
    expect(told.join('')).not.toContain('LedgerBroken');
  });

  it.each(table.filter(({ by }) => by === 'command'))(
    '$deed: found by whoever decides or looks',
    async ({ does }) => {
      await does(dossier);
      await expect(dossier.shows()).rejects.toMatchObject(broken);
      await expect(dossier.decide()).rejects.toMatchObject(broken);
      expect(told.join('')).toContain(dossier.code);
      expect(told.join('')).toMatch(/"position":"entry \d+: \w+".*"LedgerBroken":1/);
    },
  );

  it.each(table.filter(({ by }) => by === 'opening'))(
    '$deed: found by whoever opens it',
    async ({ does }) => {
      await does(dossier);
      await expect(dossier.opens()).rejects.toMatchObject(broken);
    },
  );

  it.each(table.filter(({ by }) => by === 'verification'))(
    '$deed: found by whoever verifies',
    async ({ does }) => {
      await does(dossier);
      await expect(dossier.verifies()).rejects.toMatchObject(broken);
    },
  );

  it.each(table.filter(({ by }) => by !== 'only the anchor'))(
    '$deed: found by night, and then held',
    async deed => {
      await deed.does(dossier);
      expect((await dossier.night()).join('\n')).toContain(deed.found);
      await expect(dossier.decide()).rejects.toMatchObject(broken);
      await expect(dossier.shows()).rejects.toMatchObject(broken);
    },
  );

  it.each(table.filter(({ by }) => by === 'only the anchor'))(
    '$deed: found by nothing that is in the same table',
    async ({ does }) => {
      await does(dossier);
      expect(await dossier.opens()).toBe('shown');
      expect((await dossier.night()).filter(found => !found.startsWith('resultDiffers'))).toEqual([]);
    },
  );
});

describe('a dossier that was found broken', () => {
  it('takes no decision when it is put right, until an operator has taken the hold away', async () => {
    const key = keys.event(dossier.code, 1);
    const right = dossier.paper.ledger[0];
    await dossier.set(key, { 'event.at': '2026-03-01T08:00:00+07:00' });
    await expect(dossier.decide()).rejects.toMatchObject(broken);
    await dossier.set(key, { event: right });
    await expect(dossier.decide()).rejects.toMatchObject(broken);
    const item = await dossier.items.get(keys.head(dossier.code));
    expect(item?.['hold']).toEqual({ since: '2026-03-20T09:00:00+07:00', entry: 1, fault: 'wrongHash' });
    await dossier.items.transact([
      { refusal: 'no', key: keys.head(dossier.code), change: { set: {}, drop: ['hold'] } },
    ]);
    expect(await dossier.decide()).toBe('decided');
  });

  it('takes none either that was decided before it was found, and is committed after', async () => {
    const before = (await dossier.dossiers.find(dossier.code))?.head ?? dossier.paper.head;
    await dossier.dossiers.hold(dossier.code, { entry: 3, fault: 'wrongHash' }, NOW);
    const outcome = { head: { ...before, version: before.version + 1 }, events: [] };
    expect(await dossier.dossiers.commit({ before, outcome, labels })).toEqual({ refused: 'version' });
  });

  it('is not taken for one that somebody changes at the same moment', async () => {
    const found = await dossier.dossiers.find(dossier.code);
    if (!found) throw new Error('gone');
    expect(await dossier.decide()).toBe('decided');
    expect(await dossier.dossiers.standing(found)).toBe('moved');
  });

  it('is not taken for one whose result is revoked between two readings', async () => {
    expect(await dossier.verifies(dossier.revoke)).toBe('revoked');
    expect(told.join('')).not.toContain('LedgerBroken');
  });

  it('is not held by the night when its result is revoked while it is compared', async () => {
    expect(await dossier.night(dossier.revoke)).toEqual([]);
    expect(await dossier.decide()).toBe('decided');
    expect(await dossier.night()).toEqual([]);
  });

  it('has no result in the register that its ledger did not issue', () => {
    const forged = {
      ...dossier.result,
      dossier: dossier.code,
      outcome: 'granted',
      issuedAt: '2026-03-02T08:00:00+07:00',
      sha256: SHA,
      size: 9,
    } as const;
    expect(faultOfResult(forged, dossier.paper.ledger.slice(0, 1))).toEqual({
      entry: 0,
      fault: 'registerDiffers',
    });
  });
});
