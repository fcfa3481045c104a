import type { Payment } from './payments.ts';

const safe = (text: unknown) => String(text ?? '').replaceAll(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`);
const money = (amount: number) => `${amount.toLocaleString('vi-VN')} đồng`;

const sheetOf = (inside: string) => `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Thanh toán (mô phỏng)</title>
</head>
<body>
<h1>Thanh toán trực tuyến (mô phỏng)</h1>
<p><strong>Đây là trang mô phỏng để phát triển và kiểm thử: không có tiền nào được chuyển.</strong></p>
${inside}
</body>
</html>
`;

/** The page of a payment, with one button that pays. */
export function pageOf(payment: Payment, now: number): string {
  const receipt = (payment.message['ThongTinBienLai'] ?? {}) as Readonly<Record<string, unknown>>;
  const rows = [
    ['Hồ sơ', receipt['MaHoSo']],
    ['Thủ tục', receipt['TenTTHC']],
    ['Đơn vị thu', receipt['TenDonVi']],
    ['Người nộp', receipt['HoTenNguoiNop']],
    ['Nội dung', payment.message['ThongTinGiaoDich']],
    ['Mã tham chiếu', payment.reference],
    ['Số tiền', money(payment.asked)],
  ];
  const table = rows.map(([name, value]) => `<dt>${safe(name)}</dt><dd>${safe(value)}</dd>`).join('\n');
  return sheetOf(`<dl>\n${table}\n</dl>\n${stateOf(payment, now)}`);
}

function stateOf(payment: Payment, now: number): string {
  if (payment.state === 'paid')
    return `<p role="status">Đã thanh toán ${money(payment.amount)}, mã giao dịch ${safe(payment.transaction)}.</p>`;
  if (payment.state === 'failed') return '<p role="status">Thanh toán không thành công.</p>';
  if (now > payment.expiresAt) return '<p role="status">Trang thanh toán đã hết hạn.</p>';
  return '<form method="post"><button type="submit">Thanh toán (mô phỏng)</button></form>';
}

export const noSuchPage = () => sheetOf('<p>Không có giao dịch này.</p>');
