import type { TreasuryWay } from '../../../schemas/money/gateway.ts';
import { asWritten, type Words } from '../../../schemas/words.ts';

const titles: Readonly<Record<TreasuryWay, Words>> = {
  platform: { vi: 'nền tảng thanh toán', en: 'payment platform' },
  bank: { vi: 'chuyển khoản ngân hàng', en: 'bank transfer' },
  deposit: { vi: 'tiền mặt nộp vào tài khoản', en: 'cash paid in' },
};

/** What a gateway is called in reports; one that is not known is its code. */
export const gatewayTitle = (code: string): Words =>
  (titles as Readonly<Record<string, Words>>)[code] ?? asWritten(code);
