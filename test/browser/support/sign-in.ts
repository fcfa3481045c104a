import type { Page } from 'playwright-core';

/** Signs an officer in through the development provider, by the account’s name as the provider shows it. */
export async function signInOfficer(
  page: Page,
  url: string,
  name: string,
  { unit = 'H44.101', path = '/officer' }: { readonly unit?: string; readonly path?: string } = {},
): Promise<void> {
  await page.goto(url + path);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.locator('#unit').selectOption(unit);
  await page.getByRole('button', { name: 'Chọn đơn vị' }).click();
  await page.getByRole('link', { name, exact: true }).click();
  await page.locator('.site-nav a').first().waitFor();
}

/** Signs an applicant in through the development provider. */
export async function signInApplicant(page: Page, url: string, name: string, path = '/mine'): Promise<void> {
  await page.goto(url + path);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.getByRole('link', { name, exact: true }).click();
  await page.locator('.site-nav a').first().waitFor();
}
