import type { Words } from '../../../schemas/words.ts';

/** A column as the writers of tables take it, but for its heading, which is in both languages. */
export interface ReportColumn<Row> {
  readonly heading: Words;
  /** text: a string; number: a whole number, of đồng where the heading says so; day: a day number in Viet Nam. */
  readonly kind: 'text' | 'number' | 'day';
  readonly width: number;
  readonly cell: (row: Row) => string | number | null;
}
