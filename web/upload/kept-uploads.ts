import type { SentFile } from './uploads.ts';

/**
 * What is remembered in this tab of the files that were taken in: a telephone may drop the page while its camera is
 * open, and a sign-in may end. Nothing personal: names of files are not kept, and ids are of use to the same account
 * only.
 */
interface Kept {
  readonly field: string;
  readonly id: string;
  readonly size: number;
  readonly fromStore?: boolean;
}

const PREFIX = 'uploads:';

export function keepUploads(form: string, files: readonly SentFile[]): void {
  const kept = files.flatMap(({ field, size, state, fromStore = false }): Kept[] =>
    state.kind === 'done' ? [{ field, size, id: state.id, ...(fromStore && { fromStore }) }] : [],
  );
  if (kept.length === 0) forgetUploads(form);
  else sessionStorage.setItem(PREFIX + form, JSON.stringify(kept));
}

/** The files that were taken in before the page was loaded again. They have no name any more. */
export function keptUploads(form: string): SentFile[] {
  const kept = JSON.parse(sessionStorage.getItem(PREFIX + form) ?? '[]') as readonly Kept[];
  return kept.map(({ id, ...more }) => ({ ...more, key: id, name: '', state: { kind: 'done', id } }));
}

export const forgetUploads = (form: string): void => sessionStorage.removeItem(PREFIX + form);

/** When somebody signs out: the next person in this tab begins anew. */
export function forgetAllUploads(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
}
