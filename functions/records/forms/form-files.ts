import { GetObjectCommand, HeadObjectCommand, NotFound, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { sha256Of } from '../../domain/sha256.ts';
import { LINK_LIFE } from '../../kernel/objects/link-life.ts';
import { linkingClient } from '../../kernel/objects/linking-client.ts';
import { putOnce } from '../../kernel/objects/put-once.ts';

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
      const sha256 = sha256Of(body);
      const file = { Bucket: bucket, Key: key, Body: body, ContentType: 'application/pdf', sha256 };
      const outcome = await putOnce(s3, file, async () => (await stored(key)) !== undefined);
      // Somebody asked for it at the same moment: theirs is the first.
      const first = outcome === 'there' ? await stored(key) : undefined;
      return first ?? { sha256, size: body.length };
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
