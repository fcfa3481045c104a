import type { Channel } from '../../../../schemas/catalogue/procedure.ts';
import type { PublishedAmount } from './read-fee.ts';
import type { PublishedUnit } from './read-limit.ts';

const CHANNELS = new Map<string, Channel>([
  ['1', 'counter'],
  ['2', 'online'],
  ['3', 'post'],
]);

const UNITS = new Map<string, PublishedUnit>([
  ['ngày làm việc', 'workingDay'],
  ['ngày', 'calendarDay'],
  ['giờ làm việc', 'workingHour'],
  ['giờ', 'hour'],
  ['tháng', 'month'],
  ['năm', 'year'],
]);

/** Đồng for the dossier, a page or a copy, as the portal's staff write it. */
const DONG = /^(?:đồng|vnđ|vnd|đ)(?:\s*\/\s*(?:0?1\s+)?(?<per>trang|bản|hồ sơ|trường hợp))?$/u;

/** KENH: 1 at the counter (trực tiếp), 2 online (trực tuyến), 3 by public post (bưu chính công ích). */
export function channelOf(kenh: string): Channel | undefined {
  return CHANNELS.get(kenh.trim());
}

/** DONVITINH, or null if it is not one of the known words. "Ngày" alone is a calendar day. */
export function unitOf(donViTinh: string): PublishedUnit | null {
  return UNITS.get(plain(donViTinh)) ?? null;
}

/** A whole or decimal number in Vietnamese (`2.000`, `0,5`) or JSON notation (`2000`, `0.5`); null otherwise. */
export function numberOf(written: string): number | null {
  const digits = written.trim();
  if (/^\d{1,3}(\.\d{3})+$/.test(digits)) return Number(digits.replaceAll('.', ''));
  return /^\d+([.,]\d+)?$/.test(digits) ? Number(digits.replace(',', '.')) : null;
}

/** SOTIEN with DONVI as an amount; undefined if the number or the currency cannot be read. */
export function amountOf(soTien: string, donVi: string): PublishedAmount | undefined {
  const amount = numberOf(soTien);
  const unit = DONG.exec(plain(donVi));
  if (amount === null || unit === null) return undefined;
  const per = unit.groups?.['per'];
  if (per === 'trang') return { amount, per: 'page' };
  return per === 'bản' ? { amount, per: 'copy' } : { amount };
}

function plain(words: string): string {
  return words.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
}
