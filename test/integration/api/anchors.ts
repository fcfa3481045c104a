import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { anchorToday } from '../../support/anchors/host-anchors.ts';
import { expectRefusal, submitted, type World } from './world.ts';

/** Anchors what there is by now. The first day of all holds everything: it can be made once. */
export const anchorNow = (world: World): Promise<void> => anchorToday(world.province.host, '2026-11-01');

/** Proofs that strangers check. Comes after the rights, for which the day was anchored. */
export function anchors(open: () => World): void {
  describe('proofs', () => {
    test('a dossier that came after the day’s anchor has none yet', async () => {
      const code = await submitted(open().portal);
      const answer = await open().owner.call('getProof', { params: { code } });
      expectRefusal(answer, 404, 'not-anchored-yet');
      expect(answer.body.detail).toContain('neo dữ liệu');
      expectRefusal(
        await open().owner.call('getProof', { params: { code: 'H44' } }),
        400,
        'dossier-code-invalid',
      );
    });

    test('a stranger checks with the script what the host answers', async () => {
      const { owner } = open();
      const { items } = (await owner.call('listDossiers', { query: { order: 'asc' } })).body;
      const [{ code }] = items;
      const proof = (await owner.call('getProof', { params: { code } })).body;
      const folder = mkdtempSync(join(tmpdir(), 'proof-'));
      onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
      const check = (given: object) =>
        new Promise<string>(resolve => {
          const file = join(folder, 'proof.json');
          writeFileSync(file, JSON.stringify(given));
          const args = ['tools/check-proof.mjs', file, proof.publicKey];
          execFile(process.execPath, args, (_, stdout, stderr) => resolve(`${stdout}${stderr}`));
        });
      expect(await check(proof)).toContain(`Right: at the end of 2026-11-23, dossier ${code} of H44 had`);
      expect(await check({ ...proof, index: proof.index + 1 })).toContain('Wrong: ');
    });
  });
}
