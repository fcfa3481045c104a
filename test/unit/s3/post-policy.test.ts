import { createHmac } from 'node:crypto';
import { GetObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { virtualClock } from '../../../local/host/clock.ts';
import { ACCESS_KEY, errorOf, type Fixture, REGION, SECRET, startS3 } from './s3-fixture.ts';

const Bucket = 'bieu-mau';
const clock = virtualClock(Date.parse('2026-03-02T08:00:00Z'));
let fixture: Fixture;

beforeAll(async () => {
  fixture = await startS3({ clock });
  await fixture.s3.createBucket(Bucket, { versioning: false });
});
afterAll(() => fixture.close());

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

interface Policy {
  conditions?: unknown[];
  fields?: Record<string, string>;
  expiration?: string;
  tamper?: Record<string, string | undefined>;
  file?: string;
}

/** Signs a policy by hand and posts the form, with `tamper` put over the signed fields. */
async function post({
  conditions = [],
  fields = {},
  expiration = '2026-03-02T08:10:00Z',
  tamper = {},
  file = 'tệp',
}: Policy) {
  const signing = {
    'x-amz-algorithm': 'AWS4-HMAC-SHA256',
    'x-amz-credential': `${ACCESS_KEY}/20260302/${REGION}/s3/aws4_request`,
    'x-amz-date': '20260302T080000Z',
  };
  const policy = Buffer.from(
    JSON.stringify({
      expiration,
      conditions: [
        { bucket: Bucket },
        ...Object.entries(signing).map(([name, value]) => ({ [name]: value })),
        ...conditions,
      ],
    }),
  ).toString('base64');
  const key = hmac(hmac(hmac(hmac(`AWS4${SECRET}`, '20260302'), REGION), 's3'), 'aws4_request');
  const form = new FormData();
  const all = {
    ...fields,
    ...signing,
    policy,
    'x-amz-signature': hmac(key, policy).toString('hex'),
    ...tamper,
  };
  for (const [name, value] of Object.entries(all)) if (value !== undefined) form.append(name, value);
  form.append('file', new Blob([file]), 'giấy tờ.pdf');
  return fetch(`${fixture.url}/${Bucket}`, { method: 'POST', body: form, redirect: 'manual' });
}

const read = async (Key: string) =>
  fetch(
    await getSignedUrl(fixture.client(), new GetObjectCommand({ Bucket, Key }), {
      signingDate: new Date(clock.now()),
    }),
  );
const keyCondition = { conditions: [{ key: 'a.pdf' }], fields: { key: 'a.pdf' } };

test('a form that keeps to its policy is stored with what it says', async () => {
  const answer = await post({
    conditions: [
      ['starts-with', '$key', 'in/'],
      ['eq', '$Content-Type', 'application/pdf'],
      ['starts-with', '$x-amz-meta-note', ''],
      ['content-length-range', 1, 100],
      { success_action_status: '201' },
      { tagging: '<Tagging><TagSet><Tag><Key>a</Key><Value>b</Value></Tag></TagSet></Tagging>' },
    ],
    fields: {
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the form's own placeholder
      key: 'in/${filename}',
      'Content-Type': 'application/pdf',
      'x-amz-meta-note': 'n1',
      success_action_status: '201',
      tagging: '<Tagging><TagSet><Tag><Key>a</Key><Value>b</Value></Tag></TagSet></Tagging>',
      'x-ignore-me': 'anything',
    },
  });
  expect(answer.status).toBe(201);
  expect(await answer.text()).toContain('<Key>in/giấy tờ.pdf</Key>');
  const got = await read('in/giấy tờ.pdf');
  expect(await got.text()).toBe('tệp');
  expect(Object.fromEntries(got.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'x-amz-meta-note': 'n1',
    'x-amz-tagging-count': '1',
  });
  expect(fixture.events.at(-1)).toMatchObject({ key: 'in/giấy tờ.pdf', cause: 'Post', kind: 'created' });
});

test('without a status asked for the answer is 204; a redirect is followed by 303', async () => {
  expect((await post(keyCondition)).status).toBe(204);
  const redirected = await post({
    conditions: [{ key: 'a.pdf' }, ['starts-with', '$success_action_redirect', 'https://portal.example/']],
    fields: { key: 'a.pdf', success_action_redirect: 'https://portal.example/done?x=1' },
  });
  expect(redirected.status).toBe(303);
  expect(redirected.headers.get('location')).toMatch(
    /^https:\/\/portal\.example\/done\?x=1&bucket=bieu-mau&key=a\.pdf&etag=/,
  );
});

test.each<[string, Policy, string, string]>([
  [
    'a tampered key',
    { ...keyCondition, tamper: { key: 'b.pdf' } },
    'AccessDenied',
    'Policy Condition failed',
  ],
  [
    'a key outside the prefix',
    { conditions: [['starts-with', '$key', 'in/']], fields: { key: 'out/x' } },
    'AccessDenied',
    'starts-with',
  ],
  [
    'a wrong content type',
    {
      conditions: [{ key: 'k' }, ['eq', '$content-type', 'application/pdf']],
      fields: { key: 'k', 'Content-Type': 'text/html' },
    },
    'AccessDenied',
    'eq',
  ],
  [
    'a missing field',
    { conditions: [{ key: 'k' }, { 'x-amz-meta-a': '1' }], fields: { key: 'k' } },
    'AccessDenied',
    'x-amz-meta-a',
  ],
  [
    'an extra field',
    { ...keyCondition, tamper: { 'x-amz-meta-b': '1' } },
    'AccessDenied',
    'Extra input fields: x-amz-meta-b',
  ],
  [
    'too big a file',
    { conditions: [{ key: 'k' }, ['content-length-range', 0, 4]], fields: { key: 'k' } },
    'EntityTooLarge',
    'MaxSizeAllowed>4<',
  ],
  [
    'too small a file',
    { conditions: [{ key: 'k' }, ['content-length-range', 6, 9]], fields: { key: 'k' } },
    'EntityTooSmall',
    'MinSizeAllowed>6<',
  ],
  [
    'an expired policy',
    { ...keyCondition, expiration: '2026-03-02T07:59:59Z' },
    'AccessDenied',
    'Policy expired',
  ],
  [
    'another policy under the signature',
    {
      ...keyCondition,
      tamper: {
        policy: Buffer.from('{"expiration":"2027-01-01T00:00:00Z","conditions":[]}').toString('base64'),
      },
    },
    'SignatureDoesNotMatch',
    '',
  ],
  [
    'a wrong signature',
    { ...keyCondition, tamper: { 'x-amz-signature': '0'.repeat(64) } },
    'SignatureDoesNotMatch',
    '',
  ],
  [
    'an unknown access key',
    { ...keyCondition, tamper: { 'x-amz-credential': `NOBODY/20260302/${REGION}/s3/aws4_request` } },
    'InvalidAccessKeyId',
    '',
  ],
  ['no policy', { ...keyCondition, tamper: { policy: undefined } }, 'AccessDenied', ''],
  [
    'another bucket',
    { ...keyCondition, conditions: [{ key: 'a.pdf' }, { bucket: 'other' }] },
    'AccessDenied',
    'bucket',
  ],
])('%s is rejected', async (_, policy, code, text) => {
  const before = fixture.events.length;
  const error = await errorOf(await post(policy));
  expect(error.code).toBe(code);
  expect(error.text).toContain(text);
  expect(fixture.events).toHaveLength(before);
});

test('a wrong checksum field is rejected', async () => {
  const fields = { key: 'k', 'x-amz-checksum-crc32': 'AAAAAA==' };
  const error = await errorOf(
    await post({ conditions: [{ key: 'k' }, ['starts-with', '$x-amz-checksum-crc32', '']], fields }),
  );
  expect(error).toMatchObject({ status: 400, code: 'BadDigest' });
});
