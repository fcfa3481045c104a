import { createHash } from 'node:crypto';
import type { WireHandler } from '../../local/host/http-server.ts';

/** A page of the host: what is in its body, and the script it runs, if any. */
export interface Page {
  readonly title: string;
  readonly main: string;
  readonly script?: string;
  /** Whether it has a form, which is sent to the host. */
  readonly submits?: boolean;
}

const STYLE = `
:root { color-scheme: light dark; --ink: #1b1b1b; --soft: #595959; --line: #d0d0d0; --paper: #fff; --link: #0b57a4; --note: #fff4d6 }
@media (prefers-color-scheme: dark) { :root { --ink: #eee; --soft: #b4b4b4; --line: #4a4a4a; --paper: #161616; --link: #8fc1ff; --note: #3a3113 } }
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere }
main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 3rem }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .25rem }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem }
a { color: var(--link) }
ul { list-style: none; margin: 0; padding: 0 }
li { border-top: 1px solid var(--line); padding: .75rem 0 }
li a { font-weight: 600 }
[lang=en] { display: block; color: var(--soft); font-size: .92rem }
.note { background: var(--note); border-radius: .4rem; padding: .75rem 1rem }
button { font: inherit; min-height: 2.75rem; padding: .3rem .9rem; border: 1px solid var(--line); border-radius: .4rem; background: transparent; color: inherit; cursor: pointer }
button:focus-visible, a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
.choices { display: flex; flex-wrap: wrap; gap: .5rem }
textarea { font: .85rem/1.4 ui-monospace, monospace; width: 100%; padding: .6rem; border: 1px solid var(--line); border-radius: .4rem; background: transparent; color: inherit; resize: vertical }
pre { font: .85rem/1.4 ui-monospace, monospace; white-space: pre-wrap; border: 1px solid var(--line); border-radius: .4rem; padding: .75rem; margin: .5rem 0 }
`;

const digest = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** A text escaped for HTML. */
export const shown = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A sentence in both languages, Vietnamese first. */
export const both = (vi: string, en: string) => `${vi}<span lang="en">${en}</span>`;

/** Answers with a page. Its policy allows only its own content, by digest, to run or load. */
export function answersWith(make: () => Page): WireHandler {
  return async () => {
    const { title, main, script, submits = false } = make();
    const policy = [
      "default-src 'none'",
      `style-src ${digest(STYLE)}`,
      'img-src data:',
      ...(script === undefined ? [] : [`script-src ${digest(script)}`, "connect-src 'self'"]),
      `base-uri 'none'; form-action ${submits ? "'self'" : "'none'"}; frame-ancestors 'none'`,
    ];
    return {
      status: 200,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': policy.join('; '),
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      },
      body: `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${shown(title)}</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>
<main>
${main}
</main>${script === undefined ? '' : `\n<script>${script}</script>`}
</body>
</html>
`,
    };
  };
}
