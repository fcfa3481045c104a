import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { SignatureReport } from '../../../schemas/signatures/report.ts';
import type { SignatureSettings } from '../../../schemas/signatures/settings.ts';
import { joined, type Words } from '../../../schemas/words.ts';
import { REGISTRY_FIELDS } from '../../domain/signatures/registry-fields.ts';
import type { Instant } from '../../domain/vietnam-time.ts';
import type { FileStore } from './file-store.ts';
import type { UploadedObjects } from './uploaded-objects.ts';

export interface SignatureDeps {
  readonly files: Pick<FileStore, 'find'>;
  readonly objects: UploadedObjects;
  readonly signatures: () => Pick<SignatureSettings, 'authorities' | 'revocationDemanded'>;
}

/**
 * A result that arrives signed by a person (chữ ký số cá nhân) is taken only if every signature in it holds: intact,
 * covering its revision, by a certificate that was valid, and followed by nothing but further signatures. One that
 * cannot be judged is refused as well, except where the province trusts no authority yet and none can lead to one. A
 * file without signatures passes: the decision itself is signed here.
 */
export async function demandSignatures(
  { files, objects, signatures }: SignatureDeps,
  { id, pointer }: { readonly id: string; readonly pointer: string },
  now: Instant,
): Promise<void> {
  const file = await files.find(id);
  const found = file && (await objects.look(file.key));
  if (!found) throw new TypeError(`${id} was checked and is gone`);
  const { authorities, revocationDemanded } = signatures();
  // Loaded with the first result that is a file: reading signatures is as much code as the rest of a decision.
  const { verifySignatures } = await import('../../domain/signatures/verify-signatures.ts');
  const report = await verifySignatures(await found.read(), {
    authorities: authorities.map(text => Buffer.from(text, 'base64')),
    at: now,
    fillable: Object.values(REGISTRY_FIELDS),
    revocation: { demanded: revocationDemanded },
  });
  const passes = report.verdict === 'valid' || report.verdict === 'unsigned';
  if (passes || (report.verdict === 'indeterminate' && authorities.length === 0)) return;
  const why = reasonsOf(report);
  throw new ProblemError(
    'signature-invalid',
    {
      vi: `Chữ ký số trong tệp không được chấp nhận. ${why.vi}`,
      en: `A signature in the file is not accepted. ${why.en}`,
    },
    { faults: [{ pointer, message: why }] },
  );
}

/** What is wrong, in the words of law/signature-verdicts.json. */
function reasonsOf({ reasons, signatures }: SignatureReport): Words {
  const all = [
    ...reasons,
    ...signatures.filter(({ verdict }) => verdict !== 'valid').flatMap(each => each.reasons),
  ];
  const known = new Map(all.map(reason => [reason.code, { vi: reason.vi, en: reason.en }]));
  return joined([...known.values()], ' ');
}
