import type { Browser, Page } from 'playwright-core';
import { expectReadable } from './support/accessible.ts';
import { officerOf, submit } from './support/dossiers.ts';
import { signInApplicant, signInOfficer } from './support/sign-in.ts';

/** One copy at 8.000 đồng. */
const COPIES = '2.000635';
const widths = [
  { width: 1440, height: 900 },
  { width: 360, height: 740 },
];

/** Reception asks for a supplement and counts the fee anew; the applicant sees what is owed, and where to pay. */
export async function feesDay(browser: Browser, url: string): Promise<void> {
  const own = { procedure: COPIES, components: [{ component: 'c1', paperCopies: 1 }] };
  const code = await submit(url, 'Nguyễn Văn An', '025090000001', own);
  const reception = await officerOf(url, 'tiepnhan', 'reception');
  await reception.post(`/v1/tasks/${code}.t1/decision`, { decision: 'accept', amountDue: 8000 });
  const pageOf = async () => {
    const page = await (await browser.newContext({ locale: 'vi-VN' })).newPage();
    page.setDefaultTimeout(15_000);
    return page;
  };
  const officer = await pageOf();
  await signInOfficer(officer, url, 'Cán bộ tiếp nhận 101', { path: `/officer/dossiers/${code}` });
  await countsAnew(officer);
  const applicant = await pageOf();
  await signInApplicant(applicant, url, 'Nguyễn Văn An', `/mine/dossiers/${code}`);
  await seesWhatIsOwed(applicant);
}

async function countsAnew(page: Page): Promise<void> {
  await page.getByText('Chọn cách xử lý').waitFor();
  await page.getByRole('radio', { name: 'Yêu cầu bổ sung' }).check();
  await page.getByLabel('Lý do (bắt buộc)').fill('Trích lục thêm hai bản theo đề nghị.');
  await page.getByLabel(/Những gì cần bổ sung/).fill('Giấy đề nghị ghi đủ ba bản');
  const copies = page.getByLabel('số bản');
  await page.getByText('Để trống nếu phí, lệ phí không đổi.').first().waitFor();
  await copies.fill('0');
  const send = page.getByRole('button', { name: /^Xác nhận: / });
  await send.click();
  await page.getByText('cần số lượng của khoản').first().waitFor();
  await copies.fill('3');
  for (const size of widths) {
    await page.setViewportSize(size);
    await expectReadable(page);
  }
  await send.click();
  await page.getByText(/^Đã ghi: /).waitFor();
}

async function seesWhatIsOwed(page: Page): Promise<void> {
  await page.getByText('Trích lục thêm hai bản').first().waitFor();
  for (const size of widths) {
    await page.setViewportSize(size);
    await page.getByRole('link', { name: 'Nộp ngay, trực tuyến hoặc bằng mã VietQR' }).waitFor();
    await page.getByText('24.000 đ').first().waitFor();
    await expectReadable(page);
  }
}
