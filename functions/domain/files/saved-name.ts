import { normalizeText } from '../../../schemas/text.ts';
import { withoutNeedless } from '../../../schemas/text-faults.ts';

/** Characters that mean something to a file system or a shell, on whatever machine the file is saved. */
const MEANING = /[/\\:*?"<>|]/gu;

/** File systems take names of 255 bytes; browsers add to them when a name is there already. */
const LONGEST_BYTES = 200;

/**
 * The name a file is saved under: the one it was handed in with, as far as it is harmless, and with one of the endings
 * of its type, so that no machine takes it for something else.
 */
export function savedName(fileName: string, endings: readonly string[]): string {
  const plain = normalizeText(withoutNeedless(fileName))
    .replace(MEANING, '_')
    .replace(/\s+/gu, ' ')
    // What begins with a dot is hidden, and Windows drops dots and blanks at the end.
    .replace(/^[. ]+|[. ]+$/gu, '');
  const ending = endings.find(each => plain.toLowerCase().endsWith(each));
  const added = ending === undefined ? (endings[0] ?? '') : '';
  const stem = ending === undefined ? plain : plain.slice(0, -ending.length);
  const kept = ending === undefined ? added : plain.slice(-ending.length);
  return `${cut(stem === '' ? 'tep' : stem, LONGEST_BYTES - kept.length)}${kept}`;
}

/** The beginning of a text that takes at most so many bytes, whole letters only. */
function cut(text: string, bytes: number): string {
  const encoder = new TextEncoder();
  let left = bytes;
  let kept = '';
  for (const { segment } of new Intl.Segmenter('vi', { granularity: 'grapheme' }).segment(text)) {
    left -= encoder.encode(segment).length;
    if (left < 0) break;
    kept += segment;
  }
  return kept.trimEnd();
}
