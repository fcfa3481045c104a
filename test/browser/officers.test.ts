import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProvinceHost } from '../support/province-host.ts';
import { expectReadable, seriousFaults } from './support/accessible.ts';
import { callerOf } from './support/api-caller.ts';
import { chromiumPath, openBrowser } from './support/chromium.ts';
import { officerOf, submit, submitForSignature } from './support/dossiers.ts';
import { bootPages } from './support/pages-host.ts';
import { signInOfficer } from './support/sign-in.ts';

const RECEPTION = 'Cán bộ tiếp nhận 101';
const missing = chromiumPath() === undefined;

describe.skipIf(missing)(`officers’ pages${missing ? ' (no Chromium on this machine)' : ''}`, () => {
  let host: ProvinceHost;
  let browser: Browser;
  /** The roles that the provider gives reception from now on, in place of those on record. */
  let roles: readonly string[] | undefined;

  beforeAll(async () => {
    host = await bootPages(people => ({
      ...people,
      find(audience, key) {
        const person = people.find(audience, key);
        return person && roles && key === 'tiepnhan.h44-101'
          ? { ...person, request: { ...person.request, roles: [...roles] } as typeof person.request }
          : person;
      },
    }));
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await host?.stop();
  });

  /** A window of its own, whose page must not fail; errors of its scripts fail the test that opened it. */
  async function opened(width = 1440): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'vi-VN' });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    page.on('pageerror', error => faults.push(error.message));
    return page;
  }
  const faults: string[] = [];
  const linkTo = (page: Page, code: string) => page.locator(`.task-row:has-text("${code}") .task-what a`);

  async function expectSound(page: Page) {
    await expectReadable(page);
    expect(faults).toEqual([]);
  }

  test('reception finds, opens and accepts a dossier without a mouse', async () => {
    const code = await submit(host.apiUrl);
    const page = await opened();
    await signInOfficer(page, host.apiUrl, RECEPTION);
    await linkTo(page, code).waitFor();
    await expectSound(page);
    await page.keyboard.press('j');
    const first = page.locator('.task-what a:focus');
    await first.waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Chọn cách xử lý').waitFor();
    await expectSound(page);
    await page.getByRole('radio', { name: 'Tiếp nhận hồ sơ' }).focus();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Xác nhận: Tiếp nhận hồ sơ' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Đã ghi: Tiếp nhận hồ sơ.').waitFor();
    await page
      .getByText(/Hẹn trả/)
      .first()
      .waitFor();
    await page.context().close();
  });

  test('the filter lives in the address, and survives an opened dossier and the way back', async () => {
    const code = await submit(host.apiUrl);
    const page = await opened();
    await signInOfficer(page, host.apiUrl, RECEPTION);
    await page.getByText('Bộ lọc').click();
    await page.getByLabel('Công đoạn').selectOption('reception');
    await page.waitForURL(/phase=reception/);
    await linkTo(page, code).click();
    await page.getByText('Chọn cách xử lý').waitFor();
    await page.goBack();
    await linkTo(page, code).waitFor();
    expect(page.url()).toContain('phase=reception');
    await page.reload();
    await linkTo(page, code).waitFor();
    expect(page.url()).toContain('phase=reception');
    await page.context().close();
  });

  test('a colleague who was quicker is told of, and what was typed is kept', async () => {
    const code = await submit(host.apiUrl);
    const page = await opened();
    await signInOfficer(page, host.apiUrl, RECEPTION, { path: `/officer/dossiers/${code}` });
    await page.getByLabel('Từ chối tiếp nhận', { exact: true }).check();
    await page.getByLabel('Lý do (bắt buộc)').fill('Không thuộc thẩm quyền của xã.');
    const colleague = await officerOf(host.apiUrl, 'tiepnhan', 'reception');
    await colleague.post(`/v1/tasks/${code}.t1/decision`, { decision: 'accept' });
    await page.getByRole('button', { name: /Xác nhận: Từ chối/ }).click();
    await page.getByRole('button', { name: 'Đồng ý thực hiện' }).click();
    await page.getByText(/Đồng nghiệp đã xử lý việc này/).waitFor();
    await page
      .getByRole('region', { name: 'Những gì ông/bà đã viết' })
      .getByText('Không thuộc thẩm quyền của xã.')
      .waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.context().close();
  });

  test('a decision without its reason is refused beside the field, in the officer’s language', async () => {
    const code = await submit(host.apiUrl);
    const page = await opened(360);
    await signInOfficer(page, host.apiUrl, RECEPTION, { path: `/officer/dossiers/${code}` });
    await page.getByLabel('Yêu cầu bổ sung', { exact: true }).check();
    await page.getByRole('button', { name: /Xác nhận: Yêu cầu bổ sung/ }).click();
    await page.locator('textarea[aria-invalid]').first().waitFor();
    await expectSound(page);
    await page.context().close();
  });

  test('without a connection the text stays, and the second try happens once', async () => {
    const code = await submit(host.apiUrl);
    const page = await opened();
    await signInOfficer(page, host.apiUrl, RECEPTION, { path: `/officer/dossiers/${code}` });
    await page.getByRole('radio', { name: 'Tiếp nhận hồ sơ' }).check();
    const note = page.getByLabel(/Ghi chú nội bộ/);
    await note.fill('Đã đối chiếu bản gốc.');
    await page.context().setOffline(true);
    const confirm = page.getByRole('button', { name: 'Xác nhận: Tiếp nhận hồ sơ' });
    await confirm.click();
    await page
      .getByText(/Không kết nối được máy chủ/)
      .first()
      .waitFor();
    expect(await note.inputValue()).toBe('Đã đối chiếu bản gốc.');
    await page.context().setOffline(false);
    await confirm.dblclick();
    await page.getByText('Đã ghi: Tiếp nhận hồ sơ.').waitFor();
    const reader = await officerOf(host.apiUrl, 'tiepnhan', 'reception');
    const { items } = await reader.get<{ items: { data: { type: string } }[] }>(
      `/v1/dossiers/${code}/history`,
    );
    expect(items.filter(({ data }) => data.type === 'accepted')).toHaveLength(1);
    await page.context().close();
  });

  test('a task that a colleague closed leaves the list by itself', async () => {
    const code = await submit(host.apiUrl);
    const page = await opened();
    await page.clock.install();
    await signInOfficer(page, host.apiUrl, RECEPTION);
    await linkTo(page, code).waitFor();
    const colleague = await officerOf(host.apiUrl, 'tiepnhan', 'reception');
    await colleague.post(`/v1/tasks/${code}.t1/decision`, { decision: 'accept' });
    await page.clock.fastForward(5100);
    await linkTo(page, code).waitFor({ state: 'detached' });
    expect(await page.locator('.task-row').count()).toBeGreaterThan(0);
    await page.context().close();
  });

  test('a change of rights shows with the next token, and the end of the sign-in is told', async () => {
    const page = await opened();
    await signInOfficer(page, host.apiUrl, RECEPTION);
    const menu = page.locator('.site-nav');
    await menu.getByText('Tiếp nhận').waitFor();
    await recordRoles(host, ['handler']);
    roles = ['handler'];
    await refuseOnce(page);
    await page.getByRole('link', { name: 'Cả đơn vị' }).click();
    await menu.getByText('Tiếp nhận').waitFor({ state: 'detached' });
    await recordRoles(host, ['reception']);
    roles = undefined;
    await page.route('**/dev/sign-in/**', route =>
      route.fulfill({ status: 400, body: '{"error":"invalid_grant"}', contentType: 'application/json' }),
    );
    await page.route('**/v1/tasks**', route => route.fulfill({ status: 401, body: '{}' }));
    await page.getByRole('link', { name: 'Chưa ai nhận', exact: true }).click();
    await page
      .getByText(/Phiên đăng nhập đã hết/)
      .first()
      .waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('who signs in next in the same tab sees nothing of what the one before wrote', async () => {
    const code = await submit(host.apiUrl);
    const page = await opened();
    const path = `/officer/dossiers/${code}`;
    await signInOfficer(page, host.apiUrl, RECEPTION, { path });
    await page.getByLabel('Từ chối tiếp nhận', { exact: true }).check();
    await page.getByLabel('Lý do (bắt buộc)').fill('Bí mật của người trước.');
    await page.reload();
    await page.getByLabel('Lý do (bắt buộc)').waitFor();
    expect(await page.getByLabel('Lý do (bắt buộc)').inputValue()).toBe('Bí mật của người trước.');
    await page.locator('.menu > summary').click();
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await page.getByRole('button', { name: 'Đăng nhập' }).waitFor();
    await signInOfficer(page, host.apiUrl, 'Lãnh đạo phòng 101', { path });
    await page.getByText('Ai đang phải làm gì').waitFor();
    expect(await page.evaluate('JSON.stringify({ ...sessionStorage, ...localStorage })')).not.toContain(
      'Bí mật',
    );
    expect(await page.locator('textarea').count()).toBe(0);
    await page.context().close();
  });

  test('a signer signs several dossiers by one confirmation, each as it was read', async () => {
    const codes = [
      await submitForSignature(host.apiUrl, '025090000011'),
      await submitForSignature(host.apiUrl, '025090000012'),
    ];
    const page = await opened();
    await signInOfficer(page, host.apiUrl, 'Lãnh đạo ký 101', { path: '/officer/signing' });
    for (const code of codes) {
      const entry = page.locator('.signing > li', { hasText: code });
      await entry.locator('summary').click();
      await entry.getByText('Hồ sơ đủ điều kiện').waitFor();
      await entry.getByLabel(/Tôi đã đọc/).check();
    }
    await expectSound(page);
    await page.getByRole('button', { name: 'Ký 2 hồ sơ' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Ký', exact: true }).click();
    await page.getByText('Đã ký 2/2.').waitFor();
    const reader = await officerOf(host.apiUrl, 'kyduyet', 'signer');
    for (const code of codes)
      expect(await reader.get(`/v1/dossiers/${code}`)).toMatchObject({ outcome: 'granted' });
    await page.context().close();
  });

  test('twenty thousand tasks are scrolled through, and completing one keeps the place', async () => {
    const page = await opened();
    const gone = new Set<string>();
    await page.route(/\/v1\/tasks\?/, route => {
      const query = new URL(route.request().url()).searchParams;
      const from = Number(query.get('cursor') ?? 0);
      const all = Array.from({ length: 20_000 }, (_, index) => inventedTask(index)).filter(
        ({ id }) => !gone.has(id),
      );
      const items = all.slice(from, from + 100);
      const nextCursor = from + 100 < all.length ? String(from + 100) : null;
      return route.fulfill({ json: { items, nextCursor } });
    });
    await signInOfficer(page, host.apiUrl, RECEPTION);
    await page.locator('.task-row').first().waitFor();
    for (let page800 = 0; page800 < 9; page800 += 1) {
      await page.evaluate('scrollTo({ top: document.documentElement.scrollHeight })');
      await page
        .getByRole('status')
        .getByText(`${(page800 + 2) * 100}+ việc`)
        .waitFor();
    }
    await page.evaluate("scrollTo({ top: document.querySelector('.long-list li').offsetHeight * 800 })");
    await page.locator('.task-row', { hasText: 'H44.101-261101-0800' }).waitFor();
    const place = Number(await page.evaluate('scrollY'));
    gone.add(inventedTask(800).id);
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    await page.locator('.task-row', { hasText: 'H44.101-261101-0800' }).waitFor({ state: 'detached' });
    expect(Math.abs(Number(await page.evaluate('scrollY')) - place)).toBeLessThan(200);
    expect(await page.locator('.task-row').count()).toBeLessThan(80);
    await page.context().close();
  });
});

/** Records other roles of reception’s account, as an administrator does. */
async function recordRoles(host: ProvinceHost, roles: readonly string[]): Promise<void> {
  const administrator = await callerOf(host.apiUrl, {
    kind: 'administrator',
    id: 'quantri.h44',
    unit: 'H44',
  });
  await administrator.post('/v1/officers', {
    officers: [{ id: 'tiepnhan.h44-101', unit: 'H44.101', roles, name: RECEPTION, active: true }],
  });
}

/** Refuses the next request for tasks as an authorizer would whose token has ended. */
async function refuseOnce(page: Page): Promise<void> {
  let refused = false;
  await page.route(/\/v1\/tasks/, route => {
    if (refused) return route.continue();
    refused = true;
    return route.fulfill({ status: 401, body: '{}' });
  });
}

function inventedTask(index: number) {
  const dossier = `H44.101-261101-${String(index).padStart(4, '0')}`;
  const at = '2026-11-27T17:00:00+07:00';
  return {
    id: `${dossier}.t1`,
    phase: 'reception',
    step: null,
    name: 'Tiếp nhận hồ sơ',
    unit: 'H44.101',
    role: 'reception',
    openedAt: at,
    dueAt: at,
    alarms: { dueSoon: at, overdue: at, escalated: at },
    assignee: null,
    dossier,
    procedure: '1.013225',
    procedureName: `Cấp giấy phép xây dựng số ${String(index).padStart(4, '0')}`,
    field: 'Xây dựng',
    duplicates: [],
    channel: 'online',
    receivedAt: at,
    version: 1,
    alarm: 'none',
    closed: null,
    holderLeft: false,
  };
}
