import { useWords, wording } from '../../wording/language.tsx';
import type { PublicPage } from '../page.ts';

const words = wording({
  vi: {
    title: 'Thủ tục hành chính',
    lead: 'Tra cứu thủ tục, theo dõi hồ sơ và kiểm tra kết quả. Không cần đăng nhập.',
    find: 'Tìm thủ tục',
    findHint: 'Gõ vài từ, có dấu hoặc không dấu: giay phep xay dung',
    track: 'Theo dõi hồ sơ',
    trackHint: 'Mã hồ sơ trên giấy tiếp nhận và hẹn trả kết quả',
    go: 'Xem',
    search: 'Tìm',
    more: 'Việc khác',
    verify: 'Kiểm tra một kết quả có thật hay không',
    mine: 'Hồ sơ của tôi: giấy tờ, bổ sung, ai đã xem dữ liệu của tôi',
    all: 'Tất cả thủ tục của tỉnh',
  },
  en: {
    title: 'Administrative procedures',
    lead: 'Find a procedure, follow a dossier, check a result. No sign-in needed.',
    find: 'Find a procedure',
    findHint: 'A few words, with or without diacritics: giay phep xay dung',
    track: 'Follow a dossier',
    trackHint: 'The dossier code on your receipt',
    go: 'Show',
    search: 'Search',
    more: 'Also here',
    verify: 'Check whether a result is genuine',
    mine: 'My dossiers: papers, supplements, who read my data',
    all: 'All procedures of the province',
  },
});

function Home() {
  const w = useWords(words);
  return (
    <div class="stack">
      <div class="stack prose">
        <h1>{w.title}</h1>
        <p>{w.lead}</p>
      </div>
      <div class="grid">
        <Ask action="/procedures" name="q" label={w.find} hint={w.findHint} submit={w.search} />
        <Ask action="/track" name="code" label={w.track} hint={w.trackHint} submit={w.go} />
      </div>
      <section class="panel stack">
        <h2>{w.more}</h2>
        <ul>
          {(
            [
              ['/procedures', w.all],
              ['/verify', w.verify],
              ['/mine', w.mine],
            ] as const
          ).map(([href, text]) => (
            <li key={href}>
              <a class="ds-link" href={href}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function Ask(props: {
  readonly action: string;
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly submit: string;
}) {
  const id = `ask-${props.name}`;
  return (
    <form class="panel stack" method="get" action={props.action}>
      <div class="ds-field">
        <label class="ds-label" for={id}>
          {props.label}
        </label>
        <p data-field="description" id={`${id}-hint`}>
          {props.hint}
        </p>
        <input class="ds-input" id={id} name={props.name} aria-describedby={`${id}-hint`} required />
      </div>
      <button class="ds-button" type="submit">
        {props.submit}
      </button>
    </form>
  );
}

export const home: PublicPage = {
  room: 'home',
  show: async ({ language }) => ({ title: words[language].title, content: <Home /> }),
};
