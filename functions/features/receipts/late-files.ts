import { whenNeeded } from '../../kernel/lambda/when-needed.ts';
import type { ReceiptFiles } from './receipt-files.ts';

/** The files of receipts in a bucket, whose large client is loaded with the first of them. */
export function lateReceiptFiles(bucket: string): ReceiptFiles {
  const files = whenNeeded(async () => (await import('./receipt-files.ts')).s3ReceiptFiles(bucket));
  return { keep: async (key, body) => (await files()).keep(key, body) };
}
