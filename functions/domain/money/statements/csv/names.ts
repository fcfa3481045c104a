import names from '../../../../../schemas/outside/statement-csv.json' with { type: 'json' };

export type CsvColumn = keyof typeof names.columns;
export type CsvLabel = keyof typeof names.labels;
export type CsvDirection = keyof typeof names.directions;

/** A name as it is compared: no accents, capitals, punctuation or double spaces. */
export function foldedName(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** What a folded name stands for, and its place among the names of that. */
type Known<Code extends string> = ReadonlyMap<string, { readonly code: Code; readonly rank: number }>;

function known<Code extends string>(lists: Readonly<Record<Code, readonly string[]>>): Known<Code> {
  return new Map(
    (Object.keys(lists) as Code[]).flatMap(code =>
      lists[code].map((name, rank) => [foldedName(name), { code, rank }] as const),
    ),
  );
}

const columns: Known<CsvColumn> = known(names.columns);
const labels: Known<CsvLabel> = known(names.labels);
const directions: Known<CsvDirection> = known(names.directions);

export const columnNamed = (text: string) => columns.get(foldedName(text));
export const labelNamed = (text: string) => labels.get(foldedName(text))?.code;
export const directionNamed = (text: string) => directions.get(foldedName(text))?.code;

/** The name of a column in a sentence for people. */
export const nameOf = (column: CsvColumn): string => names.columns[column][0] ?? column;
