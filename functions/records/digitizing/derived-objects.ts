import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';

/**
 * What is made of files, beside them in the bucket of uploads. The nightly removal of unused uploads goes through the
 * days of uploads only and never comes here.
 */
export interface DerivedObjects {
  put(key: string, contentType: string, bytes: Uint8Array): Promise<void>;
  get(key: string): Promise<Uint8Array>;
}

/** Where what is made of a file is kept. */
export const derivedKey = (file: string, name: string): string => `derived/${file}/${name}`;

/** Where the sealed copy of a file is kept: a seal has a time, and of two attempts only one is in the ledger. */
export const certifiedKey = (file: string, sha256: string): string =>
  derivedKey(file, `certified-${sha256.slice(0, 16)}.pdf`);

export function s3DerivedObjects(client: S3Client, Bucket: string): DerivedObjects {
  return {
    async put(Key, ContentType, Body) {
      await client.send(new PutObjectCommand({ Bucket, Key, ContentType, Body }));
    },
    async get(Key) {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
      return (await Body?.transformToByteArray()) ?? new Uint8Array();
    },
  };
}
