import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { expectReadable } from './support/accessible.ts';
import { officerOf, submit } from './support/dossiers.ts';

/**
 * Somebody who got a payment link pays at the national platform; another sees the VietQR code; both without an
 * account.
 */
export async function payDay(page: Page, url: string): Promise<void> {
  const household = { procedure: '1.001612', components: [{ component: 'c1', paperCopies: 1 }] };
  const code = await submit(url, 'Đỗ Văn Hải', '025090000055', household);
  const reception = await officerOf(url, 'tiepnhan', 'reception');
  await reception.post(`/v1/tasks/${code}.t1/decision`, { decision: 'accept' });
  const { link } = await reception.get<{ link: string }>(`/v1/dossiers/${code}/payments`);

  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${url}/pay`);
  await page.getByText('Hãy mở trang này bằng nút “Nộp trực tuyến hoặc bằng mã VietQR”').waitFor();
  await page.goto(`${url}${link}`.replace(/key=./, 'key=Z'));
  await page.getByText('Liên kết thanh toán này không đúng.').waitFor();

  await page.goto(`${url}${link}`);
  await page.getByText('150.000 đ').first().waitFor();
  await page.getByRole('img', { name: 'Mã VietQR để nộp' }).waitFor();
  assert.equal(await page.getByText('Đỗ Văn Hải').count(), 0);
  await expectReadable(page);
  await page.getByRole('button', { name: 'Tới trang thanh toán' }).click();
  await page.waitForURL(/thanh-toan/);
  await page.getByRole('button').first().click();
  await page
    .getByText(/thành công|đã thanh toán/i)
    .first()
    .waitFor();

  await page.goto(`${url}${link}`);
  await page.getByText('Đã nộp đủ').waitFor();
  await expectReadable(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`${url}${link}&lang=en`);
  await page.getByText('150.000 đ').or(page.getByText('150,000')).first().waitFor();
}
