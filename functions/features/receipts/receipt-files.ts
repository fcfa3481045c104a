import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { sha256Of } from '../../domain/sha256.ts';
import { LINK_LIFE } from '../../kernel/objects/link-life.ts';
import { linkingClient } from '../../kernel/objects/linking-client.ts';
import { putOnce } from '../../kernel/objects/put-once.ts';

const TYPES = { xml: 'application/xml', pdf: 'application/pdf' } as const;

/** The files of receipts and summaries, each written once. */
export interface ReceiptFiles {
  keep(key: string, body: Buffer): Promise<void>;
}

export function s3ReceiptFiles(bucket: string, s3 = new S3Client({})): ReceiptFiles {
  return {
    async keep(key, body) {
      const ContentType = TYPES[key.endsWith('.pdf') ? 'pdf' : 'xml'];
      // The key tells the content: where it is there, only the answer of an earlier try was lost.
      await putOnce(s3, { Bucket: bucket, Key: key, Body: body, ContentType, sha256: sha256Of(body) });
    },
  };
}

/** Links to open a file, for a while. */
export type ReceiptLinks = (key: string, fileName: string) => Promise<string>;

export function s3ReceiptLinks(bucket: string, s3 = linkingClient()): ReceiptLinks {
  return (key, fileName) => {
    const file = key.endsWith('.pdf') ? 'pdf' : 'xml';
    // Browsers show a page, and save what is meant for programs.
    const how = file === 'pdf' ? 'inline' : 'attachment';
    const command = new GetObjectCommand({
      Bucket: bucket,
      Key: key,
      ResponseContentType: TYPES[file],
      ResponseContentDisposition: `${how}; filename="${fileName}.${file}"`,
      ResponseCacheControl: 'private, no-store',
    });
    return getSignedUrl(s3, command, { expiresIn: LINK_LIFE });
  };
}
