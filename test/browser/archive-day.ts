import type { Browser } from 'playwright-core';
import { expectReadable } from './support/accessible.ts';
import { officerOf, submit } from './support/dossiers.ts';
import { signInOfficer } from './support/sign-in.ts';

/** A handler packs an ended dossier, the registry clerk holds it and takes the batch over. */
export async function archiveDay(browser: Browser, url: string): Promise<void> {
  const code = await submit(url, 'Hà Văn Lưu', '025090000077');
  await (await officerOf(url, 'tiepnhan', 'reception')).post(`/v1/tasks/${code}.t1/decision`, {
    decision: 'decline',
    reason: 'Không thuộc thẩm quyền của phường',
  });
  const [handler, clerk] = await Promise.all(
    ['Cán bộ thụ lý 101 một', 'Văn thư 101'].map(async name => {
      const page = await (await browser.newContext({ locale: 'vi-VN' })).newPage();
      page.setDefaultTimeout(15_000);
      await signInOfficer(page, url, name, { path: '/officer/archive' });
      return page;
    }),
  );
  if (!handler || !clerk) throw new Error('two officers');
  await handler.getByLabel(code).check();
  await handler.getByLabel('Ghi chú của đợt').fill('Đợt 1');
  await expectReadable(handler);
  await handler.getByRole('button', { name: /^Lập đợt nộp lưu/ }).dblclick();
  await handler.getByText('chờ nhận').waitFor();
  await handler.setViewportSize({ width: 360, height: 740 });
  await expectReadable(handler);

  await clerk.reload();
  await clerk.getByRole('button', { name: `Đặt lệnh dừng tiêu hủy: ${code}` }).click();
  await clerk.getByLabel('Lý do').fill('Thanh tra tỉnh yêu cầu giữ hồ sơ');
  await expectReadable(clerk);
  await clerk.getByRole('dialog').getByRole('button', { name: 'Ghi nhận' }).click();
  await clerk.getByText('đang có lệnh dừng tiêu hủy', { exact: true }).waitFor();
  await clerk.getByRole('button', { name: 'Nhận hồ sơ của đợt này' }).dblclick();
  await clerk.getByText('đã nhận').waitFor();
  await clerk.getByRole('button', { name: /^Xem hồ sơ/ }).click();
  await clerk.getByText('đang có lệnh dừng tiêu hủy', { exact: true }).waitFor();
  await expectReadable(clerk);
  for (const page of [handler, clerk]) await page.context().close();
}
