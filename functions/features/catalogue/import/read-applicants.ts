import type { Read } from './reading.ts';

/**
 * Kinds of applicants (đối tượng thực hiện). The source splits its list at every comma, even inside a name: "Tổ chức
 * (không bao gồm doanh nghiệp, HTX)", "Cán bộ, công chức, viên chức". A part is joined to the previous one while a
 * parenthesis is open or if it begins with a lower-case letter, which no kind of applicant does.
 */
export function readApplicants(cells: readonly string[], field: string): Read<string[]> {
  const joined: string[] = [];
  for (const cell of cells
    .map(text => text.normalize('NFC').replace(/\s+/g, ' ').trim())
    .filter(text => text !== '')) {
    const before = joined.at(-1);
    if (before !== undefined && (isOpen(before) || /^\p{Ll}/u.test(cell))) {
      joined[joined.length - 1] = `${before}, ${cell}`;
    } else joined.push(cell);
  }
  const value = [...new Set(joined)];
  if (value.length > 0) return { value, warnings: [] };
  return {
    value,
    warnings: [
      {
        code: 'applicants-missing',
        field,
        message: { vi: 'Không nêu đối tượng thực hiện.', en: 'It does not say who may apply.' },
      },
    ],
  };
}

function isOpen(text: string): boolean {
  return text.split('(').length > text.split(')').length;
}
