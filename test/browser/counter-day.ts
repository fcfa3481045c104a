import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectReadable } from './support/accessible.ts';
import { signInOfficer } from './support/sign-in.ts';

/** What the code of a citizen's card says. */
export const CARD = '025090000055|123456789|Đỗ Văn Giang|15031990|Nam|Phường Tân Hoà, tỉnh Phú Thọ|01012022';

/** Chooses a procedure and ticks its first required papers, by keys alone. */
async function procedureAndPapers(page: Page): Promise<void> {
  await page.locator('[data-procedure]:focus').waitFor();
  await page.keyboard.type('giay phep xay dung nha o rieng le');
  await page
    .getByRole('option', { name: /nhà ở riêng lẻ/ })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.checklist input:focus').waitFor();
  await page.keyboard.press('Space');
  for (const id of [1, 6]) {
    await page.locator('.checklist > li').nth(id).locator('input[type=checkbox]').focus();
    await page.keyboard.press('Space');
  }
}

/** An officer of reception takes in a visitor's dossiers with keys and a scanner, sees the slip, closes the day. */
export async function counterDay(page: Page, url: string): Promise<void> {
  await signInOfficer(page, url, 'Cán bộ tiếp nhận 101', { path: '/officer/counter' });
  await page.getByLabel('Mã QR trên thẻ căn cước').waitFor();
  await expectReadable(page);
  await page.keyboard.type('https://example.vn/khong-phai-the');
  await page.keyboard.press('Enter');
  await page.getByText(/không phải mã QR của thẻ căn cước/).waitFor();
  // A scanner types the card and ends with Enter; the cursor goes on to the procedure.
  await page.keyboard.type(CARD);
  await page.keyboard.press('Enter');
  await page.getByText('Đã đọc thẻ của Đỗ Văn Giang.').waitFor();
  assert.equal(await page.getByLabel('Số định danh cá nhân').inputValue(), '025090000055');
  assert.equal(await page.getByLabel('Mã QR trên thẻ căn cước').inputValue(), '');
  // The same card before the camera.
  await page.getByLabel('Số định danh cá nhân').fill('');
  await page.getByRole('button', { name: 'Dùng máy ảnh' }).click();
  await expect.poll(() => page.getByLabel('Số định danh cá nhân').inputValue()).toBe('025090000055');
  await procedureAndPapers(page);
  await page.getByText('Còn thiếu giấy tờ bắt buộc').waitFor({ state: 'detached' });
  await page
    .getByLabel(/^Loại giấy tờ/)
    .first()
    .selectOption('certified');
  await expectReadable(page);
  await page.keyboard.press('Control+Enter');
  await page.getByText(/Đã tiếp nhận hồ sơ H44\.101-\d{6}-\d{4}/).waitFor();

  const receipt = page.locator('.receipt');
  await receipt.getByText('Đỗ Văn Giang').waitFor();
  await receipt.getByText(/bản sao chứng thực/).waitFor();
  await receipt.getByRole('img', { name: 'Quét mã để theo dõi hồ sơ' }).waitFor();
  assert.match((await receipt.textContent()) ?? '', /Hẹn trả kết quả.*\d\d\/\d\d\/20\d\d/);
  await expectReadable(page);
  // The prescribed form, in a tab of its own, from where it is printed.
  const [tab, answer] = await Promise.all([
    page.waitForEvent('popup'),
    page.waitForResponse(/\/v1\/dossiers\/[^/]+\/forms\/01-2\?/),
    page.getByRole('button', { name: /^Mở phiếu 80 mm/ }).click(),
  ]);
  const form = (await answer.json()) as { paper: string; url: string };
  assert.equal(form.paper, 'slip');
  assert.match(
    Buffer.from(await (await fetch(form.url)).arrayBuffer()).toString('latin1', 0, 8),
    /^%PDF-1\.7/,
  );
  await tab.close();

  await page.getByLabel(/Người nộp không ký được/).check();
  await receipt.getByText('Người làm chứng 2').waitFor();
  await page.getByRole('button', { name: 'Thêm hồ sơ cùng lượt' }).press('Enter');
  assert.equal(await page.getByLabel('Họ và tên').inputValue(), 'Đỗ Văn Giang');
  await page.locator('[data-procedure]').focus();
  await procedureAndPapers(page);
  await page.getByLabel('Họ và tên').fill('');
  await page.getByRole('button', { name: 'Tiếp nhận hồ sơ và hẹn trả' }).dblclick();
  await page.locator('input[aria-invalid]:focus').waitFor();
  await page.getByLabel('Họ và tên').fill('Đỗ Văn Giang');
  await page.getByRole('button', { name: 'Tiếp nhận hồ sơ và hẹn trả' }).dblclick();
  await page.getByText(/Đã tiếp nhận hồ sơ/).waitFor();
  assert.equal(await receipt.locator('.slip').count(), 2);

  await page.setViewportSize({ width: 360, height: 740 });
  await expectReadable(page);
  await page.getByRole('link', { name: 'Biên bản bàn giao cuối ngày' }).click();
  await page.getByText(/Tổng: 2 hồ sơ; số bản giấy: [1-9]/).waitFor();
  await expectReadable(page);
  assert.equal(new URL(page.url()).search, '');
}
