import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { replay } from '../../functions/domain/dossier/head.ts';
import { verifyChain } from '../../functions/domain/ledger/chain.ts';
import { acknowledgement } from '../../schemas/api/dossier.ts';
import { readDossierCode } from '../../schemas/codes/dossier-code.ts';
import { walkDemo } from '../../start/demo/walk-demo.ts';
import { type Fate, fates, sendToFate } from './fates.ts';
import { freePorts, type HostProcess, logsOf, startHost } from './host-process.ts';
import { OutsideClient, seeded } from './outside-client.ts';

/** As many as the suite has time for; `FATES=200` sends as many as one likes. */
const DOSSIERS = Number(process.env['FATES'] ?? 45);
const SEED = Number(process.env['SEED'] ?? 20_261_121);

const data = mkdtempSync(join(tmpdir(), 'motcua-end-to-end-'));
let host: HostProcess;
let port: number;

beforeAll(async () => {
  port = await freePorts();
  host = await startHost(data, port, ['--no-demo']);
}, 180_000);

afterAll(async () => {
  await host.stop();
  rmSync(data, { recursive: true, force: true });
});

describe('the product, started as a newcomer starts it', () => {
  it('walks a dossier from submission to its returned result, each officer in turn, with PDF and expiring link', async () => {
    const said: string[] = [];
    await walkDemo({ apiUrl: host.url, say: line => said.push(line), speed: 1 });
    expect(said[0]).toContain('1.013225');
    const steps = ['reception  accept', 'handler    forward', 'leader     approve', 'signer     approve'];
    for (const step of steps) expect(said.join('\n')).toContain(step);
    expect(said.at(-1)).toContain('Đã trả kết quả');
  });

  it(`sends ${DOSSIERS} dossiers of mixed fates by a rough client, and each ends where it should`, async () => {
    const random = seeded(SEED);
    const client = new OutsideClient(host.url, random);
    const names = Object.keys(fates) as Fate[];
    const sent: { code: string; fate: Fate }[] = [];
    const one = async (index: number) => {
      const fate = names[index % names.length] ?? 'granted';
      const unit = index % 2 === 0 ? 'H44.103' : 'H44.104';
      sent.push({ code: await sendToFate(client, unit, fate), fate });
    };
    for (let start = 0; start < DOSSIERS; start += 8) {
      await Promise.all(
        Array.from({ length: Math.min(8, DOSSIERS - start) }, (_, offset) => one(start + offset)),
      );
    }
    for (const { code, fate } of sent) {
      const dossier = await client.until(code, ({ handling }) => handling === fates[fate]);
      const ledger = await client.history(code);
      expect(verifyChain(ledger), `${code} (${fate}), seed ${SEED}`).toBeUndefined();
      expect(replay(ledger)).toMatchObject({
        handling: dossier.handling,
        version: dossier.version,
        tasks: [],
      });
    }
    for (const unit of ['H44.103', 'H44.104']) {
      const numbers = sent
        .map(({ code }) => readDossierCode(code))
        .filter(parts => parts?.agency === unit)
        .map(parts => parts?.number ?? 0)
        .sort((a, b) => a - b);
      expect(numbers, 'numbers without gap or duplicate').toEqual(numbers.map((_, index) => index + 1));
    }
  }, 240_000);

  it('goes on after a power cut in the middle of a dossier, and the dossier is finished', async () => {
    const client = new OutsideClient(host.url, seeded(7));
    const citizen = await client.token({ kind: 'citizen', id: '025090000001', level: 2 });
    const submitted = await client.post('/v1/dossiers', citizen, {
      procedure: '1.012796',
      channel: 'online',
      receivingUnit: 'H44.105',
      applicant: { kind: 'person', name: 'Nguyễn Văn An', identityNumber: '025090000001' },
      components: [{ component: 'c1', paperCopies: 1 }],
    });
    const { code } = z.parse(acknowledgement, submitted.body);
    expect((await client.decide(`${code}.t1`, { decision: 'accept' })).status).toBe(200);
    await host.kill();
    host = await startHost(data, port, ['--no-demo']);
    expect(host.said()).not.toContain('Loading the starter province');
    const after = await client.dossier(code);
    expect(after.handling).toBe('accepted');
    expect((await client.decide(`${code}.t2`, { decision: 'forward' })).status).toBe(200);
    expect((await client.decide(`${code}.t3`, { decision: 'approve', text: 'Đồng ý.' })).status).toBe(200);
    const proposal = await client.proposalAt(`${code}.t4`);
    expect((await client.decide(`${code}.t4`, { decision: 'approve', proposal })).status).toBe(200);
    const returned = await client.until(code, ({ handling }) => handling === 'returned');
    expect(returned.resultNumber).toMatch(/^H44\.105-KQ\d{4}-\d{6}$/);
    expect(verifyChain(await client.history(code))).toBeUndefined();
  }, 120_000);

  it('logs no identity number, no name, no bearer token and no task token', () => {
    const logs = logsOf(data);
    expect(logs).toContain('COMPLETED');
    expect(logs).not.toMatch(/025090000001|Nguyễn Văn An/);
    expect(logs).not.toMatch(/eyJ[\w-]{10,}\.eyJ/);
    expect(logs).not.toMatch(/"token"/i);
  });

  it('stops cleanly on Ctrl-C', async () => {
    expect(await host.stop()).toBe(0);
    expect(host.said()).toContain('Stopped.');
    host = await startHost(data, port, ['--no-demo']);
  }, 60_000);
});
