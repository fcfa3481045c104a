/**
 * The value of `Content-Disposition` (RFC 6266): the name in plain letters for old programs, and unchanged for all
 * others (RFC 8187). Nothing in the name can end the quoted text or the line.
 */
export function dispositionHeader(disposition: 'inline' | 'attachment', name: string): string {
  return `${disposition}; filename="${plainLetters(name)}"; filename*=UTF-8''${encoded(name)}`;
}

/** `Đơn đề nghị (bản 2).pdf` → `Don de nghi (ban 2).pdf`; letters without a plain equivalent become `_`. */
function plainLetters(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/gu, 'd')
    .replace(/Đ/gu, 'D')
    .replace(/[^\x20-\x7E]|["\\%]/gu, '_');
}

/** RFC 8187’s `value-chars`: of what `encodeURIComponent` leaves, four have a meaning in the header. */
function encoded(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
