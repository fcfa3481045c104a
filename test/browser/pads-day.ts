import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { textOfPages } from '../support/documents/read-pdf.ts';
import { expectReadable } from './support/accessible.ts';
import { officerOf } from './support/dossiers.ts';
import { keptInBrowser } from './support/session-end.ts';
import { signInOfficer } from './support/sign-in.ts';

const TABLET = { width: 1024, height: 768 };

/** A dossier that was handed in at the counter and accepted: its applicant has a place to sign on the receipt. */
async function atTheDesk(url: string): Promise<string> {
  const reception = await officerOf(url, 'tiepnhan', 'reception');
  const { code } = await reception.post<{ code: string }>('/v1/dossiers', {
    procedure: '1.013225',
    channel: 'counter',
    receivingUnit: 'H44.101',
    applicant: { kind: 'person', name: 'Hoàng Thị Lan', identityNumber: '025190000066' },
    components: ['c1', 'c2', 'c7'].map(component => ({ component, paperCopies: 1 })),
  });
  await reception.post(`/v1/tasks/${code}.t1/decision`, { decision: 'accept' });
  return code;
}

/** Writes a name with the mouse, in two strokes. */
async function writeName(page: Page): Promise<void> {
  const field = await page.locator('.ink-field').boundingBox();
  assert.ok(field);
  const at = (share: number, height: number) =>
    [field.x + field.width * share, field.y + field.height * height] as const;
  for (const from of [0.15, 0.5]) {
    await page.mouse.move(...at(from, 0.5));
    await page.mouse.down();
    for (let step = 1; step <= 24; step++)
      await page.mouse.move(...at(from + step * 0.014, 0.5 - 0.3 * Math.sin(step / 2.5)));
    await page.mouse.up();
  }
}

/** Reception pairs a tablet, a citizen signs the receipt on it, and the officer sees it arrive. */
export async function padsDay(page: Page, url: string, browser: Browser): Promise<void> {
  const code = await atTheDesk(url);
  await page.setViewportSize({ width: 1440, height: 900 });
  await signInOfficer(page, url, 'Cán bộ tiếp nhận 101', { path: '/officer/pads' });
  await page.getByText('Chưa có bàn ký nào được ghép.').waitFor();
  await page.getByLabel('Tên bàn ký').fill('Quầy 2');
  await page.getByRole('button', { name: 'Ghép bàn ký' }).click();
  const pairingCode = await page.locator('.pairing-code').textContent();
  await expectReadable(page);

  // The tablet: a browser of its own, without any session of the officer.
  const context = await browser.newContext({ viewport: TABLET, locale: 'vi-VN', hasTouch: true });
  const tablet = await context.newPage();
  tablet.setDefaultTimeout(15_000);
  await tablet.goto(`${url}/pad`);
  await tablet.getByLabel('Mã ghép').fill('AAAAA-AAAAA');
  await tablet.getByRole('button', { name: 'Ghép' }).click();
  await tablet.getByText('Mã ghép bàn ký không dùng được').waitFor();
  await expectReadable(tablet);
  await tablet.goto(`${url}/pad?again#${pairingCode}`);
  await tablet.getByText('Văn bản cần ký sẽ hiện ở đây.').waitFor();
  assert.equal(new URL(tablet.url()).hash, '');
  await expectReadable(tablet);
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByText('Sẵn sàng').waitFor();

  await page.goto(`${url}/officer/dossiers/${code}`);
  await page.getByRole('button', { name: /^Ký trên bàn ký/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Đưa lên bàn ký' }).click();
  await tablet.getByRole('heading', { name: /GIẤY TIẾP NHẬN HỒ SƠ/ }).waitFor();
  await page.getByText('Văn bản đang hiện trên bàn ký').waitFor();
  await expectReadable(page);
  for (const size of [{ width: 360, height: 740 }, { width: 1440, height: 900 }, TABLET]) {
    await tablet.setViewportSize(size);
    await expectReadable(tablet);
  }
  assert.equal(await tablet.getByRole('button', { name: 'Xong' }).isDisabled(), true);
  await writeName(tablet);
  await tablet.getByRole('button', { name: 'Ký lại' }).click();
  await tablet.locator('button:disabled', { hasText: 'Xong' }).waitFor();
  await writeName(tablet);
  await tablet.getByRole('button', { name: 'Xong' }).click();
  await tablet.getByText('Cảm ơn ông/bà.').waitFor();
  assert.doesNotMatch((await tablet.textContent('body')) ?? '', /Hoàng Thị Lan/);
  assert.doesNotMatch(await keptInBrowser(tablet), /Hoàng|H44.101-\d{6}/);

  await page.getByText('Nét ký đã về và được ghi vào nhật ký hồ sơ.').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Đóng' }).click();
  await page.getByText('Ký tay trên bàn ký điện tử').first().waitFor();
  const printed = page.waitForResponse(/\/forms\/01-2-3\?/);
  const [tab] = await Promise.all([
    page.waitForEvent('popup'),
    page
      .getByRole('listitem')
      .filter({ hasText: 'có nét chữ ký tay ghi lúc' })
      .getByRole('button', { name: /^Mở khổ A5/ })
      .click(),
  ]);
  const form = (await (await printed).json()) as { url: string };
  const bytes = new Uint8Array(await (await fetch(form.url)).arrayBuffer());
  assert.match((await textOfPages(bytes)).join(' ').replace(/\s+/g, ' '), /không phải chữ ký số/);
  await tab.close();
  await page.setViewportSize({ width: 360, height: 740 });
  await expectReadable(page);

  // Nobody signs, and the pairing ends.
  await page.goto(`${url}/officer/pads`);
  await page.getByText('Đã ký').waitFor();
  await expectReadable(page);
  await page.getByRole('button', { name: 'Kết thúc ghép' }).click();
  await tablet.getByText('Việc ghép đã kết thúc. Hãy ghép lại.').waitFor();
  assert.doesNotMatch(await keptInBrowser(tablet), /secret/);
  await context.close();
}
