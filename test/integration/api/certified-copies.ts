import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { verifySignatures } from '../../../functions/domain/signatures/verify-signatures.ts';
import { expectRefusal, file, submitted, type World } from './world.ts';

/** A file that a new dossier took, read to its end. */
export async function readFile({ owner, province }: World): Promise<{ code: string; id: string }> {
  const id = await file(owner);
  const code = await submitted(owner, { components: [{ component: 'c1', files: [id] }] });
  await province.host.idle();
  return { code, id };
}

/** Digitized copies that an officer certifies and the agency seals. */
export function certifiedCopies(open: () => World): void {
  describe('a digitized copy', () => {
    test('that an officer compared with the paper is sealed beside the original, once', async () => {
      const { reception, owner, stranger, province } = open();
      const params = await readFile(open());
      const body = { comparedWith: 'original' };
      const certify = (by = reception) => by.call('certifyCopy', { params, body });
      expectRefusal(await certify(stranger), 403, 'forbidden');
      expectRefusal(
        await reception.call('certifyCopy', { params, body: { comparedWith: 'copy' } }),
        422,
        'request-invalid',
      );
      expect((await certify()).body).toMatchObject({ file: params.id, state: 'sealing' });
      expectRefusal(await certify(), 409, 'state-conflict');
      await province.host.idle();
      const { certification } = (await owner.call('getDigitization', { params })).body;
      expect(certification).toMatchObject({ state: 'sealed', comparedWith: 'original' });
      const pdf = Buffer.from(await (await fetch(certification.sealed.url)).arrayBuffer());
      expect(createHash('sha256').update(pdf).digest('hex')).toBe(certification.sealed.sha256);
      const report = await verifySignatures(pdf, { authorities: [], at: open().clock.now() });
      expect(report.signatures).toMatchObject([
        { field: expect.stringMatching(/^BanSaoY-/), covers: 'file' },
      ]);
      expect(report.signatures[0]?.verdict).not.toBe('invalid');
      // What was handed in is as it was.
      const { url } = (await owner.call('openFile', { params })).body;
      expect(Buffer.from(await (await fetch(url)).arrayBuffer()).includes('BanSaoY')).toBe(false);
    });

    test('of a file that is not the dossier’s is certified by nobody', async () => {
      const { reception } = open();
      const { code } = await readFile(open());
      const { id } = await readFile(open());
      const body = { comparedWith: 'certified' };
      expectRefusal(await reception.call('certifyCopy', { params: { code, id }, body }), 404, 'not-found');
    });
  });
}
