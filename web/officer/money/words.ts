import type { TreasuryWay } from '../../api/generated.ts';
import { wording } from '../../wording/language.tsx';

/** What all of these rooms say. */
export const words = wording({
  vi: {
    menu: 'Các phần kế toán thu',
    parts: {
      reconciliation: 'Đối soát',
      statements: 'Nạp sao kê',
      unsettled: 'Chưa quyết toán',
      unassigned: 'Tiền chưa rõ nguồn',
      accounts: 'Tài khoản đơn vị',
      figures: 'Số liệu thanh toán',
    },
    none: 'Không có trang này.',
    gateways: {
      platform: 'Nền tảng thanh toán',
      bank: 'Chuyển khoản ngân hàng',
      deposit: 'Tiền mặt nộp vào tài khoản',
    } as Record<TreasuryWay, string>,
    download: 'Tải về:',
    csv: 'Tệp CSV',
    xlsx: 'Tệp Excel (XLSX)',
    loading: 'Đang tải…',
    count: (count: string) => `${count} khoản`,
    days: (days: number) => (days === 0 ? 'hôm nay' : `${days} ngày`),
    again: 'Tải lại',
  },
  en: {
    menu: 'Parts of the accounts',
    parts: {
      reconciliation: 'Reconciliation',
      statements: 'Load a statement',
      unsettled: 'Not settled yet',
      unassigned: 'Money of nobody',
      accounts: 'Accounts of a unit',
      figures: 'Figures of payment',
    },
    none: 'There is no such page.',
    gateways: { platform: 'Payment platform', bank: 'Bank transfer', deposit: 'Cash paid in' },
    download: 'Download:',
    csv: 'CSV',
    xlsx: 'Excel (XLSX)',
    loading: 'Loading …',
    count: (count: string) => `${count} payments`,
    days: (days: number) => (days === 0 ? 'today' : `${days} days`),
    again: 'Load again',
  },
});
