import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { RunningHost } from '../../local/host/boot.ts';
import type { SimulatedBank } from '../../outside/bank/bank.ts';
import { nightNow } from '../support/money-night.ts';
import { administratorsPage, FIRST, usable } from './support/administrators.ts';
import { officerOf, submit } from './support/dossiers.ts';
import { signInOfficer } from './support/sign-in.ts';

const ROOM = '/officer/money';

/** A dossier that owes 150.000 đồng. */
async function owing(url: string, identityNumber: string): Promise<string> {
  const household = { procedure: '1.001612', components: [{ component: 'c1', paperCopies: 1 }] };
  const code = await submit(url, 'Kiều Thị Ngân', identityNumber, household);
  await (await officerOf(url, 'tiepnhan', 'reception')).post(`/v1/tasks/${code}.t1/decision`, {
    decision: 'accept',
  });
  return code;
}

const vietnamese = () =>
  new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10).split('-').reverse().join('/');

/** A statement of today as CSV. */
const statement = (rows: readonly string[], account: string) =>
  [
    `Số tài khoản;${account}`,
    `Từ ngày;${vietnamese()};Đến ngày;${vietnamese()}`,
    'Ngày hạch toán;Số tham chiếu;Ghi nợ;Ghi có;Nội dung',
    ...rows.map(row => `${vietnamese()};${row}`),
  ].join('\r\n');

async function load(page: Page, text: string | Buffer, name = 'so-phu.csv') {
  const buffer = Buffer.from(text);
  await page.getByLabel('Tệp sao kê').setInputFiles({ name, mimeType: 'text/csv', buffer });
}

/** Money of nobody is given to a dossier; another window whose list is older is refused. */
async function assigns(page: Page, other: Page, [code, wrong]: readonly [string, string]) {
  for (const each of [page, other]) {
    await each.getByRole('link', { name: 'Tiền chưa rõ nguồn' }).click();
    await each.getByText('nop tien nha dat').waitFor();
  }
  await usable(page);
  const open = async (window: Page, dossier: string) => {
    await window.getByRole('button', { name: /^Gán cho hồ sơ.*FTNOBODY1/ }).click();
    await window.getByLabel('Mã hồ sơ').fill(dossier);
    await window.getByLabel('Căn cứ xác định người nộp').fill('Người nộp xuất trình ủy nhiệm chi');
    await window.getByRole('button', { name: 'Kiểm tra hồ sơ' }).click();
  };
  await open(page, 'H44.101-260101-9999');
  await page.getByRole('dialog').getByRole('alert').waitFor();
  await page.keyboard.press('Escape');
  await open(other, wrong);
  await other.getByText(`Gán 150.000 đ cho hồ sơ ${wrong}?`).waitFor();
  await open(page, code.toLowerCase());
  await page.getByText(`Gán 150.000 đ cho hồ sơ ${code}?`).waitFor();
  await usable(page);
  await page.getByRole('button', { name: 'Xác nhận gán' }).dblclick();
  await page.getByText(`Đã gán 150.000 đ cho hồ sơ ${code}.`).waitFor();
  await page.getByText('Không có khoản tiền nào chưa rõ nguồn.').waitFor();
  await other.getByRole('button', { name: 'Xác nhận gán' }).click();
  await other.getByText('Khoản tiền này đã thuộc một hồ sơ khác').waitFor();
  await usable(other);
  await other.getByRole('button', { name: 'Tải lại danh sách' }).click();
  await other.getByText('Không có khoản tiền nào chưa rõ nguồn.').waitFor();
}

async function statements(page: Page, account: string) {
  await page.getByRole('link', { name: 'Nạp sao kê' }).click();
  await load(page, Buffer.from([0x50, 0x4b, 0x03, 0x04, 0xff, 0x00]), 'so-phu.xlsx');
  await page.getByText('Tệp không phải văn bản UTF-8').waitFor();
  await load(page, statement(['KB1;;1,5;x', 'KB2;;-7;y'], account));
  await page.getByRole('button', { name: 'Nạp sao kê' }).click();
  await page.getByText(/^dòng 4, cột \d+/).waitFor();
  await usable(page);
  const text = statement(['FTNOBODY1;;150000;nop tien nha dat', 'KB3;;9000;chuyen khoan'], account);
  for (const repeat of [false, true]) {
    await load(page, text);
    await page.getByRole('button', { name: 'Nạp sao kê' }).click();
    await page.getByText('1 khoản, 9.000 đ').waitFor();
    expect(await page.getByText(/^Sao kê này đã được nạp lúc/).count()).toBe(repeat ? 1 : 0);
  }
  await usable(page);
}

async function reconciliation(page: Page, host: RunningHost) {
  await page.getByRole('link', { name: 'Đối soát', exact: true }).click();
  await page.getByText(/^Tạm tính đến lúc này/).waitFor();
  await page.getByRole('button', { name: 'Đối soát lại ngay' }).click();
  await usable(page);
  // Minutes ahead, so that what was told of just now is compared, too.
  await nightNow(host);
  await page.reload();
  await page.getByText('Kho bạc chưa ghi có').waitFor();
  await page.getByText('Chờ kho bạc ghi có.').first().waitFor();
  await usable(page);
  const tab = page.context().waitForEvent('page');
  const download = tab.then(opened => opened.waitForEvent('download'));
  await page.getByRole('button', { name: /^Tệp CSV/ }).click();
  expect((await download).suggestedFilename()).toMatch(/^doi-soat-\d{4}-\d{2}-\d{2}\.csv$/);
  await page.getByLabel('Ngày đối soát').fill('2026-01-01');
  await page.getByText('Không có bản đối soát của ngày 01/01/2026.').waitFor();
  await usable(page);
}

/**
 * Who looks after the province’s money: money of nobody is given to a dossier, a statement read, the day compared; a
 * leader sees the accounts of their own unit alone.
 */
export async function moneyDay(
  browser: Browser,
  url: string,
  { host, bank }: { readonly host: RunningHost; readonly bank: SimulatedBank },
): Promise<void> {
  const codes = [await owing(url, '025190000071'), await owing(url, '025190000072')] as const;
  await bank.credit({ amount: 150_000, purpose: `NOP PHI ${codes[1]}`, id: 'FTKNOWN2' });
  await bank.credit({ amount: 150_000, purpose: 'nop tien nha dat', id: 'FTNOBODY1' });
  const [page, other] = await Promise.all(
    [1, 2].map(() => administratorsPage(browser, url, FIRST, '/changes')),
  );
  if (!page || !other) throw new Error('two windows');
  for (const each of [page, other]) await each.getByRole('link', { name: 'Kế toán thu' }).click();
  await assigns(page, other, codes);
  await page.getByRole('link', { name: 'Chưa quyết toán' }).click();
  await page.getByText(codes[0]).waitFor();
  await usable(page);
  await statements(page, bank.account);
  await page.getByRole('link', { name: 'Chưa quyết toán' }).click();
  await page.getByText(codes[1]).waitFor();
  expect(await page.getByText(codes[0]).count()).toBe(0);
  await reconciliation(page, host);
  for (const each of [page, other]) await each.context().close();
  await leader(browser, url);
}

async function leader(browser: Browser, url: string) {
  const page = await (await browser.newContext({ locale: 'vi-VN' })).newPage();
  page.setDefaultTimeout(15_000);
  await signInOfficer(page, url, 'Lãnh đạo phòng 101', { path: ROOM });
  await page.getByText('Cân: tổng vào bằng tổng ra').waitFor();
  await usable(page);
  await page.getByRole('link', { name: 'Số liệu thanh toán' }).click();
  await page.getByText('Hồ sơ có phí, lệ phí đã nộp trực tuyến').waitFor();
  await page.getByRole('heading', { name: 'Số ngày từ khi nộp đến khi vào tài khoản' }).waitFor();
  await usable(page);
  expect(await page.getByRole('link', { name: 'Tiền chưa rõ nguồn' }).count()).toBe(0);
  await page.goto(`${url}${ROOM}/unassigned`);
  await page.getByText('Không có trang này.').waitFor();
  await page.context().close();
}
