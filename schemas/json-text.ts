import type { Words } from './words.ts';

/** The text of a JSON file or request, or why its bytes are invalid. */
export type JsonText = { readonly text: string } | { readonly because: Words };

/** JSON is UTF-8 (RFC 8259); a leading byte order mark, as written by editors on Windows, is skipped. */
export function jsonTextOf(bytes: Uint8Array): JsonText {
  // JSON begins with an ASCII character: without a byte order mark, a zero byte next to it reveals UTF-16.
  const [first, second] = bytes;
  const marked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (marked || (bytes.length > 1 && (first === 0 || second === 0)))
    return {
      because: {
        vi: 'được lưu ở mã UTF-16: hãy lưu lại ở mã UTF-8',
        en: 'it is encoded in UTF-16: save it as UTF-8',
      },
    };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return {
      because: { vi: 'không ở mã UTF-8: hãy lưu lại ở mã UTF-8', en: 'it is not in UTF-8: save it as UTF-8' },
    };
  }
}
