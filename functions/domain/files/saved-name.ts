import { normalizeText } from '../../../schemas/text.ts';
import { withoutNeedless } from '../../../schemas/text-faults.ts';

/** Characters with a meaning to a file system or shell, on any machine. */
const MEANING = /[/\\:*?"<>|]/gu;

/** File systems allow names of 255 bytes; browsers lengthen a name that already exists. */
const LONGEST_BYTES = 200;

/**
 * The name under which a file is saved: the original one as far as it is harmless, with an extension of its type, so
 * that no machine takes it for something else.
 */
export function savedName(fileName: string, endings: readonly string[]): string {
  const plain = normalizeText(withoutNeedless(fileName))
    .replace(MEANING, '_')
    .replace(/\s+/gu, ' ')
    // A leading dot hides a file, and Windows drops trailing dots and blanks.
    .replace(/^[. ]+|[. ]+$/gu, '');
  const ending = endings.find(each => plain.toLowerCase().endsWith(each));
  const added = ending === undefined ? (endings[0] ?? '') : '';
  const stem = ending === undefined ? plain : plain.slice(0, -ending.length);
  const kept = ending === undefined ? added : plain.slice(-ending.length);
  return `${cut(stem === '' ? 'tep' : stem, LONGEST_BYTES - kept.length)}${kept}`;
}

/** The beginning of a text that fits into so many bytes, whole letters only. */
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
