import * as z from 'zod';
import { withoutNeedless } from './text-faults.ts';
import { says } from './words.ts';

/**
 * The texts that people write. Each is kept as the kinds below keep it; what no text may hold (`refusalOf`) is refused where requests
 * come in and not here, for these are how stored items are read, too, and those must be readable for ever.
 */

const PLAIN = /^[\x20-\x7E]*$/;

/**
 * A text as it is kept: composed (NFC), with one kind of line end. Vietnamese tones typed before the circumflex or
 * breve (as some keyboards send them) are put after it, or they would never compose. Selectors between the text and
 * the emoji look of a symbol are dropped: documents have one look. Letters that came joined out of a printed text (ﬁ)
 * are letters again.
 */
export function normalizeText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[\uFE0E\uFE0F]/g, '')
    .replace(/[\uFB00-\uFB06]/g, joined => joined.normalize('NFKC'))
    .normalize('NFD')
    .replace(
      /([aeo])([\u0300\u0301\u0303\u0309])(\u0302)|(a)([\u0300\u0301\u0303\u0309])(\u0306)/gi,
      toneLast,
    )
    .normalize('NFC');
}

function toneLast(_: string, ...groups: (string | undefined)[]): string {
  const [letter, tone, mark, a, toneOfA, breve] = groups;
  return letter === undefined ? `${a}${breve}${toneOfA}` : `${letter}${mark}${tone}`;
}

function onOneLine(text: string): string {
  return normalizeText(text).replace(/\s+/g, ' ').trim();
}

function onLines(text: string): string {
  return normalizeText(text)
    .replace(/[^\S\n]+(?=\n|$)/g, '')
    .replace(/^\n+|\s+$/g, '');
}

/** A text on one line: blanks, tabs and line ends between words become one space, so that it can write no line of its own anywhere. */
export function oneLine(min: number, max: number) {
  return z.string().overwrite(onOneLine).min(min).max(max);
}

/** A text of several lines, with its tabs and line ends. */
export function severalLines(min: number, max: number) {
  return z.string().overwrite(onLines).min(min).max(max);
}

/** What is looked for: read forgivingly, as typed codes are, since it was pasted from anywhere. */
export function soughtLine(min: number, max: number) {
  return z
    .string()
    .overwrite(text => onOneLine(withoutNeedless(text)))
    .min(min)
    .max(max);
}

/** The name of a file as its sender has it: a name and not a path, so that it leads nowhere wherever it is written. */
export function fileNameLine(min: number, max: number) {
  return oneLine(min, max).refine(
    name => !/[/\\]/.test(name) && !/^\.+$/.test(name),
    says({
      vi: 'chỉ ghi tên tệp, không ghi đường dẫn: tên không có dấu / hoặc \\',
      en: 'the name of a file and no path: it has no / and no \\',
    }),
  );
}

/**
 * A line of what administrators publish (procedures, units, calendars). Versions without these kinds were kept before: whatever
 * was long enough then is still read, a blank name as well.
 */
export function publishedLine(min: number, max: number) {
  return z.string().min(min).max(max).overwrite(unlessShorter(min, onOneLine));
}

/** A published text of several lines. */
export function publishedLines(min: number, max: number) {
  return z.string().min(min).max(max).overwrite(unlessShorter(min, onLines));
}

function unlessShorter(min: number, keep: (text: string) => string) {
  return (text: string) => {
    const kept = keep(text);
    return kept.length < min ? text : kept;
  };
}
