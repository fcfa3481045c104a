import type { Browser, Page } from 'playwright-core';
import { expectReadable } from './accessible.ts';
import { signInOfficer } from './sign-in.ts';

export const BASE = '/officer/administration';
export const FIRST = 'Quản trị hệ thống tỉnh';

/** A window of an administrator at a desk, on a page of the administration. */
export async function administratorsPage(
  browser: Browser,
  url: string,
  name: string,
  path: string,
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'vi-VN' });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await signInOfficer(page, url, name, { unit: 'H44', path: BASE + path });
  return page;
}

/** Everybody can use the page, on a telephone and at a desk, where it is left. */
export async function usable(page: Page): Promise<void> {
  for (const [width, height] of [
    [360, 800],
    [1440, 900],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expectReadable(page);
  }
}
