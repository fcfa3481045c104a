import type { Column } from '../../../records/tables/table.ts';

/** What may name an applicant. */
export interface Named {
  readonly applicantName: string | undefined;
}

/** The applicant’s name in a file. */
export function applicantColumn(language: 'vi' | 'en'): Column<Named> {
  return {
    header: language === 'vi' ? 'Chủ hồ sơ' : 'Applicant',
    kind: 'text',
    width: 30,
    cell: ({ applicantName }) => applicantName ?? null,
  };
}
