import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { seriousFaults } from './support/accessible.ts';
import { administratorsPage, BASE, FIRST, usable } from './support/administrators.ts';

const SECOND = 'Quản trị viên thứ hai';
const PROCEDURE = '2.000815';

async function accessible(page: Page) {
  expect(await seriousFaults(page)).toEqual([]);
}

const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { name, level: 1 }).waitFor();

/** The second administrator is recorded by the first, in the pages. */
async function recordsSecond(page: Page) {
  await page.getByRole('button', { name: 'Thêm tài khoản' }).click();
  await page.getByLabel('Tên đăng nhập').fill('quantri2.h44');
  await page.getByLabel('Họ và tên').fill(SECOND);
  await page.getByRole('checkbox', { name: 'Quản trị' }).check();
  await accessible(page);
  await page.getByRole('button', { name: 'Ghi', exact: true }).click();
  await page.getByText(`${SECOND} (quantri2.h44)`).waitFor();
  await usable(page);
}

async function closing(browser: Browser, url: string, first: Page) {
  await first.goto(`${url}${BASE}/catalogue`);
  await first.getByLabel('Tìm theo tên hoặc mã').fill(PROCEDURE);
  await first.getByText(`${PROCEDURE} ·`).waitFor();
  await usable(first);
  await first.getByRole('button', { name: /^Tạm dừng tiếp nhận/ }).click();
  await first.getByLabel('Lý do').fill('Chờ quy định mới');
  await first.getByRole('button', { name: 'Đề nghị tạm dừng' }).dblclick();
  await first.getByText('Chờ người quản trị thứ hai xác nhận').waitFor();
  await first.getByRole('link', { name: 'Xem đề nghị' }).click();
  await first.getByRole('button', { name: 'Xác nhận' }).click();
  await first.getByRole('dialog').getByRole('button', { name: 'Xác nhận' }).click();
  await first.getByRole('dialog').getByRole('alert').waitFor();
  await first.keyboard.press('Escape');
  await usable(first);
  const second = await administratorsPage(browser, url, SECOND, '/changes');
  await second.getByRole('link', { name: new RegExp(PROCEDURE) }).waitFor();
  // The double click proposed it once.
  expect(await second.getByRole('link', { name: new RegExp(PROCEDURE) }).count()).toBe(1);
  await usable(second);
  await second.getByRole('link', { name: new RegExp(PROCEDURE) }).click();
  await confirmed(second);
  await second.context().close();
}

/** The second administrator confirms the change that is open. */
async function confirmed(page: Page) {
  await page.getByRole('button', { name: 'Xác nhận' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Xác nhận' }).click();
  await page.getByText('Đã thực hiện').waitFor();
}

async function imports(page: Page, url: string) {
  await page.goto(`${url}${BASE}/catalogue/import`);
  const buffer = Buffer.from(JSON.stringify([{ nothing: true }]));
  await page.getByLabel('Tệp JSON').setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer });
  await page.getByRole('button', { name: 'Nhập', exact: true }).click();
  await page.locator('.mark', { hasText: 'Bị từ chối' }).waitFor();
  await usable(page);
}

async function workflow(browser: Browser, url: string, page: Page) {
  await page.goto(`${url}${BASE}/workflows/${PROCEDURE}`);
  await heading(page, /^Quy trình/);
  await usable(page);
  await page.getByRole('button', { name: 'Thêm bước' }).click();
  await page.getByText(/^Quy trình còn \d+ lỗi/).waitFor();
  await page.getByText('Thêm bước “Bước mới”').waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Sửa bước: Bước mới' }).click();
  await usable(page);
  await page.getByRole('button', { name: 'Bỏ bước' }).click();
  const name = page.getByRole('button', { name: /^Sửa bước/ }).first();
  await name.click();
  await page.getByLabel('Tên bước').fill('Tiếp nhận và kiểm tra');
  await page.getByText('Quy trình không có lỗi.').waitFor();
  await page.getByRole('button', { name: 'Đề nghị ban hành' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Đề nghị ban hành' }).dblclick();
  await page.getByText('Chờ người quản trị thứ hai xác nhận').waitFor();
  await usable(page);
  const second = await administratorsPage(browser, url, SECOND, '/changes');
  await second.getByRole('link', { name: /^Ban hành quy trình mới/ }).click();
  await second.getByText('Tiếp nhận và kiểm tra').waitFor({ state: 'attached' });
  await confirmed(second);
  await second.context().close();
  await page.reload();
  await page.getByRole('heading', { name: 'Tiếp nhận và kiểm tra', level: 3 }).waitFor();
}

/** A day of two administrators: accounts, a closing by both, an import, a workflow, connections, the calendar. */
export async function administrationDay(browser: Browser, url: string): Promise<void> {
  const first = await administratorsPage(browser, url, FIRST, '/units/H44');
  await recordsSecond(first);
  await closing(browser, url, first);
  await imports(first, url);
  await workflow(browser, url, first);
  for (const [path, title] of [
    ['/connections', 'Tình trạng kết nối'],
    ['/calendar', 'Lịch làm việc'],
    ['/units', 'Đơn vị và cán bộ'],
  ] as const) {
    await first.goto(url + BASE + path);
    await heading(first, title);
    await first.locator('main li, main td').first().waitFor();
    await usable(first);
  }
  await first.context().close();
}
