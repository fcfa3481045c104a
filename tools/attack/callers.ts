import { createSign, generateKeyPairSync } from 'node:crypto';
import type { AttackClass } from './attack.ts';
import { UNIT } from './dossiers.ts';
import { firstOf, refusedAs, type Target } from './target.ts';

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const claimsOf = (token: string) =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;

const asked = (target: Target, token: string | undefined) =>
  target.send('GET', `/v1/tasks?unit=${UNIT}`, { token });

/** Strangers who want to be somebody. */
export const callers: AttackClass = {
  name: 'callers',
  attacks: [
    {
      tries: 'reads a work list without a token',
      run: async target => refusedAs(await asked(target, undefined), 401),
    },
    {
      tries: 'gives a token without a signature, or with another content under the old one',
      async run(target) {
        const good = await target.officer('canbo.tancong', UNIT, 'handler');
        const [head = '', , signature = ''] = good.split('.');
        const raised = part({ ...claimsOf(good), roles: ['administrator', 'signer'] });
        const bare = `${part({ alg: 'none', typ: 'JWT' })}.${raised}.`;
        return firstOf([
          refusedAs(await asked(target, bare), 401),
          refusedAs(await asked(target, `${head}.${raised}.${signature}`), 401),
        ]);
      },
    },
    {
      tries: 'signs a token with a key of their own under the issuer’s key name',
      async run(target) {
        const good = await target.officer('canbo.tancong', UNIT, 'handler');
        const [head = ''] = good.split('.');
        const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
        const signed = `${head}.${part(claimsOf(good))}`;
        const signature = createSign('sha256')
          .update(signed)
          .sign({ key: privateKey, dsaEncoding: 'ieee-p1363' })
          .toString('base64url');
        return refusedAs(await asked(target, `${signed}.${signature}`), 401);
      },
    },
    {
      tries: 'comes under another name of this machine, or from a page elsewhere',
      run: async target =>
        firstOf([
          refusedAs(await target.send('GET', '/v1/health', { headers: { host: 'evil.example' } }), 421),
          refusedAs(
            await target.send('POST', '/dev/tokens', {
              body: { kind: 'citizen', id: '1' },
              headers: { origin: 'https://evil.example' },
            }),
            403,
          ),
          refusedAs(
            await target.send('POST', '/dev/tokens', {
              body: '{"kind":"citizen","id":"1"}',
              headers: { 'content-type': 'text/plain' },
            }),
            415,
          ),
        ]),
    },
    {
      tries: 'asks the AWS port without signing, or with a guessed key',
      async run(target) {
        const listed = (headers: Record<string, string>) =>
          target.send(
            'POST',
            '/',
            { body: {}, headers: { 'x-amz-target': 'AWSStepFunctions.ListStateMachines', ...headers } },
            target.awsPort,
          );
        const scope = '20261126/ap-southeast-1/states/aws4_request';
        return firstOf([
          refusedAs(await listed({}), 403),
          refusedAs(
            await listed({
              'x-amz-date': '20261126T000000Z',
              authorization: `AWS4-HMAC-SHA256 Credential=test/${scope}, SignedHeaders=host;x-amz-date, Signature=0`,
            }),
            403,
          ),
        ]);
      },
    },
  ],
};
