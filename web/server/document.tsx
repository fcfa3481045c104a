import type { ComponentChildren } from 'preact';
import renderToString from 'preact-render-to-string';
import type { PageSettings } from '../session/settings.ts';
import { type Language, LanguageContext } from '../wording/language.tsx';
import { assetsOf } from './build.ts';

export interface DocumentProps {
  readonly language: Language;
  readonly title: string;
  /** The page's script, by its source in `web/`. */
  readonly entry: string;
  readonly settings: PageSettings;
  readonly body: ComponentChildren;
}

/** A whole page. Nothing in it runs or looks by itself: scripts and styles are files, settings are data. */
export function documentOf({ language, title, entry, settings, body }: DocumentProps): string {
  const { script, styles, modules } = assetsOf(entry);
  const html = renderToString(
    <html lang={language} data-color-scheme="light" data-size="sm">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <link rel="icon" href="data:," />
        {styles.map(style => (
          <link key={style} rel="stylesheet" href={style} />
        ))}
        {modules.map(file => (
          <link key={file} rel="modulepreload" href={file} />
        ))}
        <script type="module" src={script} />
      </head>
      <body>
        <LanguageContext.Provider value={language}>{body}</LanguageContext.Provider>
        <script
          type="application/json"
          id="settings"
          dangerouslySetInnerHTML={{ __html: JSON.stringify(settings).replaceAll('<', '\\u003c') }}
        />
      </body>
    </html>,
  );
  return `<!doctype html>\n${html}`;
}
