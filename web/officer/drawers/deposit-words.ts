import { wording } from '../../wording/language.tsx';

export const depositWords = wording({
  vi: {
    title: 'Nộp tiền vào kho bạc, ngân hàng',
    waits: (count: number, due: string, days: number) =>
      `chưa nộp ${due} của ${count} két, lâu nhất ${days} ngày`,
    nothing: 'Không còn két đã đóng nào chưa nộp tiền.',
    drawer: (who: string, at: string, due: string) => `${who}, đóng ${at}: ${due}`,
    age: (days: number) => (days === 0 ? 'hôm nay' : `${days} ngày`),
    amount: 'Số tiền đã nộp (đồng)',
    due: (due: string) => `Phải nộp ${due}: số đếm được trừ tiền lẻ đầu ca.`,
    slip: 'Số giấy nộp tiền',
    day: 'Ngày nộp',
    reason: 'Lý do (bắt buộc khi nộp khác số phải nộp; do người khác ghi nhận)',
    record: 'Ghi nhận đã nộp',
    last: 'Các lần nộp gần đây',
    deposit: (slip: string, amount: string, day: string, who: string) =>
      `${slip}: ${amount}, ngày ${day}, ${who}`,
    differs: (much: string, more: boolean) => `${more ? 'nhiều hơn' : 'ít hơn'} ${much}`,
    underWay: 'chưa có trên sao kê',
    settled: (day: string) => `kho bạc báo có ${day}`,
    paidIn: 'đã nộp kho bạc',
    notPaidIn: 'chưa nộp',
  },
  en: {
    title: 'Cash paid in at the treasury or bank',
    waits: (count: number, due: string, days: number) =>
      `${due} of ${count} ${count === 1 ? 'drawer' : 'drawers'} not paid in, the oldest for ${days} ${days === 1 ? 'day' : 'days'}`,
    nothing: 'No closed drawer is left whose cash was not paid in.',
    drawer: (who: string, at: string, due: string) => `${who}, closed ${at}: ${due}`,
    age: (days: number) => (days === 0 ? 'today' : days === 1 ? '1 day' : `${days} days`),
    amount: 'Paid in (đồng)',
    due: (due: string) => `Due ${due}: what was counted, less the change at the beginning.`,
    slip: 'Number of the slip',
    day: 'Day of the deposit',
    reason: 'Reason (needed where another amount was paid in; somebody else records it)',
    record: 'Record as paid in',
    last: 'Last deposits',
    deposit: (slip: string, amount: string, day: string, who: string) => `${slip}: ${amount}, ${day}, ${who}`,
    differs: (much: string, more: boolean) => `${much} ${more ? 'more' : 'less'}`,
    underWay: 'on no statement yet',
    settled: (day: string) => `at the treasury ${day}`,
    paidIn: 'paid in',
    notPaidIn: 'not paid in',
  },
});
