import { officerRole } from '../../schemas/identity/roles.ts';
import { both, type Page, shown } from './page.ts';

const UNIT = 'H44.101';

/** Callers for whom a click gives a token: the officers of the ward in the demonstration, and everyone else. */
const CALLERS: readonly (readonly [vi: string, request: Readonly<Record<string, unknown>>])[] = [
  ['Công dân', { kind: 'citizen', id: '025090000001', level: 2 }],
  ['Người nước ngoài', { kind: 'foreigner', id: 'C01234567', country: 'LAO' }],
  ['Doanh nghiệp', { kind: 'organisation', id: '2600108626' }],
  ['Cổng dịch vụ công', { kind: 'portal', id: 'dvcqg' }],
  ['Tiếp nhận', { kind: 'officer', id: 'tiepnhan.h44-101', unit: UNIT, roles: ['reception'] }],
  ['Nhân viên bưu chính', { kind: 'officer', id: 'buuchinh.h44-101', unit: UNIT, roles: ['postal'] }],
  ['Thụ lý', { kind: 'officer', id: 'thuly1.h44-101', unit: UNIT, roles: ['handler'] }],
  ['Lãnh đạo phòng', { kind: 'officer', id: 'lanhdao.h44-101', unit: UNIT, roles: ['leader'] }],
  ['Văn thư', { kind: 'officer', id: 'vanthu.h44-101', unit: UNIT, roles: ['registryClerk'] }],
  ['Lãnh đạo ký', { kind: 'officer', id: 'kyduyet.h44-101', unit: UNIT, roles: ['signer'] }],
  ['Theo dõi toàn tỉnh', { kind: 'officer', id: 'theodoi.h44', unit: 'H44', roles: ['overseer'] }],
  ['Thanh tra', { kind: 'officer', id: 'thanhtra.h44', unit: 'H44', roles: ['auditor'] }],
  ['Quản trị', { kind: 'administrator', id: 'quantri.h44', unit: 'H44' }],
];

const SCRIPT = `
const token = document.getElementById('token');
const asked = document.getElementById('asked');
for (const button of document.querySelectorAll('button[data-request]'))
  button.addEventListener('click', async () => {
    const body = button.dataset.request;
    asked.textContent = body;
    const answer = await fetch('/dev/tokens', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    const said = await answer.json();
    token.value = said.token ?? said.detail;
    token.focus();
    token.select();
  });
`;

/** Issues development tokens by a click, and says how a program requests them. */
export function tokenPage(apiUrl: string): Page {
  const buttons = CALLERS.map(
    ([vi, request]) =>
      `<button type="button" data-request="${shown(JSON.stringify(request))}">${vi}</button>`,
  );
  const example = JSON.stringify({
    kind: 'officer',
    id: 'thuly1.h44-101',
    unit: UNIT,
    roles: ['handler'],
  });
  return {
    title: 'Mã truy cập để thử – Một Cửa',
    script: SCRIPT,
    main: `<p><a href="/">Một Cửa</a></p>
<h1>Mã truy cập để thử</h1>
<p>${both(
      'Chọn một người; dán mã vào nút Authorize của <a href="/docs">tài liệu API</a>, hoặc gửi trong tiêu đề <code>authorization: Bearer …</code>.',
      'Choose somebody; paste the token into Authorize of the documentation, or send it as <code>authorization: Bearer …</code>.',
    )}</p>
<p class="choices">
${buttons.join('\n')}
</p>
<p><label for="token">Mã truy cập (token)</label>
<textarea id="token" rows="7" readonly></textarea></p>
<pre id="asked" aria-live="polite">&nbsp;</pre>
<h2>Từ chương trình khác</h2>
<p lang="en">From a program</p>
<pre>curl -s ${shown(apiUrl)}/dev/tokens -H 'content-type: application/json' \\
  -d '${shown(example)}'</pre>
<p>Vai trò (roles): <code>${officerRole.options.join(', ')}</code>. Mức định danh của công dân (level): <code>1, 2</code>.</p>`,
  };
}
