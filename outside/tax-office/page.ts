import type { Slip, Told } from './slips.ts';

const safe = (text: unknown) => String(text ?? '').replaceAll(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`);
const money = (amount: unknown) => `${Number(amount).toLocaleString('vi-VN')} đồng`;

/** Everything that the office received, and what it told of each slip; buttons tell the next thing. */
export function pageOf(slips: readonly Slip[]): string {
  const all = slips.length === 0 ? '<p>Chưa nhận phiếu chuyển nào.</p>' : slips.map(slipOf).join('\n');
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Cơ quan thuế (mô phỏng)</title>
</head>
<body>
<h1>Cơ quan thuế (mô phỏng)</h1>
<p><strong>Đây là trang mô phỏng để phát triển và kiểm thử: không có nghĩa vụ tài chính nào phát sinh.</strong></p>
${all}
</body>
</html>
`;
}

function slipOf(slip: Slip): string {
  const parcel = (slip.message['parcel'] ?? {}) as Readonly<Record<string, unknown>>;
  const applicant = (slip.message['applicant'] ?? {}) as Readonly<Record<string, unknown>>;
  const rows = [
    ['Hồ sơ', slip.dossier],
    ['Số tiếp nhận', slip.number],
    ['Số lần nhận', slip.times],
    ['Chủ hồ sơ', applicant['name']],
    ['Thửa đất', `${parcel['parcel']}, tờ bản đồ ${parcel['mapSheet']}, ${parcel['address']}`],
    ['Diện tích', `${parcel['area']} m²`],
  ];
  const facts = rows.map(([name, value]) => `<dt>${safe(name)}</dt><dd>${safe(value)}</dd>`).join('\n');
  const told = slip.told.map(each => `<li>${safe(textOf(each))}</li>`).join('\n');
  const buttons = [
    ['notice', 'Gửi thông báo nộp tiền'],
    ['nothing', 'Báo không phải nộp'],
    ['payment', 'Báo đã nộp đủ'],
    ['refusal', 'Từ chối phiếu'],
  ]
    .map(([what, name]) => `<button name="what" value="${what}">${name}</button>`)
    .join('\n');
  return `<section>
<h2>Phiếu chuyển ${safe(slip.slip)}</h2>
<dl>
${facts}
</dl>
<ol>
${told}
</ol>
<form method="post" action="/phieu/${encodeURIComponent(slip.slip)}">
${buttons}
</form>
</section>`;
}

function textOf(told: Told): string {
  switch (told.type) {
    case 'notice':
      return `Thông báo số ${told['number']}: ${money(told['total'])}`;
    case 'payment':
      return `Đã nộp ${money(told['amount'])}, chứng từ ${told['document']}`;
    case 'withdrawal':
      return `Thu hồi thông báo số ${told['notice']}`;
    default:
      return `Từ chối: ${told['code']}`;
  }
}
