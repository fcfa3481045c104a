import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { overflows, seriousFaults } from './support/accessible.ts';
import { officerOf, submit } from './support/dossiers.ts';
import { PDF } from './support/pdf.ts';
import { signInApplicant, signInOfficer } from './support/sign-in.ts';

const drawing = { name: 'ban-ve.pdf', mimeType: 'application/pdf', buffer: Buffer.from(PDF) };

async function isInOrder(page: Page, what: string): Promise<void> {
  assert.deepEqual(await seriousFaults(page), [], what);
  assert.equal(await overflows(page), false, `${what} is too wide`);
}

/** An applicant lets the national store hand in the land certificate. */
async function applies(page: Page, url: string): Promise<void> {
  await page.setViewportSize({ width: 360, height: 740 });
  await signInApplicant(page, url, 'Nguyễn Văn An');
  await page.goto(`${url}/mine/new?procedure=1.013225`);
  await page.getByLabel('Tìm xã, phường').fill('tan hoa');
  await page.getByLabel('Phường Tân Hoà').check();
  await page.getByLabel('Họ và tên').fill('Nguyễn Văn An');
  await page.getByLabel('Số định danh cá nhân').fill('025090000001');
  await page.getByRole('button', { name: 'Tìm giấy tờ của tôi' }).click();
  await page.getByText('BĐ 123456').first().waitFor();
  await isInOrder(page, 'what the national store has');
  await page.getByRole('button', { name: 'Dùng giấy tờ này' }).click();
  await page.getByText('Đã lấy vào hồ sơ').waitFor();
  await page.locator('.files').getByText('gcn-trang-3-4.pdf').first().waitFor();
  await isInOrder(page, 'a paper that was fetched');
  for (const index of [0, 2])
    await page.locator('.file-field').nth(index).locator('input').first().setInputFiles(drawing);
  await page.locator('.files').getByText('Đã tải lên', { exact: true }).nth(1).waitFor();
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.getByRole('heading', { name: 'Kiểm tra trước khi nộp' }).waitFor();
  await page.getByRole('button', { name: 'Nộp hồ sơ' }).click();
  await page.getByRole('link', { name: 'Mở hồ sơ' }).click();
  await page.getByText('Từ kho quốc gia').first().waitFor();
  await isInOrder(page, 'a dossier with a paper of the national store');
}

/** Reception takes from the national store what a dossier waits for. */
async function serves(page: Page, url: string): Promise<void> {
  await page.setViewportSize({ width: 1440, height: 900 });
  const code = await submit(url, 'Nguyễn Văn An', '025090000001');
  const reception = await officerOf(url, 'tiepnhan', 'reception');
  await reception.post(`/v1/tasks/${code}.t1/decision`, {
    decision: 'requestSupplement',
    reason: 'Bản sao giấy chứng nhận bị mờ',
    items: ['Giấy chứng nhận quyền sử dụng đất'],
    components: ['c2'],
  });
  await signInOfficer(page, url, 'Cán bộ tiếp nhận 101', { path: `/officer/dossiers/${code}` });
  await page.getByText('Giấy tờ nhà nước đã cấp').click();
  await page.getByLabel('Lý do tìm').fill('Đối chiếu giấy chứng nhận');
  await page.getByRole('button', { name: 'Tìm giấy tờ', exact: true }).click();
  await page.getByText('BĐ 123456').first().waitFor();
  await isInOrder(page, 'what an officer found in the national store');
  await page.getByRole('button', { name: 'Ghi vào hồ sơ' }).click();
  await page.getByText('Từ kho quốc gia').first().waitFor();
  await isInOrder(page, 'a dossier that took it');
}

/** A day on which nobody hands in what the state issued. */
export async function storeDay(browser: Browser, url: string): Promise<void> {
  for (const day of [applies, serves]) {
    const context = await browser.newContext({ locale: 'vi-VN', reducedMotion: 'reduce' });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await day(page, url);
    await context.close();
  }
}
