import type { Browser, Page } from 'playwright-core';

/** What a page weighs at its first visit, packed as it travels, in bytes. */
export interface Weight {
  readonly html: number;
  readonly style: number;
  readonly script: number;
  readonly font: number;
  /** Answers of the API that it asks for by itself. */
  readonly data: number;
}

const KINDS: Readonly<Record<string, keyof Weight>> = {
  Document: 'html',
  Stylesheet: 'style',
  Script: 'script',
  Font: 'font',
  Fetch: 'data',
  XHR: 'data',
};

/** Visits a page in a browser that has seen nothing before, and weighs all it loads until it is quiet. */
export async function weigh(browser: Browser, visit: (page: Page) => Promise<void>): Promise<Weight> {
  const context = await browser.newContext({ locale: 'vi-VN' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  const kinds = new Map<string, keyof Weight>();
  const weight = { html: 0, style: 0, script: 0, font: 0, data: 0 };
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    // The development provider is none of the pages.
    const kind = response.url.includes('/dev/') ? undefined : KINDS[type];
    if (kind) kinds.set(requestId, kind);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId);
    if (kind) weight[kind] += encodedDataLength;
  });
  await visit(page);
  await page.waitForLoadState('networkidle');
  await context.close();
  return weight;
}

/** The page itself; what it then asks of the API depends on the province. */
export const totalOf = ({ html, style, script, font }: Weight): number => html + style + script + font;
