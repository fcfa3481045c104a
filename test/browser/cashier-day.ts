import type { Browser, Page } from 'playwright-core';
import { expectReadable } from './support/accessible.ts';
import { officerOf, submit } from './support/dossiers.ts';
import { signInOfficer } from './support/sign-in.ts';

interface Task {
  readonly id: string;
  readonly phase: string;
}

/** The task at which a dossier waits for its fee, and the fee. */
async function unpaid(url: string) {
  const code = await submit(url, 'Đinh Văn Lệ', '025090000066', {
    procedure: '1.001612',
    components: ['c1', 'c2'].map(component => ({ component, paperCopies: 1 })),
  });
  const reception = await officerOf(url, 'tiepnhan', 'reception');
  await reception.post(`/v1/tasks/${code}.t1/decision`, { decision: 'accept' });
  const { amountDue, tasks } = await reception.get<{ amountDue: number; tasks: readonly Task[] }>(
    `/v1/dossiers/${code}`,
  );
  return { code, task: tasks[0]?.id ?? '', fee: amountDue };
}

/**
 * A cashier opens a drawer, takes a fee, gives it back once the leader approved, and closes the drawer a little
 * short.
 */
export async function cashierDay(browser: Browser, url: string): Promise<void> {
  const { code, task, fee } = await unpaid(url);
  const [cashier, leader] = await Promise.all(
    ['Cán bộ tiếp nhận 101', 'Lãnh đạo phòng 101'].map(async name => {
      const page = await (await browser.newContext({ locale: 'vi-VN' })).newPage();
      page.setDefaultTimeout(15_000);
      await signInOfficer(page, url, name, { path: '/officer/drawers' });
      return page;
    }),
  );
  if (!cashier || !leader) throw new Error('two officers');
  await cashier.getByLabel('Tiền lẻ đầu ca (đồng)').fill('200.000');
  await expectReadable(cashier);
  await cashier.getByRole('button', { name: 'Mở két' }).dblclick();
  await cashier.getByText('Chưa thu, chi khoản tiền mặt nào.').waitFor();

  const reception = await officerOf(url, 'tiepnhan', 'reception');
  const payment = { decision: 'recordPayment', amount: fee, method: 'cash', receipt: 'BL 01' };
  await reception.post(`/v1/tasks/${task}/decision`, payment);
  await cashier.goto(`${url}/officer/dossiers/${code}`);
  await cashier.getByText('đã nộp đủ').waitFor();
  await cashier.getByRole('button', { name: 'Đề nghị hoàn trả' }).click();
  await cashier.getByRole('dialog').getByLabel('Lý do').fill('Chủ hồ sơ thuộc diện được miễn');
  await expectReadable(cashier);
  await cashier.getByRole('button', { name: 'Gửi đề nghị' }).dblclick();
  await cashier.getByText('chờ duyệt').waitFor();

  await leader.goto(`${url}/officer/dossiers/${code}`);
  await leader.getByText('chờ duyệt').waitFor();
  await expectReadable(leader);
  await leader.getByRole('button', { name: /^Duyệt/ }).dblclick();
  await leader.getByText('đã duyệt, chờ chi').waitFor();

  await cashier.reload();
  await cashier.getByRole('button', { name: /^Chi tiền hoàn trả/ }).click();
  await cashier.getByLabel('Số phiếu chi hoặc ủy nhiệm chi').fill('PC 01/2026');
  await expectReadable(cashier);
  await cashier.getByRole('dialog').getByRole('button', { name: 'Ghi nhận' }).dblclick();
  await cashier.getByText('đã chi', { exact: true }).waitFor();

  await cashier.goto(`${url}/officer/drawers`);
  await cashier.getByText(code).first().waitFor();
  await cashier.getByLabel('Số tiền đếm được (đồng)').fill('199.000');
  await cashier.setViewportSize({ width: 360, height: 740 });
  await cashier.getByRole('button', { name: 'Đóng két' }).click();
  await cashier.locator('[aria-invalid]').first().waitFor();
  await expectReadable(cashier);
  await cashier.getByLabel(/^Giải trình/).fill('Thiếu 1.000 đồng tiền lẻ');
  await cashier.getByRole('button', { name: 'Đóng két' }).click();
  await cashier.getByText('thiếu 1.000 đ', { exact: true }).waitFor();
  await cashier.getByRole('button', { name: 'Mở két' }).waitFor();
  await cashier.getByText('Không còn két đã đóng nào chưa nộp tiền.').waitFor();
  await payIn(cashier);

  await leader.goto(`${url}/officer/drawers`);
  await leader.getByText('thiếu 1.000 đ', { exact: true }).waitFor();
  await leader.getByText('đã nộp kho bạc (GNT-2026-01)').waitFor();
  await leader.setViewportSize({ width: 1440, height: 900 });
  await expectReadable(leader);
  for (const page of [cashier, leader]) await page.context().close();
}

/** Another drawer is closed with cash in it, which the cashier pays in at the bank. */
async function payIn(cashier: Page): Promise<void> {
  await cashier.getByLabel('Tiền lẻ đầu ca (đồng)').fill('0');
  await cashier.getByRole('button', { name: 'Mở két' }).click();
  await cashier.getByLabel('Số tiền đếm được (đồng)').fill('50.000');
  await cashier.getByLabel(/^Giải trình/).fill('Khách để lại tiền thừa');
  await cashier.getByRole('button', { name: 'Đóng két' }).click();
  await cashier.getByText('chưa nộp', { exact: true }).waitFor();
  await expectReadable(cashier);
  await cashier.getByLabel('Số giấy nộp tiền').fill('GNT-2026-01');
  await cashier.getByRole('button', { name: 'Ghi nhận đã nộp' }).dblclick();
  await cashier.getByText('đã nộp kho bạc (GNT-2026-01)').waitFor();
  await cashier.getByText('chưa có trên sao kê').waitFor();
  await expectReadable(cashier);
}
