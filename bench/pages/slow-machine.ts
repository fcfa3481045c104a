import type { Browser, Page } from 'playwright-core';
import { signInOfficer } from '../../test/browser/support/sign-in.ts';

/** How many times slower than this machine an officer's is. */
export const SLOWER = 4;

async function slowPage(browser: Browser, url: string, path: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'vi-VN', viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  await signInOfficer(page, url, 'Cán bộ tiếp nhận 101', { path });
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  return page;
}

/** Milliseconds from a reload to the first task on the screen, sign-in included, with tasks that are there at once. */
export async function workListTimes(browser: Browser, url: string, tasks: unknown[], runs: number) {
  const page = await slowPage(browser, url, '/officer');
  await page.route(/\/v1\/tasks\?/, route => {
    const from = Number(new URL(route.request().url()).searchParams.get('cursor') ?? 0);
    const nextCursor = from + 100 < tasks.length ? String(from + 100) : null;
    return route.fulfill({ json: { items: tasks.slice(from, from + 100), nextCursor } });
  });
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const started = performance.now();
    await page.reload({ waitUntil: 'commit' });
    await page.locator('.task-row').first().waitFor();
    times.push(performance.now() - started);
  }
  await page.context().close();
  return times;
}

/** Milliseconds of the page's own work for a key, while somebody types into the search for dossiers. */
export async function workPerKey(browser: Browser, url: string, text: string): Promise<number> {
  const page = await slowPage(browser, url, '/officer/dossiers');
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const busy = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
  };
  await page.getByRole('searchbox').focus();
  const before = await busy();
  await page.keyboard.type(text, { delay: 60 });
  await page.locator('search [role=status]', { hasText: /./ }).waitFor();
  const spent = ((await busy()) - before) * 1000;
  await page.context().close();
  return spent / text.length;
}
