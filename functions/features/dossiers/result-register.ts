import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { StoredResult } from '../../../schemas/stored/result.ts';
import { dynamoItems } from '../../kernel/table/dynamo-items.ts';
import type { Table } from '../../kernel/table/table.ts';
import { registeredResult } from '../../records/dossiers/registered-result.ts';
import { storedFiles } from '../../records/dossiers/stored-files.ts';

/** How long a link to a result works, in seconds. */
export const LINK_LIFE = 300;

/** The register of results (sổ kết quả) and the store of their files. */
export interface ResultRegister {
  find(number: string): Promise<StoredResult | undefined>;
  link(entry: StoredResult): Promise<string>;
  /** SHA-256 of the file in the store; undefined where there is none. */
  storedHash(entry: StoredResult): Promise<string | undefined>;
}

export function resultRegister(table: Table, s3: S3Client, bucket: string): ResultRegister {
  const files = storedFiles(s3, bucket);
  return {
    find: number => registeredResult(dynamoItems(table), number),
    storedHash: ({ key }) => files.noted(key),
    link(entry) {
      const command = new GetObjectCommand({
        Bucket: bucket,
        Key: entry.key,
        ResponseContentDisposition: `attachment; filename="${entry.number}.pdf"`,
      });
      return getSignedUrl(s3, command, { expiresIn: LINK_LIFE });
    },
  };
}
