import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { type KeptInk, keptInk } from '../../../schemas/stored/ink.ts';
import { canonicalJson, digestOf } from '../../domain/canonical-json.ts';
import { putOnce } from '../../kernel/objects/put-once.ts';

/** Handwriting, kept beside the forms: written once under its digest, and never changed. */
export interface InkFiles {
  /** Keeps it; again, it is the same. Gives its digest, by which ledgers name it. */
  keep(ink: KeptInk): Promise<string>;
  read(dossier: string, digest: string): Promise<KeptInk>;
}

const keyOf = (dossier: string, digest: string) => `ink/${dossier}/${digest}.json`;

export function s3InkFiles(bucket: string, s3 = new S3Client({})): InkFiles {
  async function read(dossier: string, digest: string): Promise<KeptInk> {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: keyOf(dossier, digest) }));
    const ink = keptInk.parse(JSON.parse((await Body?.transformToString()) ?? 'null'));
    if (digestOf(ink) !== digest) throw new Error(`${dossier}: the ink of ${digest} is another one`);
    return ink;
  }
  return {
    async keep(ink) {
      const digest = digestOf(ink);
      const object = {
        Bucket: bucket,
        Key: keyOf(ink.dossier, digest),
        Body: Buffer.from(canonicalJson(ink)),
        ContentType: 'application/json',
        sha256: digest,
      };
      // What is there under this name has this digest.
      await putOnce(s3, object, async () => (await read(ink.dossier, digest)) !== undefined);
      return digest;
    },
    read,
  };
}
