import { DeleteObjectCommand, paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3';
import { fileOfKey, uploadsOfDay } from '../../records/files/upload-key.ts';

/** An object of the bucket of digitized files, and the file that it holds. */
export interface StoredUpload {
  readonly key: string;
  readonly id: string;
}

/** The bucket of digitized files, to be cleared of what nobody uses. */
export interface StoredUploads {
  /** Page by page. */
  ofDay(day: string): AsyncIterable<StoredUpload[]>;
  /** The bucket keeps versions: what is removed can be brought back until its rule lets old versions go. */
  remove(keys: readonly string[]): Promise<void>;
}

/** Removals under way at once. */
const AT_ONCE = 20;

export function s3StoredUploads(client: S3Client, Bucket: string): StoredUploads {
  return {
    async *ofDay(day) {
      for await (const { Contents = [] } of paginateListObjectsV2(
        { client },
        { Bucket, Prefix: uploadsOfDay(day) },
      ))
        yield Contents.flatMap(({ Key: key = '' }) => {
          const id = fileOfKey(key);
          return id === undefined ? [] : [{ key, id }];
        });
    },
    async remove(keys) {
      for (let at = 0; at < keys.length; at += AT_ONCE)
        await Promise.all(
          keys.slice(at, at + AT_ONCE).map(Key => client.send(new DeleteObjectCommand({ Bucket, Key }))),
        );
    },
  };
}
