import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { expectReadable } from './support/accessible.ts';
import { signInOfficer } from './support/sign-in.ts';

/** At a desk and on a telephone. */
async function readable(page: Page): Promise<void> {
  await expectReadable(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectReadable(page);
  await page.setViewportSize({ width: 1440, height: 900 });
}

/** An administrator records who signs in a commune, is told what is wrong with it, and sees it in the list. */
export async function authorizationDay(page: Page, url: string): Promise<void> {
  await page.setViewportSize({ width: 1440, height: 900 });
  // A dialog that fades in has no contrast yet.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const path = '/officer/administration/units/H44.101';
  await signInOfficer(page, url, 'Quản trị hệ thống tỉnh', { unit: 'H44', path });
  await page.getByRole('button', { name: 'Ghi thẩm quyền ký' }).click();
  const dialog = page.getByRole('dialog');
  const signer = dialog.getByLabel('Người ký', { exact: true });
  const principal = dialog.getByLabel('Ký thay cho');
  const record = dialog.getByRole('button', { name: 'Ghi thẩm quyền' });
  await signer.getByText('Lãnh đạo phòng 101').waitFor({ state: 'attached' });
  await readable(page);
  await record.click();
  await dialog.locator('select[aria-invalid]:focus').waitFor();
  assert.equal(await dialog.getByText('Hãy chọn cán bộ.').count(), 2);

  await signer.selectOption('lanhdao.h44-101');
  await principal.selectOption('lanhdao.h44-101');
  await dialog.getByLabel('Chức vụ của người ký').fill('Phó Chủ tịch');
  await dialog.getByLabel('Chức vụ ghi sau “KT.”').fill('Chủ tịch');
  await dialog.getByText('KT. CHỦ TỊCH, PHÓ CHỦ TỊCH').waitFor();
  await dialog.getByLabel('Số, ngày của văn bản').fill('12/QĐ-UBND ngày 20/11/2026');
  await record.click();
  await dialog.locator('input[type=date][aria-invalid]').first().waitFor();
  await dialog.getByLabel('Từ ngày').fill('2026-11-24');
  await dialog.getByLabel('Đến hết ngày').fill('2026-12-10');
  await record.click();
  await dialog.getByText('không được là cùng một người').first().waitFor();
  assert.equal(await principal.getAttribute('aria-invalid'), 'true');
  await readable(page);
  await principal.selectOption('kyduyet.h44-101');
  await record.dblclick();
  await dialog.waitFor({ state: 'detached' });
  const first = page
    .getByRole('listitem')
    .filter({ hasText: 'KT. Chủ tịch – lanhdao.h44-101, Phó Chủ tịch' });
  await first.getByText('từ 24/11/2026 đến 10/12/2026').waitFor();
  assert.equal(await first.count(), 1);

  await follows(page);
}

/** The next one begins later: the form then asks why nobody signed in between. */
async function follows(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Ghi thẩm quyền ký' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Người ký', { exact: true }).selectOption('lanhdao.h44-101');
  await dialog.getByLabel('Chức vụ của người ký').fill('Phó Chủ tịch');
  await dialog.getByLabel('Ký thay cho').selectOption('kyduyet.h44-101');
  await dialog.getByLabel('Chức vụ ghi sau “KT.”').fill('Chủ tịch');
  await dialog.getByLabel('Số, ngày của văn bản').fill('15/QĐ-UBND ngày 15/12/2026');
  await dialog.getByLabel('Từ ngày').fill('2026-12-20');
  const record = dialog.getByRole('button', { name: 'Ghi thẩm quyền' });
  await record.click();
  await dialog.getByLabel('Lý do gián đoạn').fill('Chủ tịch trực tiếp ký trong thời gian đó.');
  await readable(page);
  await record.click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('từ 20/12/2026').waitFor();
  await readable(page);
}
