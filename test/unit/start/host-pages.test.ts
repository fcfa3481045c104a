import { describe, expect, it } from 'vitest';
import { DEV_KINDS, DevTokenRequest } from '../../../local/dev-tokens/dev-tokens.ts';
import { pagePaths } from '../../../schemas/api/operations/site.ts';
import { devTokenFaults } from '../../../start/dev-token-faults.ts';
import { hostPages } from '../../../start/pages/host-pages.ts';

const pages = hostPages({
  apiUrl: 'http://127.0.0.1:8080',
  speed: 60,
  now: () => Date.parse('2026-11-26T08:00:00Z'),
});
const request = { method: 'GET', path: '/', query: '', headers: {}, body: Buffer.alloc(0) };

async function shown(path: string) {
  const page = pages[`GET ${path}`];
  if (!page) throw new Error(`there is no page ${path}`);
  const { status, headers, body } = await page({ ...request, path }, { address: '127.0.0.1' });
  expect(status).toBe(200);
  return { headers, body: String(body) };
}

describe('the pages of the host', () => {
  it('shows where to go on from its first page, in Vietnamese with English beside', async () => {
    const { headers, body } = await shown('/');
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(body).toContain('<html lang="vi">');
    expect(body).toContain('lang="en"');
    expect(body).toContain('15:00');
    for (const href of ['/docs', '/openapi.json', '/dev/tokens', '/README.md'])
      expect(body).toContain(`href="${href}"`);
  });

  it('links to pages of its own that are there', async () => {
    const { body } = await shown('/');
    const links = [...body.matchAll(/href="(\/[^"]*)"/g)].map(([, href = '']) => href);
    const deployed: readonly string[] = ['/docs', '/openapi.json', ...pagePaths];
    const own = links.filter(href => !deployed.includes(href));
    expect(own.length).toBeGreaterThan(2);
    for (const href of own) expect((await shown(href)).body.length).toBeGreaterThan(100);
  });

  it('asks for tokens that are given, and known to the application', async () => {
    const { body } = await shown('/dev/tokens');
    const requests = [...body.matchAll(/data-request="([^"]*)"/g)].map(([, text = '']) =>
      DevTokenRequest.parse(JSON.parse(text.replaceAll('&quot;', '"'))),
    );
    expect(new Set(requests.map(({ kind }) => kind))).toEqual(new Set(DEV_KINDS));
    expect(requests.flatMap(devTokenFaults)).toEqual([]);
  });

  it.each(['/', '/dev/tokens'])('%s runs and loads nothing but what it holds', async path => {
    const { headers, body } = await shown(path);
    const policy = headers['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    for (const tag of ['style', 'script'])
      for (const [, text = ''] of body.matchAll(new RegExp(`<${tag}>([^]*?)</${tag}>`, 'g'))) {
        const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
        expect(policy).toContain(`${tag}-src 'sha256-${Buffer.from(digest).toString('base64')}'`);
      }
  });
});
