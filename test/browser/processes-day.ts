import type { Page } from 'playwright-core';
import { expectReadable } from './support/accessible.ts';
import { submitForSignature } from './support/dossiers.ts';
import { signInOfficer } from './support/sign-in.ts';

/** A leader looks at how a procedure did this month. */
export async function processesDay(page: Page, url: string): Promise<void> {
  await submitForSignature(url, '025190000099');
  await signInOfficer(page, url, 'Lãnh đạo phòng 101', { path: '/officer/processes' });
  await page.getByLabel('Mã thủ tục').fill('1013225');
  await page.getByRole('button', { name: 'Xem chỉ số' }).click();
  await page.getByText(/Quy trình phiên bản/).waitFor();
  await page.getByRole('columnheader', { name: 'Thời gian thực hiện, trung vị (giờ)' }).waitFor();
  await expectReadable(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectReadable(page);
  await page.getByLabel('Mã thủ tục').fill('xyz');
  await page.getByRole('button', { name: 'Xem chỉ số' }).click();
  await page.getByRole('alert').first().waitFor();
}
