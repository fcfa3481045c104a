import { createHash } from 'node:crypto';
import {
  GetObjectCommand,
  HeadObjectCommand,
  NotFound,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { LINK_LIFE } from '../../kernel/objects/link-life.ts';
import { linkingClient } from '../../kernel/objects/linking-client.ts';

export interface StoredForm {
  readonly sha256: string;
  readonly size: number;
}

/** The files of forms. One that is there is never made again: it stays as it was first given. */
export interface FormFiles {
  /** The file under a key; made and stored if there is none. */
  keep(key: string, make: () => Promise<Buffer>): Promise<StoredForm>;
  linkTo(key: string, fileName: string): Promise<string>;
}

export function s3FormFiles(bucket: string, s3 = new S3Client({}), linking = linkingClient()): FormFiles {
  async function stored(key: string): Promise<StoredForm | undefined> {
    try {
      const head = await s3.send(
        new HeadObjectCommand({ Bucket: bucket, Key: key, ChecksumMode: 'ENABLED' }),
      );
      const { ChecksumSHA256: sum, ContentLength: size } = head;
      if (sum === undefined || size === undefined) throw new Error(`${key} was stored without its checksum`);
      return { sha256: Buffer.from(sum, 'base64').toString('hex'), size };
    } catch (error) {
      if (error instanceof NotFound) return undefined;
      throw error;
    }
  }

  return {
    async keep(key, make) {
      const before = await stored(key);
      if (before) return before;
      const body = await make();
      const digest = createHash('sha256').update(body).digest();
      try {
        await s3.send(
          new PutObjectCommand({
            Bucket: bucket,
            Key: key,
            Body: body,
            ContentType: 'application/pdf',
            ChecksumSHA256: digest.toString('base64'),
            IfNoneMatch: '*',
          }),
        );
      } catch (error) {
        // Somebody asked for it at the same moment: theirs is the first.
        const first = lostRace(error) ? await stored(key) : undefined;
        if (!first) throw error;
        return first;
      }
      return { sha256: digest.toString('hex'), size: body.length };
    },
    linkTo: (key, fileName) =>
      getSignedUrl(
        linking,
        new GetObjectCommand({
          Bucket: bucket,
          Key: key,
          ResponseContentType: 'application/pdf',
          ResponseContentDisposition: `inline; filename="${fileName}"`,
          ResponseCacheControl: 'private, no-store',
        }),
        { expiresIn: LINK_LIFE },
      ),
  };
}

/** There is an object already, or another is just being written. */
export const lostRace = (error: unknown) =>
  error instanceof S3ServiceException && [409, 412].includes(error.$metadata.httpStatusCode ?? 0);
