import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expectReadable } from './support/accessible.ts';
import { officerOf, submit } from './support/dossiers.ts';

/** Somebody without an account: finds a procedure, follows a dossier, checks a result. Without script, then with it. */
export async function publicDay(page: Page, url: string): Promise<void> {
  const code = await submit(url, 'Phạm Thị Dung', '025190000044');
  const reception = await officerOf(url, 'tiepnhan', 'reception');
  await withoutScript(page, url, code);
  await page.setViewportSize({ width: 360, height: 740 });

  await page.goto(`${url}/track?code=${encodeURIComponent(`${url}/track?code=${code.toLowerCase()}`)}`);
  await page.getByText('Mới đăng ký').waitFor();
  await page.getByText('Trang tự cập nhật.').waitFor();
  await expectReadable(page);
  await page.clock.install();
  await page.reload();
  await page.getByText('Trang tự cập nhật.').waitFor();
  await reception.post(`/v1/tasks/${code}.t1/decision`, { decision: 'accept' });
  await page.clock.fastForward(60_100);
  await page.locator('[data-promised]', { hasText: /\d\d\/\d\d\/20\d\d/ }).waitFor();
  assert.equal(await page.getByText('Phạm Thị Dung').count(), 0);

  await byFile(page, url);
  await page.goto(`${url}/procedures?q=khong-co-thu-tuc-nay`);
  await page.getByText(/Không có thủ tục nào khớp/).waitFor();
  await page.goto(`${url}/procedures/9.999999`);
  await page.getByRole('heading', { name: 'Không có thủ tục này' }).waitFor();
  await page.getByRole('link', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'There is no such procedure' }).waitFor();
  await page.goto(`${url}/verify`);
  await page.getByRole('heading', { name: 'Check a result' }).waitFor();
  await expectReadable(page);
}

async function withoutScript(page: Page, url: string, code: string): Promise<void> {
  const context = await page
    .context()
    .browser()
    ?.newContext({
      javaScriptEnabled: false,
      viewport: { width: 360, height: 740 },
    });
  assert.ok(context);
  const plain = await context.newPage();
  await plain.goto(`${url}/procedures`);
  await plain.getByLabel('Tìm thủ tục').fill('giay phep xay dung nha o');
  await plain.getByRole('button', { name: 'Tìm' }).click();
  await plain.getByRole('link', { name: /nhà ở riêng lẻ/ }).click();
  await plain.getByRole('heading', { name: 'Cần những giấy tờ gì?' }).waitFor();
  await plain.getByText('20 ngày').first().waitFor();
  await plain.goto(`${url}/track`);
  await plain.getByLabel('Mã hồ sơ').fill('không phải mã');
  await plain.getByRole('button', { name: 'Xem tiến độ' }).click();
  await plain.locator('input[aria-invalid]').waitFor();
  await plain.getByLabel('Mã hồ sơ').fill(code);
  await plain.getByRole('button', { name: 'Xem tiến độ' }).click();
  await plain.getByText('Mới đăng ký').waitFor();
  assert.equal(await plain.getByText('Hoặc chọn tệp kết quả').count(), 0);
  await context.close();
}

/** A file is checked by its hash: what is sent holds nothing of it. */
async function byFile(page: Page, url: string): Promise<void> {
  const content = 'không phải kết quả';
  await page.goto(`${url}/verify`);
  await page.getByLabel('Số kết quả').fill('H44.101-KQ2026-000001');
  const [asked] = await Promise.all([
    page.waitForRequest(request => request.url().includes('sha256=')),
    page
      .getByLabel('Hoặc chọn tệp kết quả')
      .setInputFiles({ name: 'ket-qua.pdf', mimeType: 'application/pdf', buffer: Buffer.from(content) }),
  ]);
  const hash = createHash('sha256').update(content).digest('hex');
  assert.equal(new URL(asked.url()).searchParams.get('sha256'), hash);
  assert.equal(asked.postData(), null);
  await page.getByText('Không xác nhận được').waitFor();
  await expectReadable(page);
}
