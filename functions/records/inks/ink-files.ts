import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { type KeptInk, keptInk } from '../../../schemas/stored/ink.ts';
import { canonicalJson, digestOf } from '../../domain/canonical-json.ts';
import { lostRace } from '../forms/form-files.ts';

/** Handwriting, kept beside the forms: written once under its digest, and never changed. */
export interface InkFiles {
  /** Keeps it; again, it is the same. Gives its digest, by which ledgers name it. */
  keep(ink: KeptInk): Promise<string>;
  read(dossier: string, digest: string): Promise<KeptInk>;
}

const keyOf = (dossier: string, digest: string) => `ink/${dossier}/${digest}.json`;

export function s3InkFiles(bucket: string, s3 = new S3Client({})): InkFiles {
  return {
    async keep(ink) {
      const body = Buffer.from(canonicalJson(ink));
      const digest = digestOf(ink);
      try {
        await s3.send(
          new PutObjectCommand({
            Bucket: bucket,
            Key: keyOf(ink.dossier, digest),
            Body: body,
            ContentType: 'application/json',
            ChecksumSHA256: Buffer.from(digest, 'hex').toString('base64'),
            IfNoneMatch: '*',
          }),
        );
      } catch (error) {
        // What is there under this name has this digest.
        if (!lostRace(error)) throw error;
      }
      return digest;
    },
    async read(dossier, digest) {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: keyOf(dossier, digest) }));
      const ink = keptInk.parse(JSON.parse((await Body?.transformToString()) ?? 'null'));
      if (digestOf(ink) !== digest) throw new Error(`${dossier}: the ink of ${digest} is another one`);
      return ink;
    },
  };
}
