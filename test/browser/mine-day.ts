import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { overflows, seriousFaults } from './support/accessible.ts';
import { officerOf, submit } from './support/dossiers.ts';
import { PDF } from './support/pdf.ts';
import { signInApplicant } from './support/sign-in.ts';

const AN = '025090000001';
const REASON = 'Bản vẽ thiết kế chưa có chữ ký của chủ nhiệm thiết kế.';
const drawing = { name: 'ban-ve-da-ky.pdf', mimeType: 'application/pdf', buffer: Buffer.from(PDF) };

/** What An had in hand in the morning: one dossier for which a supplement is asked, one that goes on. */
async function morning(url: string): Promise<{ wanted: string; other: string }> {
  const reception = await officerOf(url, 'tiepnhan', 'reception');
  const wanted = await submit(url, 'Nguyễn Văn An', AN);
  const other = await submit(url, 'Nguyễn Văn An', AN);
  await reception.post(`/v1/tasks/${wanted}.t1/decision`, {
    decision: 'requestSupplement',
    reason: REASON,
    items: ['Nộp lại bản vẽ có chữ ký'],
    components: ['c7'],
  });
  await reception.get(`/v1/dossiers/${other}`);
  return { wanted, other };
}

async function isInOrder(page: Page, what: string): Promise<void> {
  assert.deepEqual(await seriousFaults(page), [], what);
  assert.equal(await overflows(page), false, `${what} is wider than a telephone`);
}

async function supplements(page: Page, code: string): Promise<void> {
  await page.locator('.asks').filter({ hasText: code }).getByRole('link').click();
  await page.getByText(REASON).first().waitFor();
  await page.getByRole('button', { name: /^Mở khổ A5 Phiếu yêu cầu bổ sung/ }).waitFor();
  await isInOrder(page, 'a dossier with a request');
  const send = page.getByRole('button', { name: 'Gửi bổ sung' });
  await send.click();
  await page.getByText('Hãy chọn ít nhất một tệp').waitFor();
  // What is no paper is refused beside the file, in the words of the API.
  const chooser = page.locator('input[type=file]').first();
  await chooser.setInputFiles({ name: 'tho.txt', mimeType: 'text/plain', buffer: Buffer.from('thơ') });
  await page.locator('.files').getByText('chỉ nhận').waitFor();
  await page.getByRole('button', { name: 'Bỏ tệp' }).click();
  await chooser.setInputFiles(drawing);
  await page.locator('.files').getByText('Đã tải lên', { exact: true }).waitFor();
  // The line breaks at the worst moment: the file and the note stay, and the second try works.
  await page.getByLabel('Ghi chú').fill('Bản vẽ đã ký.');
  await page.route('**/supplements', route => route.abort(), { times: 1 });
  await send.click();
  await page.getByRole('alert').getByText('Không kết nối được').waitFor();
  await isInOrder(page, 'a supplement that was not sent');
  await send.dblclick();
  await page.getByText('Đã gửi bổ sung.').waitFor();
  await page.locator('.mark').getByText('Mới đăng ký').waitFor();
}

async function withdraws(page: Page, code: string): Promise<void> {
  await page.getByRole('link', { name: 'Hồ sơ', exact: true }).click();
  await page.locator('.card').filter({ hasText: code }).getByRole('link').click();
  await page.getByRole('button', { name: 'Rút hồ sơ' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByText(code).waitFor();
  await isInOrder(page, 'the question before a withdrawal');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Rút hồ sơ' }).click();
  await dialog.getByLabel('Lý do').fill('Gia đình chưa xây nhà nữa.');
  await dialog.getByRole('button', { name: 'Rút hồ sơ', exact: true }).dblclick();
  await page.getByText('Đã rút hồ sơ.').waitFor();
  await page.getByText('Gia đình chưa xây nhà nữa.').waitFor();
}

async function readsWhoRead(page: Page, code: string): Promise<void> {
  await page.getByRole('link', { name: 'Ai đã xem dữ liệu' }).click();
  const record = page.locator('.card').filter({ hasText: code });
  await record.getByText('thông tin chủ hồ sơ').waitFor();
  await record.getByText('Tiếp nhận').first().waitFor();
  await isInOrder(page, 'who read my data');
}

async function submits(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/mine/new?procedure=1.013225`);
  const goOn = page.getByRole('button', { name: 'Tiếp tục' });
  await goOn.click();
  await page.getByText('Hãy điền mục này.').first().waitFor();
  await isInOrder(page, 'an empty submission');
  await page.getByLabel('Tìm xã, phường').fill('tan hoa');
  await page.getByLabel('Phường Tân Hoà').check();
  await page.getByLabel('Họ và tên').fill('Nguyễn Văn An');
  await page.getByLabel('Số định danh cá nhân').fill('025090000009');
  for (const index of [0, 1, 2])
    await page.locator('.file-field').nth(index).locator('input').first().setInputFiles(drawing);
  await page.locator('.files').getByText('Đã tải lên', { exact: true }).nth(2).waitFor();
  // The page is loaded again: papers and unit are still there, the number is nobody's business.
  page.once('dialog', dialog => void dialog.accept());
  await page.reload();
  await page.locator('.files').getByText('Đã tải lên', { exact: true }).nth(2).waitFor();
  await page.getByText('Đã chọn: Phường Tân Hoà').waitFor();
  assert.equal(await page.getByLabel('Số định danh cá nhân').inputValue(), '');
  await page.getByLabel('Họ và tên').fill('Nguyễn Văn An');
  await page.getByLabel('Số định danh cá nhân').fill('025090000009');
  await goOn.click();
  await page.getByRole('heading', { name: 'Kiểm tra trước khi nộp' }).waitFor();
  await isInOrder(page, 'the summary');
  // Not the number of who has signed in: refused, and what was entered is still there.
  const submit = page.getByRole('button', { name: 'Nộp hồ sơ' });
  await submit.click();
  await page.getByText('Số này không phải của tài khoản').waitFor();
  const number = page.getByLabel('Số định danh cá nhân');
  await number.fill(AN);
  await goOn.dblclick();
  await isInOrder(page, 'the summary, after a double click');
  await submit.dblclick();
  await page.getByRole('heading', { name: 'Đã nộp hồ sơ' }).waitFor();
  await isInOrder(page, 'the acknowledgement');
  await page.getByRole('link', { name: 'Mở hồ sơ' }).click();
  await page.locator('.mark').getByText('Mới đăng ký').waitFor();
}

/** A day of An with a telephone: hands a paper in later, takes a dossier back, sees who read it, submits another. */
export async function mineDay(page: Page, url: string): Promise<void> {
  await page.setViewportSize({ width: 360, height: 740 });
  // A dialog that fades in has no contrast yet.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const { wanted, other } = await morning(url);
  await signInApplicant(page, url, 'Nguyễn Văn An');
  await page.getByRole('heading', { name: 'Việc ông/bà cần làm' }).waitFor();
  await page.locator('.card').filter({ hasText: other }).waitFor();
  await isInOrder(page, 'the list');
  await supplements(page, wanted);
  await withdraws(page, other);
  await readsWhoRead(page, other);
  await submits(page, url);
}
