import type { ComponentChildren } from 'preact';
import { type Language, useLanguage, useWords, wording } from '../wording/language.tsx';

const words = wording({
  vi: {
    skip: 'Đến nội dung chính',
    other: 'English',
    footer: 'Hệ thống thông tin giải quyết thủ tục hành chính',
    officers: 'Dành cho cán bộ',
    documentation: 'Tài liệu API',
    menu: 'Mục chính',
  },
  en: {
    skip: 'Skip to the content',
    other: 'Tiếng Việt',
    footer: 'Information system for administrative procedures',
    officers: 'For officers',
    documentation: 'API documentation',
    menu: 'Main menu',
  },
});

export interface NavEntry {
  readonly href: string;
  readonly text: string;
  readonly current: boolean;
}

export interface FrameProps {
  readonly province: string;
  readonly home: string;
  readonly entries: readonly NavEntry[];
  /** What the address asks for, which a change of language keeps. */
  readonly query?: Readonly<Record<string, string>>;
  /** At the end of the header: who has signed in. */
  readonly aside?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** The frame of every page: skip link, name, menu, language, content, footer. */
export function Frame({ province, home, entries, query, aside, children }: FrameProps) {
  const w = useWords(words);
  const other: Language = useLanguage() === 'vi' ? 'en' : 'vi';
  return (
    <>
      <a class="ds-skip-link" href="#main">
        {w.skip}
      </a>
      <header class="site-header">
        <div>
          <a class="site-name" href={home}>
            Một Cửa <small>{province}</small>
          </a>
          <nav class="site-nav" aria-label={w.menu}>
            {entries.map(({ href, text, current }) => (
              <a key={href} href={href} {...(current && { 'aria-current': 'page' as const })}>
                {text}
              </a>
            ))}
          </nav>
          <div class="row push">
            {aside}
            {/* Outside of the page's own addresses, so that the server is asked and remembers the choice. */}
            <a
              class="ds-link"
              href={`?${new URLSearchParams({ ...query, lang: other })}`}
              hreflang={other}
              lang={other}
              data-native
            >
              {w.other}
            </a>
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <footer class="site-footer">
        <div class="row apart">
          <span>{w.footer}</span>
          <span class="row">
            <a class="ds-link" href="/officer">
              {w.officers}
            </a>
            <a class="ds-link" href="/docs">
              {w.documentation}
            </a>
          </span>
        </div>
      </footer>
    </>
  );
}
