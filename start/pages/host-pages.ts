import { readFileSync } from 'node:fs';
import type { WireHandler } from '../../local/host/http-server.ts';
import { homePage } from './home-page.ts';
import { answersWith } from './page.ts';
import { tokenPage } from './token-page.ts';

/** Documents shown as written. */
const TEXTS = ['/README.md', '/docs/vi/bat-dau-nhanh.md'];

/** The pages only the embedded host has, by `METHOD /path`. */
export function hostPages(deps: {
  apiUrl: string;
  speed: number;
  now: () => number;
}): Readonly<Record<string, WireHandler>> {
  const { apiUrl, speed, now } = deps;
  return {
    'GET /': answersWith(() => homePage({ now: now(), speed })),
    'GET /dev/tokens': answersWith(() => tokenPage(apiUrl)),
    ...Object.fromEntries(TEXTS.map(path => [`GET ${path}`, text(path)])),
  };
}

const text =
  (path: string): WireHandler =>
  async () => ({
    status: 200,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'",
      'x-content-type-options': 'nosniff',
    },
    body: readFileSync(new URL(`../..${path}`, import.meta.url), 'utf8'),
  });
