import { toRfc3339 } from '../../functions/domain/vietnam-time.ts';
import { clockTime } from '../clock-time.ts';
import { both, type Page } from './page.ts';

/** The first page for a newcomer who opens the address in a browser. */
export function homePage({ now, speed }: { now: number; speed: number }): Page {
  const time = clockTime(toRfc3339(now));
  const [viPace, enPace] =
    speed === 1 ? ['', ''] : [`, chạy nhanh gấp ${speed} lần`, `, running ${speed} times faster`];
  const links: readonly (readonly [href: string, vi: string, en: string])[] = [
    ['/officer', 'Bàn làm việc của cán bộ', 'The officers’ desk'],
    ['/procedures', 'Thủ tục', 'Procedures'],
    ['/track', 'Theo dõi hồ sơ', 'Follow a dossier'],
    ['/verify', 'Kiểm tra kết quả', 'Check a result'],
    ['/mine', 'Hồ sơ của tôi', 'My dossiers'],
    ['/docs', 'Tài liệu API, thử được ngay trên trang', 'API documentation, to try out on the page'],
    ['/openapi.json', 'Đặc tả OpenAPI', 'OpenAPI document'],
    ['/dev/tokens', 'Lấy mã truy cập để thử', 'Tokens for trying it out'],
    ['/docs/vi/bat-dau-nhanh.md', 'Bắt đầu nhanh (tiếng Việt)', 'Quick start, in Vietnamese'],
    ['/README.md', 'README: mười lệnh đi trọn một hồ sơ', 'README: a whole dossier in ten requests'],
  ];
  return {
    title: 'Một Cửa – Phú Thọ',
    main: `<h1>Một Cửa</h1>
<p>${both(
      'Máy chủ giả lập của tỉnh mẫu Phú Thọ: tiếp nhận, giải quyết và trả kết quả thủ tục hành chính qua API.',
      'Embedded host of the starter province Phú Thọ: administrative procedures received, processed and answered over an API.',
    )}</p>
<ul>
${links.map(([href, vi, en]) => `<li><a href="${href}">${vi}</a><span lang="en">${en}</span></li>`).join('\n')}
</ul>
<p>${both(`Đồng hồ của máy này: ${time}${viPace}.`, `The clock of this host: ${time}${enPace}.`)}</p>
<p class="note">${both(
      'Máy này cấp mã truy cập cho bất kỳ ai hỏi: chỉ dùng để phát triển, tập huấn và trình diễn, không tiếp nhận hồ sơ thật.',
      'This host gives a token to anybody who asks: for development, training and demonstrations only, never for real dossiers.',
    )}</p>`,
  };
}
