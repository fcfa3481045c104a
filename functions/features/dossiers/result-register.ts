import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { type StoredResult, storedResult } from '../../../schemas/stored/result.ts';
import { parseStored } from '../../kernel/table/parse-stored.ts';
import type { Table } from '../../kernel/table/table.ts';
import { keys } from '../../records/keys/keys.ts';

/** How long a link to a result works, in seconds. */
export const LINK_LIFE = 300;

/** The register of results (sổ kết quả) and the store of their files. */
export interface ResultRegister {
  find(number: string): Promise<StoredResult | undefined>;
  link(entry: StoredResult): Promise<string>;
}

export function resultRegister(table: Table, s3: S3Client, bucket: string): ResultRegister {
  return {
    async find(number) {
      const key = keys.result(number);
      const { Item } = await table.client.send(new GetCommand({ TableName: table.name, Key: key }));
      return Item && parseStored(storedResult, Item, key);
    },
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
