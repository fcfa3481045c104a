import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { sha256Of } from '../../domain/sha256.ts';
import { LINK_LIFE } from '../../kernel/objects/link-life.ts';
import { linkingClient } from '../../kernel/objects/linking-client.ts';
import { putOnce } from '../../kernel/objects/put-once.ts';
import type { ReportFiles } from './deps.ts';

/** The files of reports, beside the registers, which are deleted after a day like them. */
export function s3ReportFiles(bucket: string, s3 = new S3Client({}), linking = linkingClient()): ReportFiles {
  return {
    async keep(key, body, { fileName, contentType }) {
      const isThere = async () => true;
      // The key tells the content: where it is there, or just being put, it is the same file.
      await putOnce(
        s3,
        { Bucket: bucket, Key: key, Body: body, ContentType: contentType, sha256: sha256Of(body) },
        isThere,
      );
      const command = new GetObjectCommand({
        Bucket: bucket,
        Key: key,
        ResponseContentType: contentType,
        ResponseContentDisposition: `attachment; filename="${fileName}"`,
        ResponseCacheControl: 'private, no-store',
      });
      return getSignedUrl(linking, command, { expiresIn: LINK_LIFE });
    },
  };
}
