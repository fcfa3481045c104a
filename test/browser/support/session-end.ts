import type { Page } from 'playwright-core';

const REFUSED = { status: 401, contentType: 'application/json', body: '{}' };
const NO_MORE = { status: 400, contentType: 'application/json', body: '{"error":"invalid_grant"}' };

/** From now on tokens are refused and the provider renews none, until what this gives is called. */
export async function endSession(page: Page): Promise<() => Promise<void>> {
  await page.route('**/v1/**', route => route.fulfill(REFUSED));
  await page.route('**/dev/sign-in/*/token', route => route.fulfill(NO_MORE));
  return async () => {
    await page.unroute('**/v1/**');
    await page.unroute('**/dev/sign-in/*/token');
  };
}

/** All that the browser keeps of the page. */
export const keptInBrowser = (page: Page): Promise<string> =>
  page.evaluate('JSON.stringify({ ...sessionStorage, ...localStorage })');
