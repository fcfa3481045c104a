import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { expectReadable } from './support/accessible.ts';
import { officerOf, submitForSignature } from './support/dossiers.ts';
import { signInOfficer } from './support/sign-in.ts';

interface Dossier {
  readonly delivery: string;
  readonly tasks: readonly { readonly id: string }[];
}

/** A dossier whose result waits at the counter. */
async function waiting(url: string): Promise<string> {
  const code = await submitForSignature(url, '025190000088', { returnBy: 'counter' });
  const signer = await officerOf(url, 'kyduyet', 'signer');
  const { proposal } = await signer.get<{ proposal: { digest: string } }>(`/v1/tasks/${code}.t5`);
  await signer.post(`/v1/tasks/${code}.t5/decision`, { decision: 'approve', proposal: proposal.digest });
  for (let tries = 0; tries < 100; tries++) {
    const { delivery } = await signer.get<Dossier>(`/v1/dossiers/${code}`);
    if (delivery === 'ready') return code;
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  throw new Error(`${code} has no result`);
}

/** Reception hands a result to somebody authorized, finds that it was the wrong person, and puts it right. */
export async function returnsDay(page: Page, url: string): Promise<void> {
  const code = await waiting(url);
  await signInOfficer(page, url, 'Cán bộ tiếp nhận 101', { path: `/officer/dossiers/${code}` });
  await page.getByRole('link', { name: 'In lại giấy hẹn' }).click();
  await page.getByText(/BẢN IN LẠI lúc/).waitFor();
  await expectReadable(page);
  await page.goBack();

  await page.getByRole('radio', { name: 'Trả kết quả' }).check();
  await page.getByLabel('Người đến nhận kết quả').selectOption({ label: 'Người được ủy quyền' });
  await page.getByLabel('Giấy tiếp nhận hồ sơ').selectOption('lost');
  await page.getByLabel('Xác nhận đã nhận').selectOption({ label: 'Điểm chỉ, có người làm chứng' });
  await page.getByRole('button', { name: /^Xác nhận: Trả kết quả/ }).click();
  await page.locator('[aria-invalid]').first().waitFor();
  await expectReadable(page);
  await page.getByLabel('Số, ngày giấy ủy quyền').fill('02/GUQ ngày 20/11/2026');
  await page.getByLabel(/^Họ tên người nhận/).fill('Phạm Thị Dung');
  await page.getByLabel('Số người làm chứng').selectOption('2');
  await page.getByRole('button', { name: /^Xác nhận: Trả kết quả/ }).click();
  await page.getByText('Người được ủy quyền').first().waitFor();

  await page.getByRole('button', { name: /^Thu hồi kết quả trả nhầm/ }).click();
  await page.getByLabel('Lý do').fill('Giấy ủy quyền của người khác trùng họ tên');
  await page.getByLabel('Đã thu lại được bản giấy').check();
  await expectReadable(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Ghi nhận' }).dblclick();
  await page.getByText('Kết quả đã trả nhầm người, đang thu hồi.').waitFor();
  await page.setViewportSize({ width: 360, height: 740 });
  await expectReadable(page);

  await page.getByRole('button', { name: /^Trả lại cho chủ hồ sơ/ }).click();
  await page.getByLabel('Người đến nhận kết quả').selectOption({ label: 'Chủ hồ sơ' });
  await expectReadable(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Ghi nhận' }).click();
  await page.getByText('Trả lại kết quả cho chủ hồ sơ').first().waitFor();
  const reader = await officerOf(url, 'tiepnhan', 'reception');
  assert.equal((await reader.get<Dossier>(`/v1/dossiers/${code}`)).delivery, 'returned');
}
