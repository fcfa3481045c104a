import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expectReadable } from './support/accessible.ts';
import { submit } from './support/dossiers.ts';
import { signInOfficer } from './support/sign-in.ts';

/** A handler finds a dossier by a name, narrows the list, takes it along as a file; an auditor sees who did. */
export async function dossiersDay(page: Page, url: string): Promise<void> {
  const code = await submit(url, 'Hoàng Thị Quỳnh', '025190000077');
  await signInOfficer(page, url, 'Cán bộ tiếp nhận 101', { path: '/officer/dossiers' });
  const search = page.getByRole('searchbox', { name: 'Tìm hồ sơ' });
  await search.waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('hoang thi quynh');
  await page.getByText(/\d+ hồ sơ khớp/).waitFor();
  await expectReadable(page);
  // Whom somebody looks for is nobody's to find in a browser's history.
  assert.equal(new URL(page.url()).search, '');
  await page.locator('search .dossier-row a').first().click();
  await page.getByText('Chọn cách xử lý').waitFor();
  await page.goBack();
  await page.getByText(/\d+ hồ sơ khớp/).waitFor();

  await page.getByText('Bộ lọc').click();
  await page.getByLabel('Trạng thái').selectOption('submitted');
  await page.waitForURL(/handling=submitted/);
  await page.locator('section .dossier-row', { hasText: code }).waitFor();
  await page.reload();
  await page.getByRole('link', { name: 'Bỏ lọc Trạng thái: Mới đăng ký' }).waitFor();
  await page.setViewportSize({ width: 360, height: 740 });
  await page.locator('section .dossier-row', { hasText: code }).waitFor();
  await expectReadable(page);
  await page.goto(`${url}/officer/dossiers?handling=nonsense`);
  await page.getByRole('alert').waitFor();
  await page.goBack();
  await ordered(page);
  await seenByAuditor(page, url);
}

async function ordered(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Xuất danh sách này' }).click();
  await page.getByRole('button', { name: 'Xuất', exact: true }).click();
  await page.locator('input[aria-invalid]').waitFor();
  await page.getByLabel('Mục đích sử dụng').fill('Kiểm tra tiến độ trong tuần');
  await page.getByLabel(/Kèm tên chủ hồ sơ/).check();
  await page.getByRole('button', { name: 'Xuất', exact: true }).dblclick();
  const card = page.locator('.exports > li', { hasText: 'Kiểm tra tiến độ trong tuần' });
  await card.getByText('đã xong').waitFor();
  assert.equal(await card.count(), 1);
  await expectReadable(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    card.getByRole('button', { name: 'Tải về' }).click(),
  ]);
  assert.ok(readFileSync(await download.path()).length > 1000);
  const [tab, answer] = await Promise.all([
    page.waitForEvent('popup'),
    page.waitForResponse(/\/v1\/units\/[^/]+\/register\?/),
    page.getByRole('button', { name: 'Mở sổ (PDF)' }).click(),
  ]);
  assert.ok(((await answer.json()) as { dossiers: number }).dossiers > 0);
  await tab.close();
}

async function seenByAuditor(page: Page, url: string): Promise<void> {
  await page.locator('.menu > summary').click();
  await page.getByRole('link', { name: 'Tôi đã xem dữ liệu nào' }).click();
  await page.getByRole('heading', { name: 'Tôi đã xem dữ liệu cá nhân nào' }).waitFor();
  await page
    .getByText(/kết quả tìm kiếm/)
    .first()
    .waitFor();
  await expectReadable(page);
  await page.locator('.menu > summary').click();
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await page.getByRole('button', { name: 'Đăng nhập' }).waitFor();
  await signInOfficer(page, url, 'Cán bộ thanh tra tỉnh', { unit: 'H44', path: '/officer/access' });
  await page.getByText('Kiểm tra tiến độ trong tuần').first().waitFor();
  await page
    .getByText(/kết quả tìm kiếm/)
    .first()
    .waitFor();
  await expectReadable(page);
}
