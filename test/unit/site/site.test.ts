import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { answerPage } from '../../../functions/features/site/answer-page.ts';
import { asset } from '../../../functions/features/site/asset.ts';
import { contentPolicy, fileOrigins } from '../../../functions/features/site/page-policy.ts';
import type { PageQuestion } from '../../../functions/features/site/page-server.ts';
import { signIn } from '../../../schemas/identity/sign-in.ts';

describe('the assets of the pages', () => {
  const folder = mkdtempSync(join(tmpdir(), 'assets-'));
  writeFileSync(join(folder, 'a-1.js'), 'plain');
  writeFileSync(join(folder, 'a-1.js.br'), 'packed');
  writeFileSync(join(folder, 'secret.txt'), 'no asset');
  afterAll(() => rmSync(folder, { recursive: true }));
  const ask = async (name: string, accepts?: string) => {
    const answer = await asset(pathToFileURL(`${folder}/`), name, accepts);
    return answer && { ...answer, text: Buffer.from(answer.body ?? '', 'base64').toString() };
  };

  it('come packed to who can read it, and are kept for a year', async () => {
    expect(await ask('a-1.js', 'gzip, br')).toMatchObject({
      text: 'packed',
      headers: { 'content-encoding': 'br', 'cache-control': 'public, max-age=31536000, immutable' },
    });
    expect(await ask('a-1.js')).toMatchObject({ text: 'plain' });
  });

  it('are nothing else', async () => {
    for (const name of ['../a-1.js', '..%2fa-1.js', 'secret.txt', 'a-1.js.br', 'b-2.js', '', '/etc/passwd'])
      expect(await ask(name), name).toBeUndefined();
  });
});

describe('the policy of the pages', () => {
  it('allows files from the buckets and calls of the provider, and no inline code', () => {
    const files = fileOrigins({ buckets: ['u', 'r'], region: 'ap-southeast-1', endpoint: undefined });
    expect(files).toEqual([
      'https://u.s3.ap-southeast-1.amazonaws.com',
      'https://r.s3.ap-southeast-1.amazonaws.com',
    ]);
    const policy = contentPolicy(
      files,
      signIn.parse({ officers: { issuer: 'https://id.example/realms/a', clientId: 'x' } }),
    );
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("style-src 'self';");
    expect(policy).toContain("connect-src 'self' https://u.s3.ap-southeast-1.amazonaws.com");
    expect(policy).toContain('https://id.example');
    expect(policy).not.toContain('realms');
    expect(policy).not.toContain('unsafe');
  });

  it('takes the place where AWS’s services answer, where it is named', () => {
    expect(fileOrigins({ buckets: ['u'], region: 'r', endpoint: 'http://127.0.0.1:8081/' })).toEqual([
      'http://127.0.0.1:8081',
    ]);
  });

  it('knows where people sign in, and refuses an address that is none', () => {
    const wrong = {
      issuer: 'https://id.example',
      clientId: 'x',
      endpoints: { authorization: 'javascript:x', token: '/t' },
    };
    expect(signIn.safeParse({ officers: wrong }).success).toBe(false);
    for (const issuer of ['http://id.example', 'javascript:alert(1)', 'id.example'])
      expect(signIn.safeParse({ officers: { issuer, clientId: 'x' } }).success, issuer).toBe(false);
    const elsewhere = { ...wrong, endpoints: { authorization: '//evil.example/a', token: '/t' } };
    expect(signIn.safeParse({ officers: elsewhere }).success).toBe(false);
    expect(signIn.parse({})).toEqual({});
  });
});

describe('a page', () => {
  const asked: PageQuestion[] = [];
  const deps = {
    server: async () => ({
      answerPage: async (question: PageQuestion) => {
        asked.push(question);
        return { status: 404, html: '<p>Không có</p>' };
      },
    }),
    site: { api: { url: 'https://api.example', headers: {} }, agency: 'H44', signIn: {} },
    policy: "default-src 'none'",
  };

  it('is Vietnamese unless somebody chose English, by link and then by cookie', async () => {
    const languages = [];
    for (const event of [
      {},
      { queryStringParameters: { lang: 'en' } },
      { cookies: ['lang=en'] },
      { cookies: ['lang=en'], queryStringParameters: { lang: 'vi' } },
      { queryStringParameters: { lang: 'xx' } },
    ]) {
      const answer = await answerPage(deps, { rawPath: '/track', headers: {}, ...event });
      languages.push([asked.at(-1)?.language, answer.cookies?.[0]?.slice(0, 7)]);
    }
    expect(languages).toEqual([
      ['vi', undefined],
      ['en', 'lang=en'],
      ['en', undefined],
      ['vi', 'lang=vi'],
      ['vi', undefined],
    ]);
  });

  it('is packed for who can read it, never stored, and says what it may load', async () => {
    const plain = await answerPage(deps, { rawPath: '/x', headers: {} });
    expect(plain).toMatchObject({ statusCode: 404, body: '<p>Không có</p>' });
    expect(plain.headers).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': deps.policy,
    });
    const packed = await answerPage(deps, { rawPath: '/x', headers: { 'accept-encoding': 'br' } });
    expect(brotliDecompressSync(Buffer.from(packed.body ?? '', 'base64')).toString()).toBe('<p>Không có</p>');
  });
});
