import { GetObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterEach, expect, it, vi } from 'vitest';
import { linkingClient } from '../../../functions/kernel/objects/linking-client.ts';

const link = async () => {
  vi.stubEnv('AWS_REGION', 'ap-southeast-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'a');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 's');
  return new URL(await getSignedUrl(linkingClient(), new GetObjectCommand({ Bucket: 'giay-to', Key: 'k' })))
    .host;
};

afterEach(() => vi.unstubAllEnvs());

it('links that people follow name an address that IPv6 reaches, too', async () => {
  expect(await link()).toBe('giay-to.s3.dualstack.ap-southeast-1.amazonaws.com');
});

it('where AWS is played by another endpoint, they name that one', async () => {
  vi.stubEnv('AWS_ENDPOINT_URL', 'http://127.0.0.1:8081');
  expect(await link()).toContain('127.0.0.1:8081');
});
