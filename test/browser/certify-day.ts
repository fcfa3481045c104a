import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { Page } from 'playwright-core';
import { samplePaper } from '../../start/demo/sample-paper.ts';
import { expectReadable } from './support/accessible.ts';
import { callerOf } from './support/api-caller.ts';
import { submit } from './support/dossiers.ts';
import { signInOfficer } from './support/sign-in.ts';

interface Upload {
  readonly id: string;
  readonly url: string;
  readonly method: string;
  readonly headers: Record<string, string>;
}

/** A dossier with a paper that a portal uploaded. */
async function submitPaper(url: string): Promise<string> {
  const portal = await callerOf(url, { kind: 'portal', id: 'dvcqg' });
  const { bytes } = samplePaper('Đơn đề nghị cấp giấy phép xây dựng');
  const { id, ...target } = await portal.post<Upload>('/v1/uploads', {
    fileName: 'don.pdf',
    contentType: 'application/pdf',
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  });
  const sent = await fetch(target.url, { ...target, body: new Uint8Array(bytes) });
  assert.equal(sent.status, 200);
  const copies = ['c2', 'c7'].map(component => ({ component, paperCopies: 1 }));
  const components = [{ component: 'c1', files: [id] }, ...copies];
  return submit(url, 'Lê Thị Cúc', '025190000091', { components });
}

/** Reception compares a digitized copy with the paper, and sees the agency’s seal arrive on it. */
export async function certifyDay(page: Page, url: string): Promise<void> {
  const code = await submitPaper(url);
  await signInOfficer(page, url, 'Cán bộ tiếp nhận 101', { path: `/officer/dossiers/${code}` });
  await page.locator('.file-line button').first().click();
  await page.getByRole('button', { name: /^Xác nhận bản số hóa/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Xác nhận' }).isDisabled();
  await dialog.getByLabel('Bản chính').check();
  await expectReadable(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectReadable(page);
  await dialog.getByRole('button', { name: 'Xác nhận' }).dblclick();
  await page.getByText(/Đã xác nhận khớp với bản chính .* đã ký số/).waitFor();
  await page.getByRole('link', { name: 'Mở bản số hóa đã ký số' }).waitFor();
  await expectReadable(page);
  await page.setViewportSize({ width: 1440, height: 900 });
}
