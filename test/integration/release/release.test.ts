import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { SFNClient } from '@aws-sdk/client-sfn';
import { DeleteCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { replay } from '../../../functions/domain/dossier/head.ts';
import { waitingTask } from '../../../functions/domain/dossier/waiting.ts';
import { verifyChain } from '../../../functions/domain/ledger/chain.ts';
import { keys } from '../../../functions/records/keys/keys.ts';
import { type VirtualClock, virtualClock } from '../../../local/host/clock.ts';
import { dossierHead } from '../../../schemas/dossier/head.ts';
import { findings } from '../../durability/findings.ts';
import { travel } from '../../durability/journeys.ts';
import { takeSnapshot } from '../../durability/snapshot.ts';
import { OutsideClient, seeded } from '../../end-to-end/outside-client.ts';
import { bootProvince, type ProvinceHost } from '../../support/province-host.ts';
import { unregistered } from '../../support/stored-items.ts';
import { layOutFolder, loadItems, oldDossiers, oldItems } from './old-folder.ts';

const dossiers = oldDossiers();
const dataFolder = mkdtempSync(join(tmpdir(), 'motcua-release-'));
let clock: VirtualClock;
let province: ProvinceHost;
let client: OutsideClient;

function servicesOf({ host }: ProvinceHost) {
  const config = { endpoint: host.awsUrl, region: 'ap-southeast-1', credentials: host.credentials };
  return {
    table: DynamoDBDocumentClient.from(new DynamoDBClient(config)),
    machines: new SFNClient(config),
  };
}

async function tableName({ table }: ReturnType<typeof servicesOf>): Promise<string> {
  const { TableNames: [name = ''] = [] } = await table.send(new ListTablesCommand({}));
  return name;
}

/** The folder is as the earlier release left it, and this one is started on it on the next morning. */
beforeAll(async () => {
  const evening = virtualClock(Date.parse('2026-11-23T17:00:00+07:00'));
  const empty = await bootProvince({ clock: evening, dataFolder });
  const services = servicesOf(empty);
  await loadItems(services.table, await tableName(services));
  await empty.stop();
  layOutFolder(dataFolder);
  clock = virtualClock(Date.parse('2026-11-24T09:00:00+07:00'));
  province = await bootProvince({ clock, dataFolder });
  client = new OutsideClient(province.apiUrl, seeded(5));
}, 240_000);
afterAll(async () => {
  await province?.stop();
  rmSync(dataFolder, { recursive: true, force: true });
});

const overseer = () => client.token({ kind: 'officer', id: 'theodoi', unit: 'H44', roles: ['overseer'] });
const get = async (path: string, token?: string) => {
  const { status, body } = await client.send('GET', path, token ?? (await overseer()));
  expect(status, JSON.stringify(body)).toBe(200);
  return body as { items: { code: string; handling: string }[]; nextCursor: string | null };
};
const codesOf = ({ items }: { items: readonly { code: string }[] }) => items.map(({ code }) => code);

async function rebuild(body: object): Promise<Record<string, number>> {
  const administrator = await client.token({ kind: 'administrator', id: 'quantri.h44', unit: 'H44' });
  const sum: Record<string, number> = {
    looked: 0,
    tasks: 0,
    lists: 0,
    work: 0,
    search: 0,
    counts: 0,
    heads: 0,
  };
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const asked = { ...body, ...(cursor && { cursor }) };
    const answer = await client.send(
      'POST',
      '/v1/projections/rebuild',
      administrator,
      asked,
      `k-${cursor}${Object.keys(body)}`,
    );
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    const slice = answer.body as {
      looked: number;
      faults: object;
      heads: string[];
      nextCursor: string | null;
    };
    const found = { ...slice.faults, looked: slice.looked, heads: slice.heads.length };
    for (const [name, count] of Object.entries(found)) sum[name] = (sum[name] ?? 0) + count;
    cursor = slice.nextCursor;
  }
  return sum;
}

/** What the earlier release answered is not known here. */
const OF_CLIENTS = 'every acknowledged write is in its ledger, once';

const RIGHT = { looked: 13, tasks: 0, lists: 0, work: 0, search: 0, money: 0, counts: 0, heads: 0 };

describe('the data of the release before', () => {
  it('have the shapes that are read now', () => {
    expect(unregistered(oldItems())).toEqual([]);
  });

  it('are in lists, work lists and counts', async () => {
    const listed = await get('/v1/dossiers?limit=100');
    expect(codesOf(listed).toSorted()).toEqual(Object.values(dossiers).toSorted());
    expect(codesOf(await get('/v1/dossiers?handling=supplementing'))).toEqual([dossiers['leftAtSupplement']]);
    expect(codesOf(await get('/v1/dossiers?procedure=1.001612&open=true'))).toEqual([
      dossiers['leftAtPayment'],
    ]);
    const handler = await client.token({
      kind: 'officer',
      id: 'thuly1.h44-101',
      unit: 'H44.101',
      roles: ['handler'],
    });
    const mine = (await get('/v1/tasks', handler)) as unknown as { items: { dossier: { code: string } }[] };
    expect(JSON.stringify(mine.items)).toContain(dossiers['leftAtStep']);
  });

  it('are found by name, number, reference and code', async () => {
    const found = async (q: string) => codesOf(await get(`/v1/search?q=${encodeURIComponent(q)}&limit=100`));
    expect(await found('nguyen van an')).toHaveLength(12);
    expect(await found('2600108626')).toEqual([dossiers['byPortal']]);
    expect(await found('chè hoàng long')).toEqual([dossiers['byPortal']]);
    expect(codesOf(await get('/v1/dossiers?portalReference=g22.99-261123-0007'))).toEqual([
      dossiers['byPortal'],
    ]);
    expect(await found(dossiers['granted'] ?? '')).toEqual([dossiers['granted']]);
  });

  it('have ledgers whose chains are whole, which give the heads that are kept', async () => {
    const heads = new Map(
      oldItems()
        .filter(({ sk }) => sk === 'HEAD')
        .map(item => [item.pk, dossierHead.parse(item['head'])]),
    );
    for (const code of Object.values(dossiers)) {
      const events = await client.history(code);
      const head = heads.get(keys.head(code).pk);
      expect(verifyChain(events.slice(0, head?.version)), code).toBeUndefined();
      expect(replay(events.slice(0, head?.version))).toEqual(head);
    }
  });

  it('follow from their ledgers as this release has it, or are made to', async () => {
    // What was charged and paid there has no transfers yet, of two accounts each.
    expect(await rebuild({ onlyTell: true })).toEqual({ ...RIGHT, money: 6 });
    const { table } = servicesOf(province);
    const TableName = await tableName(servicesOf(province));
    const code = dossiers['granted'] ?? '';
    await table.send(new DeleteCommand({ TableName, Key: { ...keys.listed(code, 'PROVINCE') } }));
    expect(codesOf(await get('/v1/dossiers?limit=100'))).not.toContain(code);
    expect(await rebuild({})).toEqual({ ...RIGHT, lists: 1, money: 6 });
    expect(codesOf(await get('/v1/dossiers?limit=100'))).toContain(code);
  });

  it('have results that can be fetched as they were issued', async () => {
    const citizen = await client.token({ kind: 'citizen', id: '025090000001', level: 2 });
    const results = await get(`/v1/dossiers/${dossiers['granted']}/results`, citizen);
    const [result] = results.items as unknown as { url: string; sha256: string }[];
    const file = await fetch(result?.url ?? '');
    const bytes = await file.bytes();
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(result?.sha256);
  });

  it('go on where they were: every open dossier is decided to its end, and everything is as it must be', async () => {
    const left = Object.entries(dossiers).filter(([name]) => name.startsWith('left') || name === 'byPortal');
    const waits = await Promise.all(
      left.map(async ([, code]) => waitingTask(await client.dossier(code))?.phase),
    );
    expect(waits).toEqual([
      'reception',
      'supplement',
      'payment',
      'step',
      'signature',
      'collection',
      'consultations',
      'reception',
    ]);
    // One task was given to an officer, who alone may decide it.
    const held = waitingTask(await client.dossier(dossiers['leftAtStep'] ?? ''))?.id;
    const holder = { kind: 'officer', id: 'thuly1.h44-101', unit: 'H44.101', roles: ['handler'] };
    const decided = await client.post(`/v1/tasks/${held}/decision`, await client.token(holder), {
      decision: 'forward',
    });
    expect(decided.status, JSON.stringify(decided.body)).toBe(200);
    await province.host.idle();
    for (const [, code] of left) {
      await travel(code, 'granted', { client, random: () => 0, pace: () => 0 });
      await province.host.idle();
      expect((await client.dossier(code)).handling, code).toBe('returned');
    }
    const snapshot = await takeSnapshot(servicesOf(province), async () => clock.now());
    // Alarms of the night before sound when the host is started again.
    const evidence = { acknowledged: [], alarmGrace: 24 * 3_600_000, outages: [], lossesExpected: false };
    const found = findings(snapshot, evidence).filter(({ audit }) => audit !== OF_CLIENTS);
    expect(found).toEqual([]);
    expect(await rebuild({ onlyTell: true, limit: 100 })).toEqual(RIGHT);
    expect(unregistered(await province.stored())).toEqual([]);
  }, 180_000);
});
