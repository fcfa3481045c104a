import type { Browser } from 'playwright-core';
import { expectReadable } from './support/accessible.ts';
import { signInOfficer } from './support/sign-in.ts';

/** A handler records an absence; the substitute sees it above the work list until the handler is back. */
export async function absencesDay(browser: Browser, url: string): Promise<void> {
  const [away, colleague] = await Promise.all(
    [1, 2].map(async number => {
      const page = await (await browser.newContext({ locale: 'vi-VN' })).newPage();
      page.setDefaultTimeout(15_000);
      const path = number === 1 ? '/officer/absences' : '/officer';
      await signInOfficer(page, url, `Cán bộ thụ lý 101 ${number === 1 ? 'một' : 'hai'}`, { path });
      return page;
    }),
  );
  if (!away || !colleague) throw new Error('two colleagues');
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());
  await away.getByLabel('Từ ngày').fill(today);
  await away.getByLabel('Đến hết ngày').fill('2020-01-01');
  await away.getByRole('button', { name: 'Ghi vắng mặt' }).click();
  await away.locator('[aria-invalid]').waitFor();
  await away.getByLabel('Đến hết ngày').fill(today);
  await away.getByLabel('Người làm thay').selectOption({ label: 'Cán bộ thụ lý 101 hai' });
  await away.getByRole('button', { name: 'Ghi vắng mặt' }).dblclick();
  await away.getByText('đang vắng').waitFor();
  await expectReadable(away);
  await away.setViewportSize({ width: 360, height: 740 });
  await expectReadable(away);

  await colleague.reload();
  await colleague.getByText('Ông/bà làm thay Cán bộ thụ lý 101 một').waitFor();
  await expectReadable(colleague);
  await colleague.getByRole('link', { name: 'Xem việc đang giữ' }).click();
  await colleague.waitForURL(/holder=/);

  await away.getByRole('button', { name: /^Đã trở lại/ }).click();
  await away
    .getByRole('dialog')
    .getByRole('button', { name: /^Đã trở lại/ })
    .click();
  await away.getByText('đã hủy').waitFor();
  await colleague.reload();
  await colleague.getByRole('heading', { level: 1 }).waitFor();
  for (const page of [away, colleague]) await page.context().close();
}
