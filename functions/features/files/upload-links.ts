import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { StoredFile } from '../../../schemas/stored/file.ts';
import { type Instant, toRfc3339 } from '../../domain/vietnam-time.ts';

/** How long an upload link works, in seconds. */
const LINK_LIFE = 900;

/** Links under which the store accepts one declared file. */
export interface UploadLinks {
  linkFor(
    file: StoredFile,
    now: Instant,
  ): Promise<{ url: string; headers: Record<string, string>; expiresAt: string }>;
}

/**
 * Length, type and SHA-256 are part of the signature, so the store itself refuses any other file; and it takes one once
 * (`If-None-Match: *`): what was judged is never written over, and a link that was seen by others writes no further versions.
 */
export function s3UploadLinks(s3: S3Client, bucket: string): UploadLinks {
  return {
    async linkFor(file, now) {
      const checksum = Buffer.from(file.sha256, 'hex').toString('base64');
      const command = new PutObjectCommand({
        Bucket: bucket,
        Key: file.key,
        ContentType: file.contentType,
        ContentLength: file.size,
        ChecksumSHA256: checksum,
        IfNoneMatch: '*',
      });
      const signed = new Set(['content-type', 'content-length', 'if-none-match', 'x-amz-checksum-sha256']);
      const url = await getSignedUrl(s3, command, {
        expiresIn: LINK_LIFE,
        signableHeaders: signed,
        // Kept as a header: as a query parameter the checksum would not be required of the sender.
        unhoistableHeaders: new Set(['x-amz-checksum-sha256']),
      });
      return {
        url,
        headers: {
          'content-type': file.contentType,
          'content-length': String(file.size),
          'if-none-match': '*',
          'x-amz-checksum-sha256': checksum,
        },
        expiresAt: toRfc3339(now + LINK_LIFE * 1000),
      };
    },
  };
}
