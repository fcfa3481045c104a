import { PutObjectCommand, type S3Client, S3ServiceException } from '@aws-sdk/client-s3';

export interface NewObject {
  readonly Bucket: string;
  readonly Key: string;
  readonly Body: Uint8Array;
  readonly ContentType: string;
  /** In hexadecimal; the store refuses other content. */
  readonly sha256: string;
}

/**
 * Puts an object where there is none; whether it was put, or there is one, which stays. While another one is being put
 * it cannot be told which becomes of it: then `isThere` is asked, and the error stands where it is not.
 */
export async function putOnce(
  s3: Pick<S3Client, 'send'>,
  { sha256, ...object }: NewObject,
  isThere: () => Promise<boolean> = async () => false,
): Promise<'put' | 'there'> {
  try {
    await s3.send(
      new PutObjectCommand({
        ...object,
        ContentLength: object.Body.length,
        ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
        IfNoneMatch: '*',
      }),
    );
    return 'put';
  } catch (error) {
    const status = error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
    if (status === 412 || (status === 409 && (await isThere()))) return 'there';
    throw error;
  }
}
