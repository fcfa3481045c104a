import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import type { SimulatedTaxOffice } from '../../outside/tax-office/server.ts';
import { expectReadable } from './support/accessible.ts';
import { callerOf } from './support/api-caller.ts';
import { submit } from './support/dossiers.ts';
import { signInApplicant, signInOfficer } from './support/sign-in.ts';

const [RECEIVING, UNIT] = ['H44.01', 'H44.03.01'];
const FIELDS = [
  ['Số thửa', '128'],
  ['Số tờ bản đồ', '12'],
  ['Địa chỉ thửa đất', 'Khu 5, xã Thanh Ba, tỉnh Phú Thọ'],
  ['Diện tích (m²)', '120,5'],
  ['Loại đất, mục đích sử dụng', 'ONT – đất ở tại nông thôn'],
  ['Hạng, vị trí đất', 'Vị trí 1'],
  ['Nguồn gốc sử dụng đất', 'Được công nhận quyền sử dụng đất'],
] as const;

async function isReadable(page: Page): Promise<void> {
  await page.setViewportSize({ width: 360, height: 740 });
  await expectReadable(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await expectReadable(page);
}

/** A land dossier whose examination begins. */
async function landDossier(url: string): Promise<string> {
  const components = ['c1', 'c2'].map(component => ({ component, paperCopies: 1 }));
  const own = { procedure: '1.012784', receivingUnit: RECEIVING, components };
  const code = await submit(url, 'Nguyễn Văn An', '025090000001', own);
  const id = 'tiepnhan.h44-01';
  const reception = await callerOf(url, { kind: 'officer', id, unit: RECEIVING, roles: ['reception'] });
  await reception.post(`/v1/tasks/${code}.t1/decision`, { decision: 'accept' });
  await reception.post(`/v1/tasks/${code}.t2/decision`, { decision: 'forward' });
  return code;
}

const about = (code: string) => ({ slip: `${code}.pc1`, dossier: code });
const noticeOf = (code: string) => ({
  ...about(code),
  type: 'notice',
  number: 'LTB2640123/TB-CCT',
  issuedOn: '2026-11-23',
  dueOn: '2099-12-23',
  lines: [{ kind: 'registrationFee', amount: 750_000 }],
  total: 750_000,
  treasury: { number: '7111.0.1234567', holder: 'Kho bạc Nhà nước khu vực VIII', at: 'Kho bạc Nhà nước' },
  paymentCode: '11060012611230001',
  replaces: null,
});
const paymentOf = (code: string) => ({
  ...about(code),
  type: 'payment',
  notice: 'LTB2640123/TB-CCT',
  document: 'GNT-0001',
  amount: 750_000,
  paidOn: '2026-11-23',
});

/** A handler sends a slip, the tax office answers it, the citizen sees what is owed the treasury. */
export async function landDay(browser: Browser, url: string, office: SimulatedTaxOffice): Promise<void> {
  const code = await landDossier(url);
  const desk = await browser.newPage({ locale: 'vi-VN' });
  await signInOfficer(desk, url, 'Cán bộ thụ lý 03.01 một', {
    unit: UNIT,
    path: `/officer/dossiers/${code}`,
  });
  await desk.getByText('Lập phiếu chuyển').click();
  for (const [label, text] of FIELDS) await desk.getByLabel(label).fill(text);
  await desk.getByLabel('Lệ phí trước bạ').selectOption('applicant');
  await isReadable(desk);
  await desk.getByRole('button', { name: 'Gửi cơ quan thuế' }).click();
  await desk
    .getByText(/Chờ gửi|Cơ quan thuế đã nhận/)
    .first()
    .waitFor();
  // The schedule sends it within minutes; an office that was quicker to answer is believed as well.
  assert.equal((await office.tell(noticeOf(code))).status, 200);
  await desk.reload();
  await desk.getByText('Còn phải nộp vào ngân sách').waitFor();
  await isReadable(desk);

  const telephone = await browser.newPage({ locale: 'vi-VN' });
  await signInApplicant(telephone, url, 'Nguyễn Văn An', `/mine/dossiers/${code}`);
  await telephone.getByRole('heading', { name: /^Nghĩa vụ tài chính về đất đai/ }).waitFor();
  await telephone.getByText('750.000 đ').first().waitFor();
  await isReadable(telephone);
  await telephone.getByRole('link', { name: 'Trang thông tin để đi nộp' }).click();
  await telephone.getByText('Mã định danh khoản phải nộp').waitFor();
  assert.equal(await telephone.getByRole('img', { name: 'Mã VietQR để nộp' }).count(), 0);
  await isReadable(telephone);

  assert.equal((await office.tell(paymentOf(code))).status, 200);
  await telephone.reload();
  await telephone.getByText('Đã nộp đủ vào ngân sách nhà nước.').waitFor();
  for (const page of [desk, telephone]) await page.close();
}
