import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { sha256Of } from '../../domain/sha256.ts';
import { LINK_LIFE } from '../../kernel/objects/link-life.ts';
import { linkingClient } from '../../kernel/objects/linking-client.ts';
import { putOnce } from '../../kernel/objects/put-once.ts';

const TYPES = { xml: 'application/xml', pdf: 'application/pdf' } as const;
export type ReceiptFile = keyof typeof TYPES;

/** What names the files of a receipt. */
export interface NamedReceipt {
  readonly taxCode: string;
  readonly receipt: string;
  /** SHA-256 of the XML. */
  readonly sha256: string;
}

/**
 * Where a file of a receipt is, beside the results: whoever collects must keep receipts as unchangeable as those, and
 * there every object is locked. The digest of the XML is part of it: of two that were signed with the same number, the
 * ledger names one, and the other counts for nothing.
 */
export const receiptKey = ({ taxCode, receipt, sha256 }: NamedReceipt, file: ReceiptFile): string =>
  `receipts/${taxCode}/${receipt}/${sha256.slice(0, 16)}.${file}`;

export const summaryKey = (
  place: { readonly taxCode: string; readonly unit: string; readonly day: string },
  sha256: string,
) => `receipt-summaries/${place.taxCode}/${place.unit}/${place.day}-${sha256.slice(0, 16)}.xml`;

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
