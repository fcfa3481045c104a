import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningHost } from '../../local/host/boot.ts';
import type { SimulatedBank } from '../../outside/bank/bank.ts';
import type { SimulatedStore } from '../../outside/national-store/server.ts';
import type { SimulatedTaxOffice } from '../../outside/tax-office/server.ts';
import { simulateNationalStore } from '../../start/national-store.ts';
import { type SimulatedGateways, simulateGateways } from '../../start/payment-gateways.ts';
import { simulateTaxOffice } from '../../start/tax-office.ts';
import type { ProvinceHost } from '../support/province-host.ts';
import { absencesDay } from './absences-day.ts';
import { administrationDay } from './administration-day.ts';
import { archiveDay } from './archive-day.ts';
import { authorizationDay } from './authorization-day.ts';
import { cashierDay } from './cashier-day.ts';
import { certifyDay } from './certify-day.ts';
import { CARD, counterDay } from './counter-day.ts';
import { dossiersDay } from './dossiers-day.ts';
import { expiredDay } from './expired-day.ts';
import { feesDay } from './fees-day.ts';
import { landDay } from './land-day.ts';
import { mineDay } from './mine-day.ts';
import { moneyDay } from './money-day.ts';
import { padsDay } from './pads-day.ts';
import { payDay } from './pay-day.ts';
import { processesDay } from './processes-day.ts';
import { publicDay } from './public-day.ts';
import { returnsDay } from './returns-day.ts';
import { storeDay } from './store-day.ts';
import { chromiumPath, openBrowser } from './support/chromium.ts';
import { bootPages } from './support/pages-host.ts';
import { qrVideo } from './support/qr-video.ts';
import { workflowsDay } from './workflows-day.ts';

const missing = chromiumPath() === undefined;

/** Days of people who use the pages, each from its beginning to its end; what is expected on the way throws. */
/** What is beside the pages: the host that serves them, a bank that tells of transfers, and a tax office. */
interface Beside {
  readonly host: RunningHost;
  readonly bank: SimulatedBank;
  readonly taxOffice: SimulatedTaxOffice;
}
type Day = (page: Page, url: string, browser: Browser, beside: Beside) => Promise<void>;
const days: Readonly<Record<string, Day>> = {
  'an officer of reception': counterDay,
  'an officer who returns a result': returnsDay,
  'an officer who certifies a copy': certifyDay,
  'a citizen who signs on a pad': padsDay,
  'a handler and an auditor': dossiersDay,
  'a handler who is away, and the colleague': (_, url, browser) => absencesDay(browser, url),
  'a handler and a registry clerk who archive': (_, url, browser) => archiveDay(browser, url),
  'a cashier and a leader': (_, url, browser) => cashierDay(browser, url),
  'who looks after the province’s money': (_, url, browser, beside) => moneyDay(browser, url, beside),
  'a leader who looks at a process': processesDay,
  'two administrators': (_, url, browser) => administrationDay(browser, url),
  'an administrator of workflows': (_, url, browser) => workflowsDay(browser, url),
  'an administrator who records who signs': authorizationDay,
  'an officer who settles a fee anew, and its applicant': (_, url, browser) => feesDay(browser, url),
  'people whose session ends': expiredDay,
  'an applicant with a telephone': mineDay,
  'people who hand in nothing that the state issued': (_, url, browser) => storeDay(browser, url),
  'a handler of land, the tax office and a citizen': (_, url, browser, { taxOffice }) =>
    landDay(browser, url, taxOffice),
  'somebody who pays by a link': payDay,
  'somebody without an account': publicDay,
};

describe.skipIf(missing)(`the day of${missing ? ' … (no Chromium on this machine)' : ''}`, () => {
  const video = qrVideo(CARD);
  let host: ProvinceHost;
  let nationalStore: SimulatedStore;
  let gateways: SimulatedGateways;
  let taxOffice: SimulatedTaxOffice;
  let browser: Browser;

  beforeAll(async () => {
    host = await bootPages();
    nationalStore = await simulateNationalStore(host.host);
    gateways = await simulateGateways(host.host);
    taxOffice = await simulateTaxOffice(host.host);
    browser = await openBrowser({ camera: video.file });
  });
  afterAll(async () => {
    await browser?.close();
    video.remove();
    await host?.stop();
    await nationalStore?.stop();
    await gateways?.stop();
    await taxOffice?.stop();
  });

  for (const [who, day] of Object.entries(days))
    test(who, { timeout: 120_000 }, async () => {
      const context = await browser.newContext({ locale: 'vi-VN' });
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      const faults: string[] = [];
      page.on('pageerror', error => faults.push(error.message));
      await day(page, host.apiUrl, browser, { host: host.host, bank: gateways.bank, taxOffice });
      expect(faults).toEqual([]);
      await context.close();
    });
});
