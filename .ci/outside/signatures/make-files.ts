import { writeFileSync } from 'node:fs';
import { httpTimestampAuthority } from '../../../functions/connectors/timestamping/timestamp-authority.ts';
import { markLines } from '../../../functions/domain/sealing/mark-lines.ts';
import { planFields } from '../../../functions/domain/sealing/plan-fields.ts';
import { type SealDeps, sealPdf } from '../../../functions/domain/sealing/seal-pdf.ts';
import { startTimestampAuthority } from '../../../outside/timestamp-authority/server.ts';
import { crlOf, type Holder, holder, signerOf } from '../../../test/support/signatures/certificates.ts';
import { document, plainDraw } from '../../../test/support/signatures/documents.ts';
import { fileOf, type Place } from '../place.ts';

const YEAR = 365 * 86_400_000;
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';

/** The fields that the registry clerk fills, as every file here plans them. */
export const CLERKS_FIELDS = ['motcua.number', 'motcua.date'];

/** What is made here to be looked at by others. */
export interface MadeFiles {
  readonly authorities: readonly Uint8Array[];
  /** Names of the sealed files, without their ending, and how many signatures each has. */
  readonly sealed: readonly { readonly name: string; readonly signatures: number }[];
}

/** Makes keys and certificates for all, a document with planned fields, and files that we sealed. */
export async function makeFiles(place: Place): Promise<MadeFiles> {
  const now = Date.now();
  const lasting = { from: now - YEAR, until: now + YEAR };
  const root = holder('Outside root', { ...lasting, authority: true, kind: 'rsa' });
  const rsa = holder('Văn thư', { ...lasting, issuer: root, kind: 'rsa' });
  const ec = holder('Nguyễn Văn An', { ...lasting, issuer: root });
  const tsa = holder('Outside timestamps', {
    ...lasting,
    issuer: root,
    kind: 'rsa',
    usage: 0x80,
    purposes: [TIME_STAMPING],
  });
  for (const [name, one] of Object.entries({ root, rsa, ec, tsa })) keep(place, name, one);
  writeFileSync(fileOf(place, 'root.crl'), crlOf(root, []));
  const planned = planFields(await document(2), [
    { name: 'motcua.number', kind: 'text', place: { page: 1, rectangle: [72, 700, 200, 720] } },
    { name: 'motcua.date', kind: 'text', place: { page: 1, rectangle: [300, 700, 500, 720] } },
    { name: 'person', kind: 'signature', place: { page: 1, rectangle: [330, 100, 500, 180] } },
    { name: 'seal', kind: 'signature', place: { page: 1, rectangle: [280, 90, 390, 200] } },
  ]);
  const authority = await startTimestampAuthority();
  writeFileSync(fileOf(place, 'stamping.der'), authority.identity.root);
  const authorities = [root.der, authority.identity.root];
  const timestamps = httpTimestampAuthority({ url: authority.url, authorities });
  const depsOf = (who: Holder, more: Partial<SealDeps> = {}): SealDeps => ({
    signer: signerOf(who),
    draw: plainDraw,
    authorities,
    now: Date.now,
    ...more,
  });
  const seal = { field: 'seal', name: 'UBND', mark: { lines: markLines('UBND', now) } };
  const fill = { 'motcua.number': '12/GP-UBND', 'motcua.date': 'ngày 27 tháng 11 năm 2026' };
  const signed = await sealPdf(depsOf(ec), planned, { field: 'person', name: 'An' });
  const revocation = { fetch: async () => ({ crls: [crlOf(root, [])], ocsps: [] }) };
  const files = {
    planned,
    'sealed-rsa': await sealPdf(depsOf(rsa), planned, seal),
    'sealed-p256': await sealPdf(depsOf(ec), planned, seal),
    'sealed-filled': await sealPdf(depsOf(rsa), signed, { ...seal, fill }),
    'sealed-stamped': await sealPdf(depsOf(rsa, { timestamps }), signed, { ...seal, fill }),
    'sealed-lasting': await sealPdf(depsOf(rsa, { timestamps, revocation }), planned, seal),
  };
  await authority.stop();
  for (const [name, bytes] of Object.entries(files)) writeFileSync(fileOf(place, `${name}.pdf`), bytes);
  return {
    authorities,
    sealed: Object.keys(files)
      .filter(name => name.startsWith('sealed'))
      .map(name => ({ name, signatures: /filled|stamped/.test(name) ? 2 : 1 })),
  };
}

function keep(place: Place, name: string, { der, key }: Holder): void {
  writeFileSync(fileOf(place, `${name}.der`), der);
  const pem = (label: string) =>
    `-----BEGIN ${label}-----\n${der.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END ${label}-----\n`;
  writeFileSync(fileOf(place, `${name}.crt`), pem('CERTIFICATE'));
  writeFileSync(fileOf(place, `${name}.pem`), key.export({ format: 'pem', type: 'pkcs8' }));
}
