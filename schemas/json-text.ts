import type { Words } from './words.ts';

/** The text of JSON as somebody saved or sent it, or why its bytes are none. */
export type JsonText = { readonly text: string } | { readonly because: Words };

/** JSON is UTF-8 (RFC 8259); a byte order mark before it, as editors on Windows write it, is passed over. */
export function jsonTextOf(bytes: Uint8Array): JsonText {
  // JSON begins with a character of ASCII: in UTF-16 a zero is beside it, where there is no byte order mark.
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
