import type { PaperHint } from '../../../schemas/api/digitization.ts';
import type { Digitization } from '../../../schemas/stored/digitization.ts';
import type { PageText } from '../../../schemas/stored/page-text.ts';
import { fold } from '../search/fold.ts';

/** A paper of the procedure, by its name. */
export interface NamedPaper {
  readonly id: string;
  readonly name: string;
}

/** Hints about a paper that was handed in for a component. */
export function hintsFor(
  record: Pick<Digitization, 'component' | 'blank' | 'unreadable'>,
  pages: readonly PageText[],
  papers: readonly NamedPaper[],
): PaperHint[] {
  return [
    ...otherPaper(record.component, pages, papers),
    ...missingPages(pages),
    ...(record.unreadable.length > 0 ? [{ kind: 'unreadable', pages: record.unreadable } as const] : []),
    ...(record.blank.length > 0 ? [{ kind: 'blank', pages: record.blank } as const] : []),
  ];
}

/** Words of nearly every paper and component. */
const COMMON = new Set(
  'cua va cac cho theo co hoac voi la mot ban chinh sao giay to van ke tu den ve duoc trong truong hop neu'.split(
    ' ',
  ),
);

const wordsOf = (text: string): string[] =>
  (fold(text).match(/[a-z]{2,}/g) ?? []).filter(word => !COMMON.has(word));

/** Words and pairs of words: syllables alone say little in Vietnamese. */
function termsOf(text: string): Set<string> {
  const words = wordsOf(text);
  return new Set([...words, ...words.slice(1).map((word, index) => `${words[index]} ${word}`)]);
}

/** Titles stand in the upper part of the first page. */
const TITLE = 0.45;
/** Another component must fit clearly better than the one it was handed in for, and well. */
const CLEARLY = 25;
const WELL = 55;

function otherPaper(
  own: string | null,
  pages: readonly PageText[],
  papers: readonly NamedPaper[],
): PaperHint[] {
  const [first] = pages;
  if (first?.state !== 'read' || own === null) return [];
  const ranked = rankPapers(first, papers);
  const [best] = ranked;
  const given = ranked.find(({ id }) => id === own)?.fit ?? 0;
  if (!best || best.id === own || best.fit < WELL || best.fit - given < CLEARLY) return [];
  return [{ kind: 'otherPaper', component: best.id, confidence: best.fit, page: first.page }];
}

/** How well each paper's name fits what the first page says, in per cent, best first. */
export function rankPapers(
  page: Pick<PageText, 'lines'>,
  papers: readonly NamedPaper[],
): { readonly id: string; readonly fit: number }[] {
  const title = termsOf(
    page.lines
      .filter(({ box }) => box.top < TITLE)
      .map(({ text }) => text)
      .join(' '),
  );
  const names = papers.map(({ id, name }) => ({ id, terms: termsOf(name) }));
  /** Terms that few of the procedure's papers share tell more. */
  const weight = (term: string) => 1 / names.filter(({ terms }) => terms.has(term)).length;
  return names
    .map(({ id, terms }) => {
      const weights = [...terms].map(term => [weight(term), title.has(term)] as const);
      const whole = weights.reduce((sum, [each]) => sum + each, 0);
      const found = weights.reduce((sum, [each, has]) => sum + (has ? each : 0), 0);
      return { id, fit: whole === 0 ? 0 : Math.round((100 * found) / whole) };
    })
    .toSorted((one, other) => other.fit - one.fit);
}

/** `Trang 2/3`, `2 / 3` alone in a line: at the head or foot of a page. */
const NUMBERED = /^(?:.*\btrang\s*)?(\d{1,3})\s*(?:\/|trên|of)\s*(\d{1,3})\.?$/iu;
const EDGE = 0.12;

/** Pages that the numbers on the others say there are. */
function missingPages(pages: readonly PageText[]): PaperHint[] {
  const numbered = pages.flatMap(page => {
    const line = page.lines.find(
      ({ text, box }) => (box.top < EDGE || box.top > 1 - EDGE) && NUMBERED.test(text.trim()),
    );
    const [, number, of] = NUMBERED.exec(line?.text.trim() ?? '') ?? [];
    return number && of && Number(number) <= Number(of)
      ? [{ page: page.page, number: Number(number), of: Number(of) }]
      : [];
  });
  const [first] = numbered;
  if (!first || numbered.some(({ of }) => of !== first.of)) return [];
  const there = new Set(numbered.map(({ number }) => number));
  const missing = Array.from({ length: first.of }, (_, index) => index + 1).filter(
    number => !there.has(number),
  );
  // Pages without a number, such as the back of a sheet, may be the missing ones.
  const unnumbered = pages.length - numbered.length;
  return missing.length > unnumbered
    ? [{ kind: 'pageMissing', missing, of: first.of, page: first.page }]
    : [];
}
