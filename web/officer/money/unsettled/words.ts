import { wording } from '../../../wording/language.tsx';

export const words = wording({
  vi: {
    title: 'Khoản chưa quyết toán',
    lead: 'Khoản đã xác nhận trên hồ sơ nhưng chưa có báo Có của kho bạc hoặc ngân hàng. Với khoản quá hạn quyết toán, hãy yêu cầu cổng thanh toán chuyển tiền.',
    sum: (count: string, amount: string) => `${count} khoản, ${amount}`,
    oldest: (days: number) => (days === 0 ? 'lâu nhất: hôm nay' : `lâu nhất: ${days} ngày`),
    overdueSum: (count: string, amount: string) => `quá hạn quyết toán: ${count} khoản, ${amount}`,
    which: 'Cổng thanh toán',
    all: 'Tất cả',
    none: 'Không có khoản nào chờ quyết toán.',
    first: (shown: string, all: string) =>
      `Hiển thị ${shown} khoản lâu nhất trong ${all}; tải tệp để xem tất cả.`,
    overdue: (days: number) => `quá hạn quyết toán, ${days} ngày`,
    paid: (at: string) => `nộp lúc ${at}`,
    transaction: (name: string) => `mã giao dịch ${name}`,
  },
  en: {
    title: 'Payments not settled yet',
    lead: 'Confirmed on dossiers, but no credit of the treasury or a bank shows them yet. Ask the gateway to pass on what is overdue.',
    sum: (count: string, amount: string) => `${count} payments, ${amount}`,
    oldest: (days: number) => (days === 0 ? 'oldest: today' : `oldest: ${days} days`),
    overdueSum: (count: string, amount: string) => `overdue: ${count} payments, ${amount}`,
    which: 'Gateway',
    all: 'All',
    none: 'No payment waits.',
    first: (shown: string, all: string) => `The oldest ${shown} of ${all} are shown; the file has all.`,
    overdue: (days: number) => `overdue, ${days} days`,
    paid: (at: string) => `paid ${at}`,
    transaction: (name: string) => `transaction ${name}`,
  },
});
