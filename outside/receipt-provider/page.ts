import type { BookedReceipt } from './book.ts';

const safe = (text: unknown) => String(text ?? '').replaceAll(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`);

/** What a simulated provider received, the latest first. */
export function bookPage(provider: string, receipts: readonly BookedReceipt[]): string {
  const rows = receipts.toReversed().map(receipt => {
    const said = Object.entries(receipt.said).map(([name, value]) => `${safe(name)}: ${safe(value)}`);
    const cells = [
      `${receipt.pattern} ${receipt.serial} ${receipt.number}`,
      receipt.corrects === undefined ? receipt.how : `${receipt.how} ${receipt.corrects}`,
      receipt.key,
    ];
    return `<tr>${cells.map(cell => `<td>${safe(cell)}</td>`).join('')}<td>${said.join('<br>')}</td></tr>`;
  });
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Biên lai ${safe(provider)} (mô phỏng)</title>
</head>
<body>
<h1>Biên lai điện tử ${safe(provider)} (mô phỏng)</h1>
<p><strong>Đây là trang mô phỏng để phát triển và kiểm thử: không có biên lai nào có giá trị.</strong></p>
<table>
<tr><th>Mẫu, ký hiệu, số</th><th>Loại</th><th>Khóa</th><th>Nội dung nhận được</th></tr>
${rows.join('\n')}
</table>
</body>
</html>
`;
}
