import { GetObjectCommand, HeadObjectCommand, NoSuchKey, NotFound, S3Client } from '@aws-sdk/client-s3';
import { sha256Of } from '../../domain/sha256.ts';
import { bucketOf, type ResultBuckets } from './result-buckets.ts';

/** The files of results: the SHA-256 of what is there, in hexadecimal; undefined where there is nothing. */
export interface StoredFiles {
  /** As the store computed it when the file was written; read where it did not. */
  noted(key: string): Promise<string | undefined>;
  /** Of the bytes as they are. */
  read(key: string): Promise<string | undefined>;
}

export function storedFiles(s3: S3Client, buckets: ResultBuckets): StoredFiles {
  const unlessMissing = async (work: () => Promise<string | undefined>) => {
    try {
      return await work();
    } catch (error) {
      if (error instanceof NotFound || error instanceof NoSuchKey) return undefined;
      throw error;
    }
  };
  const read = (Key: string) =>
    unlessMissing(async () => {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucketOf(buckets, Key), Key }));
      const bytes = (await Body?.transformToByteArray()) ?? new Uint8Array();
      return sha256Of(bytes);
    });
  return {
    read,
    noted: Key =>
      unlessMissing(async () => {
        const head = await s3.send(
          new HeadObjectCommand({ Bucket: bucketOf(buckets, Key), Key, ChecksumMode: 'ENABLED' }),
        );
        const sum = head.ChecksumSHA256;
        return sum === undefined ? read(Key) : Buffer.from(sum, 'base64').toString('hex');
      }),
  };
}

/** The same, with a client of its own: for whoever loads both only when a file is to be read. */
export const openStoredFiles = (buckets: ResultBuckets): StoredFiles =>
  storedFiles(new S3Client({}), buckets);
