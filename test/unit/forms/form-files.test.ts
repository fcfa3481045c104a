import {
  GetObjectCommand,
  HeadObjectCommand,
  NotFound,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, test } from 'vitest';
import { s3FormFiles } from '../../../functions/records/forms/form-files.ts';

const s3 = mockClient(S3Client);
const client = new S3Client({
  region: 'ap-southeast-1',
  credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
});
const files = s3FormFiles('forms', client, client);
const SHA = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
const there = { ChecksumSHA256: Buffer.from(SHA, 'hex').toString('base64'), ContentLength: 3 };
const gone = () => new NotFound({ message: 'none', $metadata: {} });
const refused = (status: number) =>
  new S3ServiceException({ name: 'x', $fault: 'client', $metadata: { httpStatusCode: status } });
const make = async () => Buffer.from('abc');
beforeEach(() => s3.reset());

describe('the file of a form', () => {
  test('is made and stored where there is none, with its checksum and only if it is the first', async () => {
    s3.on(HeadObjectCommand).rejects(gone());
    s3.on(PutObjectCommand).resolves({});
    expect(await files.keep('k', make)).toEqual({ sha256: SHA, size: 3 });
    expect(s3.commandCalls(PutObjectCommand)[0]?.args[0].input).toMatchObject({
      IfNoneMatch: '*',
      ContentType: 'application/pdf',
      ChecksumSHA256: there.ChecksumSHA256,
    });
  });

  test('is the same later: nothing is made', async () => {
    s3.on(HeadObjectCommand).resolves(there);
    const never = () => Promise.reject(new Error('made again'));
    expect(await files.keep('k', never)).toEqual({ sha256: SHA, size: 3 });
  });

  test.each([409, 412])('that somebody stored in the meantime (%i) stays theirs', async status => {
    s3.on(HeadObjectCommand)
      .rejectsOnce(gone())
      .resolves({ ...there, ContentLength: 7 });
    s3.on(PutObjectCommand).rejects(refused(status));
    expect(await files.keep('k', make)).toEqual({ sha256: SHA, size: 7 });
  });

  test('that cannot be stored is not given', async () => {
    s3.on(HeadObjectCommand).rejects(gone());
    s3.on(PutObjectCommand).rejects(refused(503));
    await expect(files.keep('k', make)).rejects.toMatchObject({ name: 'x' });
  });

  test('is opened in the browser under its name, for five minutes', async () => {
    const link = new URL(await files.linkTo('forms/a b', 'H44-01-2.pdf'));
    expect(Object.fromEntries(link.searchParams)).toMatchObject({
      'X-Amz-Expires': '300',
      'response-content-disposition': 'inline; filename="H44-01-2.pdf"',
      'response-content-type': 'application/pdf',
    });
    expect(s3.commandCalls(GetObjectCommand)).toEqual([]);
  });
});
