import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { expectReadable } from './support/accessible.ts';
import { officerOf, submit } from './support/dossiers.ts';
import { PDF } from './support/pdf.ts';
import { endSession, keptInBrowser } from './support/session-end.ts';
import { signInApplicant, signInOfficer } from './support/sign-in.ts';

const NUMBER = '025090000077';
const scan = (name: string) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(PDF) });

/** A dossier in the form, with a scan that was taken in; then the session ends, and another scan is not. */
async function interrupted(page: Page): Promise<() => Promise<void>> {
  await page.getByLabel('Số định danh cá nhân').fill(NUMBER);
  await page.getByLabel('Họ và tên').fill('Vũ Thị Hạnh');
  await page.locator('[data-procedure]').fill('1.013225');
  await page.getByRole('listbox').getByRole('option').first().click();
  const papers = page.locator('.checklist > li');
  for (const required of [0, 1, 6]) await papers.nth(required).locator('input').first().check();
  const paper = papers.first();
  await paper.locator('summary').click();
  await paper.locator('input[type=file]').first().setInputFiles(scan('don-trang-1.pdf'));
  await paper.getByText('Đã tải lên', { exact: true }).waitFor();
  const over = await endSession(page);
  await paper.locator('input[type=file]').first().setInputFiles(scan('don-trang-2.pdf'));
  await paper.getByText('Phiên đăng nhập đã hết').waitFor();
  await page.getByRole('button', { name: 'Chỉ ghi nhận, xem xét sau' }).click();
  await page.getByText('Đăng nhập lại bằng tài khoản này').waitFor();
  assert.doesNotMatch(await keptInBrowser(page), /Hạnh|025090000077/, 'nothing is kept before');
  return over;
}

/** The session of an officer at the counter ends, once for themselves and once before a colleague signs in. */
async function atTheCounter(page: Page, url: string): Promise<void> {
  await page.setViewportSize({ width: 360, height: 740 });
  await signInOfficer(page, url, 'Cán bộ tiếp nhận 102', { unit: 'H44.102', path: '/officer/counter' });
  const over = await interrupted(page);
  await expectReadable(page);
  await over();
  await page.getByRole('button', { name: 'Đăng nhập lại' }).click();
  const told = page.getByRole('status').filter({ hasText: 'Đã khôi phục' });
  await told.getByText('don-trang-2.pdf').waitFor();
  assert.equal(await told.getByText('don-trang-1.pdf').count(), 0);
  assert.doesNotMatch(await keptInBrowser(page), /Hạnh|025090000077/, 'nothing is kept afterwards');
  await expectReadable(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await expectReadable(page);
  assert.equal(await page.getByLabel('Họ và tên').inputValue(), 'Vũ Thị Hạnh');
  await page.locator('.files').getByText('don-trang-1.pdf').first().waitFor();
  await page.getByRole('button', { name: 'Chỉ ghi nhận, xem xét sau' }).click();
  await page.getByText(/Đã ghi nhận hồ sơ H44/).waitFor();

  await page.getByRole('button', { name: 'Người tiếp theo' }).click();
  await (await interrupted(page))();
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Đăng nhập lại' }).click();
  await page.locator('#unit').selectOption('H44.101');
  assert.match(await keptInBrowser(page), /Hạnh/, 'on the way to the provider it is kept');
  await page.getByRole('button', { name: 'Chọn đơn vị' }).click();
  await page.getByRole('link', { name: 'Cán bộ tiếp nhận 101', exact: true }).click();
  await page.getByLabel('Mã QR trên thẻ căn cước').waitFor();
  assert.equal(await page.getByLabel('Họ và tên').inputValue(), '');
  assert.equal(await page.getByText('Đã khôi phục').count(), 0);
  assert.doesNotMatch(await keptInBrowser(page), /Hạnh|025090000077/, 'nothing is left for a colleague');
}

/** The session of an applicant ends while they submit; the browser does not ask whether to leave. */
async function atHome(page: Page, url: string): Promise<void> {
  await page.setViewportSize({ width: 360, height: 740 });
  await signInApplicant(page, url, 'Trần Thị Bình', '/mine/new?procedure=1.013225');
  await page.getByLabel('Tìm xã, phường').fill('tan hoa');
  await page.getByLabel('Phường Tân Hoà').check();
  await page.getByLabel('Họ và tên').fill('Trần Thị Bình');
  await page.getByLabel('Số định danh cá nhân').fill('025190000002');
  await page.getByLabel('Điện thoại').fill('0912345678');
  const papers = page.locator('.file-field');
  for (const index of [0, 1, 2])
    await papers.nth(index).locator('input').first().setInputFiles(scan('don.pdf'));
  await page.locator('.files').getByText('Đã tải lên', { exact: true }).nth(2).waitFor();
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  const over = await endSession(page);
  await page.getByRole('button', { name: 'Nộp hồ sơ' }).click();
  await page.getByText('Đăng nhập lại bằng tài khoản này').waitFor();
  assert.doesNotMatch(await keptInBrowser(page), /0912345678/);
  await over();
  let asked = 0;
  page.on('dialog', dialog => {
    asked += 1;
    void dialog.accept();
  });
  await page.getByRole('button', { name: 'Đăng nhập lại' }).click();
  await page.getByText('Đã khôi phục').waitFor();
  assert.equal(asked, 0);
  assert.equal(await page.getByLabel('Điện thoại').inputValue(), '0912345678');
  assert.doesNotMatch(await keptInBrowser(page), /0912345678/);
  await page.locator('.files').getByText('Đã tải lên', { exact: true }).nth(2).waitFor();
  await expectReadable(page);
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.getByRole('button', { name: 'Nộp hồ sơ' }).click();
  await page.getByRole('heading', { name: 'Đã nộp hồ sơ' }).waitFor();
}

/** The session of an applicant ends while they hand a paper in later: the file is there, the note comes back. */
async function supplementing(page: Page, url: string): Promise<void> {
  const code = await submit(url, 'Trần Thị Bình', '025190000002');
  await (await officerOf(url, 'tiepnhan', 'reception')).post(`/v1/tasks/${code}.t1/decision`, {
    decision: 'requestSupplement',
    reason: 'Bản vẽ chưa có chữ ký.',
    items: ['Nộp lại bản vẽ có chữ ký'],
    components: ['c7'],
  });
  await page.goto(`${url}/mine/dossiers/${code}`);
  await page.locator('input[type=file]').first().setInputFiles(scan('ban-ve.pdf'));
  await page.locator('.files').getByText('Đã tải lên', { exact: true }).waitFor();
  await page.getByLabel('Ghi chú').fill('Bản vẽ đã ký.');
  const over = await endSession(page);
  await page.getByRole('button', { name: 'Gửi bổ sung' }).click();
  await page.getByText('Đăng nhập lại bằng tài khoản này').waitFor();
  await over();
  await page.getByRole('button', { name: 'Đăng nhập lại' }).click();
  await page.getByText('Đã khôi phục').waitFor();
  assert.equal(await page.getByLabel('Ghi chú').inputValue(), 'Bản vẽ đã ký.');
  await expectReadable(page);
  await page.getByRole('button', { name: 'Gửi bổ sung' }).click();
  await page.getByText('Đã gửi bổ sung.').waitFor();
}

/** Sessions end while people have something in a form. */
export async function expiredDay(page: Page, url: string, browser: Browser): Promise<void> {
  await atTheCounter(page, url);
  const context = await browser.newContext({ locale: 'vi-VN' });
  const other = await context.newPage();
  other.setDefaultTimeout(15_000);
  await atHome(other, url);
  await supplementing(other, url);
  await context.close();
}
