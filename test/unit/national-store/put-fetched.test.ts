import {
  HeadObjectCommand,
  NotFound,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, test } from 'vitest';
import { s3PutUploadedObject } from '../../../functions/records/files/put-uploaded-object.ts';

const s3 = mockClient(S3Client);
const put = s3PutUploadedObject(new S3Client({ region: 'ap-southeast-1' }), 'uploads');
const file = { key: 'uploads/f', contentType: 'application/pdf', sha256: 'ab'.repeat(32) } as const;
const bytes = Buffer.from('%PDF-');
const refused = (status: number) =>
  new S3ServiceException({ name: 'x', $fault: 'client', $metadata: { httpStatusCode: status } });
const none = new NotFound({ message: 'none', $metadata: {} });
beforeEach(() => s3.reset());

test('what was fetched is put where nothing is', async () => {
  s3.on(PutObjectCommand).resolves({});
  await put(file, bytes);
  expect(s3.commandCalls(PutObjectCommand)[0]?.args[0].input).toMatchObject({
    Bucket: 'uploads',
    Key: file.key,
    IfNoneMatch: '*',
  });
});

test.each([409, 412])('what another try put there meanwhile (%i) stays', async status => {
  s3.on(PutObjectCommand).rejects(refused(status));
  s3.on(HeadObjectCommand).resolves({ ContentLength: 5 });
  await expect(put(file, bytes)).resolves.toBeUndefined();
});

test.each([
  ['another try was putting and has not', 409],
  ['the bucket fails', 503],
])('where %s, it is not said to be there', async (_, status) => {
  s3.on(PutObjectCommand).rejects(refused(status));
  s3.on(HeadObjectCommand).rejects(none);
  await expect(put(file, bytes)).rejects.toMatchObject({ name: 'x' });
});
