import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';

/** The bucket of exported files, for writing. */
export interface ExportFiles {
  /** Writes a file as a stream. A file under the same key is replaced; an interrupted write leaves nothing. */
  put(
    key: string,
    contentType: string,
    bytes: AsyncIterable<Uint8Array>,
  ): Promise<{ size: number; sha256: string }>;
}

/** Smallest part of a multipart upload. One part is collected while another is sent. */
const PART = 5 * 1024 * 1024;

export function s3ExportFiles(client: S3Client, bucket: string): ExportFiles {
  return {
    async put(key, contentType, bytes) {
      const hash = createHash('sha256');
      let size = 0;
      async function* measured() {
        for await (const chunk of bytes) {
          hash.update(chunk);
          size += chunk.length;
          yield chunk;
        }
      }
      await new Upload({
        client,
        params: {
          Bucket: bucket,
          Key: key,
          ContentType: contentType,
          Body: Readable.from(measured(), { objectMode: false }),
        },
        partSize: PART,
        queueSize: 1,
      }).done();
      return { size, sha256: hash.digest('hex') };
    },
  };
}
