import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { getProof } from '../../../functions/features/anchor/get-proof.ts';
import { keys } from '../../../functions/records/keys/keys.ts';
import type { Principal } from '../../../schemas/identity/principal.ts';
import { testSigner } from '../../support/anchors/test-signer.ts';
import { accept } from '../../support/lifecycle/decisions.ts';
import { keyring } from '../../support/lifecycle/memory-province.ts';
import { temporaryFolder } from '../host/support.ts';
import { AGENCY, type anchoredProvince, provinceOfThreeDays } from './anchored-province.ts';

const handler: Principal = { kind: 'officer', id: 'thuly1', unit: AGENCY, roles: ['handler'] };
const elsewhere: Principal = { kind: 'officer', id: 'thuly9', unit: 'H44.999', roles: ['handler'] };

async function proofOf(
  province: ReturnType<typeof anchoredProvince>,
  code: string,
  caller: Principal = handler,
) {
  const deps = { ...province, keyring: async () => keyring };
  const call = { params: { code }, query: {}, caller, now: province.time.now };
  return (await getProof(deps, call as never)).body;
}

/** What the script says of a proof, and how it ends. */
function checked(proof: object, ...more: string[]): Promise<{ code: number; text: string }> {
  const file = join(temporaryFolder(), 'proof.json');
  writeFileSync(file, JSON.stringify(proof));
  return new Promise(resolve =>
    execFile(process.execPath, ['tools/check-proof.mjs', file, ...more], (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, text: `${stdout}${stderr}` }),
    ),
  );
}

it('a stranger checks a proof with the script, and by the province’s key', async () => {
  const { province, done, open } = await provinceOfThreeDays();
  for (const [dossier, day, seq] of [
    [done, '2026-03-04', 6],
    [open, '2026-03-02', 1],
  ] as const) {
    const proof = await proofOf(province, dossier.code);
    const hash = dossier.paper.ledger[seq - 1]?.hash;
    expect(proof).toMatchObject({ day, leaf: `ledger ${dossier.code} ${seq} ${hash}` });
    const { code, text } = await checked(proof, await province.signer.publicKey());
    expect(text).toContain(`Right: at the end of ${day}, dossier ${dossier.code} of H44 had ${seq} entries`);
    expect(text).toContain(hash);
    expect(code).toBe(0);
  }
});

it('and is not taken in by one that was tampered with', async () => {
  const { province, open } = await provinceOfThreeDays();
  const proof = await proofOf(province, open.code);
  const forger = testSigner();
  const other = 'f'.repeat(64);
  const tampered: [string, object, ...string[]][] = [
    ['another hash', { ...proof, leaf: `ledger ${open.code} 1 ${other}` }],
    ['another count', { ...proof, leaf: proof.leaf.replace(' 1 ', ' 2 ') }],
    ['another place', { ...proof, index: 0 }],
    ['another size', { ...proof, size: 3 }],
    ['no path', { ...proof, path: [] }],
    ['a longer path', { ...proof, path: [...proof.path, other] }],
    ['another way', { ...proof, path: [other] }],
    ['another dossier', { ...proof, dossier: 'H44.101-260302-0009' }],
    ['another day', { ...proof, day: '2026-03-03' }],
    ['another root', { ...proof, statement: proof.statement.replace(/"root":"./g, '"root":"0') }],
    ['another signature', { ...proof, signature: await forger.sign(`${proof.statement} `) }],
    ['another key', { ...proof, publicKey: await forger.publicKey() }],
    [
      'a forger’s key and signature',
      { ...proof, publicKey: await forger.publicKey(), signature: await forger.sign(proof.statement) },
      await province.signer.publicKey(),
    ],
    ['nothing', {}],
  ];
  for (const [deed, given, ...more] of tampered) {
    const { code, text } = await checked(given, ...more);
    expect({ deed, code, text }).toEqual({ deed, code: 1, text: expect.stringContaining('Wrong: ') });
  }
});

it('a dossier of today is not anchored yet; one that went on today is proven as it was', async () => {
  const { province, open } = await provinceOfThreeDays();
  const fresh = await province.submit('2026-03-05');
  await expect(proofOf(province, fresh.code)).rejects.toMatchObject({ code: 'not-anchored-yet' });
  await open.move('2026-03-05T09:00:00+07:00', paper => paper.decide(accept));
  expect(await proofOf(province, open.code)).toMatchObject({ day: '2026-03-02' });
  await province.anchorUpTo('2026-03-05');
  expect(await proofOf(province, fresh.code)).toMatchObject({ day: '2026-03-05' });
  expect((await proofOf(province, open.code)).leaf).toBe(
    `ledger ${open.code} 2 ${open.paper.ledger[1]?.hash}`,
  );
});

it('is for whoever may read the dossier, and for no ledger that is not the one anchored', async () => {
  const { province, done } = await provinceOfThreeDays();
  await expect(proofOf(province, done.code, elsewhere)).rejects.toMatchObject({ code: 'not-found' });
  await expect(proofOf(province, 'H44.101-260302-0009')).rejects.toMatchObject({ code: 'not-found' });
  const shorter = done.paper.ledger.slice(0, 5);
  await province.remove(keys.event(done.code, 6));
  await province.put(done.code, shorter);
  await expect(proofOf(province, done.code)).rejects.toMatchObject({ code: 'ledger-broken' });
});
