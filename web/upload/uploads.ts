/** A file on its way, taken in, or not taken. It belongs to one field of a form: the paper it is for. */
export interface SentFile {
  readonly key: string;
  readonly field: string;
  /** Empty for one that was uploaded before the page was loaded again. */
  readonly name: string;
  readonly size: number;
  /** Fetched from the national store. */
  readonly fromStore?: boolean;
  /** The browser's file, as long as the page has it. */
  readonly file?: File | undefined;
  readonly state:
    | { readonly kind: 'waiting' }
    | { readonly kind: 'sending'; readonly share: number }
    | { readonly kind: 'done'; readonly id: string }
    | { readonly kind: 'failed'; readonly error: unknown };
}

/** The ids of a field's files that were taken in, in the order in which they were chosen. */
export function idsOf(files: readonly SentFile[], field: string): string[] {
  return files.flatMap(each => (each.field === field && each.state.kind === 'done' ? [each.state.id] : []));
}

/** The papers to hand in: fields with files, and nothing else. */
export function suppliedBy(files: readonly SentFile[]): { component: string; files: string[] }[] {
  const fields = [...new Set(files.map(({ field }) => field))];
  return fields
    .map(field => ({ component: field, files: idsOf(files, field) }))
    .filter(({ files: ids }) => ids.length > 0);
}

/** A file that is lost with the page, and the paper that it was for. */
export interface LostFile {
  readonly paper: string;
  readonly name: string;
}

/** Files of which the API has nothing, which must be added again when the page is left. */
export function lostFiles(files: readonly SentFile[], paperOf: (field: string) => string): LostFile[] {
  return files.flatMap(({ field, name, state }) =>
    state.kind === 'done' ? [] : [{ paper: paperOf(field), name }],
  );
}

/** Whether some file is not there yet: sending now would leave it out. */
export const isUnderWay = (files: readonly SentFile[]): boolean =>
  files.some(({ state }) => state.kind === 'waiting' || state.kind === 'sending');

export const hasFailed = (files: readonly SentFile[]): boolean =>
  files.some(({ state }) => state.kind === 'failed');
