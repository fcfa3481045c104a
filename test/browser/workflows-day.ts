import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { administratorsPage, BASE, FIRST, usable } from './support/administrators.ts';

/** Asks an agency of the province, and has no pause. */
const PROCEDURE = '2.001263';

const clean = (page: Page) => page.getByText('Quy trình không có lỗi.').waitFor();
const differs = (page: Page, what: string) =>
  page.getByRole('listitem').filter({ hasText: what }).first().waitFor();

async function consultation(page: Page) {
  const step = page.getByRole('region', { name: 'Thẩm định' });
  const agencies = step.getByRole('group', { name: 'Cơ quan được lấy ý kiến' });
  await agencies.getByRole('button', { name: 'Thêm cơ quan' }).click();
  const third = agencies.getByLabel('Cơ quan thứ 3', { exact: true });
  // The API says beside the field that there is no agency yet.
  await agencies.locator('select[aria-invalid]').waitFor();
  await third.selectOption({ label: 'Sở Nội vụ tỉnh Phú Thọ' });
  const limit = agencies.getByRole('group', { name: 'Thời hạn trả lời của cơ quan thứ 3' });
  await limit.getByLabel('Số lượng').fill('2,5');
  await limit.getByLabel('Tính bằng').selectOption('workingDay');
  await clean(page);
  await page.getByText(/Lấy ý kiến: .*Sở Nội vụ tỉnh Phú Thọ \(2,5 ngày làm việc\)/).waitFor();
  await usable(page);
}

async function pause(page: Page) {
  await page.getByRole('checkbox', { name: 'Tạm dừng tính thời hạn' }).check();
  const grounds = page.getByRole('group', { name: 'Căn cứ được tạm dừng' });
  await grounds.locator('.ds-validation-message').waitFor();
  await usable(page);
  await grounds.getByLabel('Niêm yết công khai').check();
  await clean(page);
  await page.getByText('Tạm dừng tính thời hạn: Niêm yết công khai').waitFor();
}

async function kinds(page: Page) {
  await page.getByRole('button', { name: 'Sửa bước: Ký' }).click();
  await page.getByRole('checkbox', { name: 'Người đã thụ lý được tự ký' }).check();
  await page.getByLabel('Căn cứ pháp luật').fill('QĐ 12/QĐ-UBND');
  await page.getByText('Người đã thụ lý được tự ký: QĐ 12/QĐ-UBND').waitFor();
  await page.getByLabel('Đơn vị thực hiện').selectOption({ label: 'Sở Nội vụ tỉnh Phú Thọ' });
  await page.getByLabel('Loại bước').selectOption({ label: 'Xử lý' });
  await page.getByText(/^Quy trình còn \d+ lỗi/).waitFor();
  await usable(page);
  await page.getByLabel('Loại bước').selectOption({ label: 'Ký duyệt' });
  await clean(page);
  await page.getByRole('button', { name: 'Xong' }).click();
}

async function whole(page: Page) {
  await page.getByLabel('Bước bắt đầu').selectOption({ index: 1 });
  await differs(page, 'Đổi bước bắt đầu');
  await page.getByLabel('Bước bắt đầu').selectOption({ index: 0 });
  const supplement = page.getByRole('group', { name: 'Thời hạn bổ sung hồ sơ' });
  await supplement.getByLabel('Số lượng').fill('nhiều');
  await supplement.locator('input[aria-invalid]').waitFor();
  await supplement.getByLabel('Số lượng').fill('7');
  const collection = page.getByRole('group', { name: 'Thời hạn trả kết quả' });
  await collection.getByLabel('Tính bằng').selectOption('workingDay');
  await collection.getByLabel('Số lượng').fill('1');
  await collection.getByLabel('Kết thúc trong ngày').check();
  await collection.getByLabel('Nếu bắt đầu trước').fill('14:30');
  await clean(page);
}

/** Everything that a workflow may say is changed in a draft, which is still there after a reload. */
async function editing(page: Page) {
  await page
    .getByRole('button', { name: /^Sửa bước/ })
    .first()
    .click();
  await page.locator('#edited-step:focus').waitFor();
  await consultation(page);
  await pause(page);
  await kinds(page);
  await whole(page);
  await page.reload();
  for (const what of ['cách xử lý được phép', 'tự ký', 'đơn vị', 'thời hạn bổ sung', 'thời hạn trả kết quả'])
    await differs(page, what);
  expect(
    await page.getByRole('group', { name: 'Thời hạn trả kết quả' }).getByLabel('Số lượng').inputValue(),
  ).toBe('1');
  await usable(page);
}

const TEMPLATE = new URL('../../province/workflow-templates/commune-two-steps.json', import.meta.url);

/** A template is tried on three procedures and proposed for the two that it fits. */
async function template(page: Page, url: string) {
  await page.goto(`${url}${BASE}/catalogue`);
  await page.getByRole('link', { name: 'Áp dụng quy trình mẫu' }).click();
  await page.getByLabel('Lấy từ').selectOption({ label: 'Quy trình đang áp dụng của một thủ tục' });
  await page.getByLabel('Mã thủ tục có quy trình làm mẫu').fill(PROCEDURE);
  await page.getByRole('button', { name: 'Lấy làm mẫu' }).click();
  await page.getByText(`Như quy trình của thủ tục ${PROCEDURE}`).waitFor();
  // It consults, so that there are agencies to name.
  await page.getByLabel('Thêm cơ quan').selectOption({ label: 'Sở Nội vụ tỉnh Phú Thọ' });
  await page.getByRole('button', { name: 'Bỏ Sở Nội vụ tỉnh Phú Thọ' }).waitFor();
  await usable(page);
  await page.getByLabel('Lấy từ').selectOption({ label: 'Tệp JSON' });
  const file = page.getByLabel('Tệp JSON của quy trình mẫu');
  const nothing = Buffer.from('{"id":"x"}');
  await file.setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: nothing });
  await page.getByText('Tệp này không chứa quy trình mẫu.').waitFor();
  await file.setInputFiles(fileURLToPath(TEMPLATE));
  await page.getByText('Cấp xã: thụ lý, ký').waitFor();
  await page.getByLabel(/^Mã thủ tục/).fill('1.003583\n1.004837\n1.001010');
  await page.getByRole('checkbox', { name: /^Cả thủ tục đã có quy trình/ }).check();
  await page.getByRole('button', { name: 'Kiểm tra, chưa ban hành' }).click();
  // The API says beside the field that an approval is missing.
  await page.locator('input[aria-invalid]').waitFor();
  await usable(page);
  await page.getByLabel('Căn cứ phê duyệt').fill('QĐ 12/QĐ-UBND');
  await page.getByLabel('Phải nộp phí, lệ phí trước').selectOption({ label: 'khi trả kết quả' });
  await page.getByRole('button', { name: 'Kiểm tra, chưa ban hành' }).click();
  await page.getByText('Đã xét 3 thủ tục.').waitFor();
  await page.locator('.mark', { hasText: 'Không phù hợp' }).waitFor();
  await usable(page);
  await page.getByRole('button', { name: 'Đề nghị ban hành cho 2 thủ tục phù hợp' }).click();
  await usable(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Đề nghị ban hành', exact: true }).click();
  await page.getByText('Chờ người quản trị thứ hai xác nhận').waitFor();
  await usable(page);
}

/** An administrator changes everything that a workflow may say, and gives many procedures theirs by a template. */
export async function workflowsDay(browser: Browser, url: string): Promise<void> {
  const page = await administratorsPage(browser, url, FIRST, `/workflows/${PROCEDURE}`);
  await editing(page);
  await template(page, url);
  await page.context().close();
}
