import type { WireHandler } from '../../local/host/http-server.ts';
import { answersWith, both, shown } from '../pages/page.ts';
import type { Audience, People } from './people.ts';

/** The provider’s page: whom to be. Every choice is a link that repeats what the pages asked for. */
export function choosePage(
  audience: Audience,
  people: People,
  asked: URLSearchParams,
): ReturnType<WireHandler> {
  const unit = asked.get('unit') ?? undefined;
  const found = people.of(audience, unit);
  const units = people.units(audience);
  const chosenUnit = unit ?? people.firstUnit;
  const selected = (code: string) => (code === chosenUnit ? ' selected' : '');
  const chosen = (key: string) => {
    const query = new URLSearchParams(asked);
    query.set('person', key);
    return `?${query}`;
  };
  const hidden = [...asked]
    .filter(([name]) => name !== 'unit')
    .map(([name, value]) => `<input type="hidden" name="${shown(name)}" value="${shown(value)}">`)
    .join('');
  const options = units
    .map(
      ({ code, name }) =>
        `<option value="${shown(code)}"${selected(code)}>${shown(`${name} (${code})`)}</option>`,
    )
    .join('');
  const page = answersWith(() => ({
    title: 'Đăng nhập thử – Một Cửa',
    submits: true,
    main: `<h1>Đăng nhập thử</h1>
<p class="note">${both(
      'Chỉ có trên máy này, thay cho nhà cung cấp định danh của tỉnh: chọn một người, không cần mật khẩu.',
      'On this machine only, in place of the province’s identity provider: choose somebody, no password.',
    )}</p>
${
  units.length === 0
    ? ''
    : `<form><p><label for="unit">Đơn vị</label><br>
${hidden}<select id="unit" name="unit">${options}</select> <button>Chọn đơn vị</button></p></form>`
}
<ul>
${found
  .map(
    ({ key, name, detail }) =>
      `<li><a href="${shown(chosen(key))}">${shown(name)}</a> – ${shown(detail)}</li>`,
  )
  .join('\n')}
</ul>`,
  }));
  return page({ method: 'GET', path: '', query: '', headers: {}, body: Buffer.alloc(0) }, { address: '' });
}
