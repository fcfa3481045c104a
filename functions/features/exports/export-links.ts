import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { StoredExport } from '../../../schemas/stored/export.ts';
import { type Instant, parseInstant, toRfc3339 } from '../../domain/vietnam-time.ts';
import { exportKey } from './export-key.ts';

/** How long a link to a file works, in seconds; never longer than the file exists. */
const LINK_LIFE = 900;

/** Download links for the files of exports. */
export interface ExportLinks {
  linkTo(made: MadeExport, now: Instant): Promise<{ url: string; expiresAt: string }>;
}

/** An export that has a file. */
export type MadeExport = StoredExport & { readonly file: NonNullable<StoredExport['file']> };

export function s3ExportLinks(client: S3Client, bucket: string): ExportLinks {
  return {
    async linkTo(made, now) {
      const left = Math.floor((parseInstant(made.file.expiresAt) - now) / 1000);
      const expiresIn = Math.min(LINK_LIFE, left);
      const command = new GetObjectCommand({
        Bucket: bucket,
        Key: exportKey(made),
        ResponseContentDisposition: `attachment; filename="${made.file.name}"`,
      });
      const url = await getSignedUrl(client, command, { expiresIn });
      return { url, expiresAt: toRfc3339(now + expiresIn * 1000) };
    },
  };
}
