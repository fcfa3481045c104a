/** What a presigned link does for any holder: it opens what it was made for, or nothing. */
export interface LinkRow {
  readonly link: 'result' | 'paper' | 'form' | 'receipt' | 'upload';
  readonly case: string;
  readonly outcome: 'works' | 'refused';
}

/** The links this API hands out, and what they open: a link is a right of its own, so it is short-lived and exact. */
export const linkTable = [
  { link: 'result', case: 'as given, within its five minutes, by anybody who holds it', outcome: 'works' },
  { link: 'result', case: 'changed to name another file', outcome: 'refused' },
  { link: 'result', case: 'changed to last longer', outcome: 'refused' },
  { link: 'result', case: 'changed in its signature', outcome: 'refused' },
  { link: 'result', case: 'without its signature', outcome: 'refused' },
  { link: 'result', case: 'used to overwrite the file', outcome: 'refused' },
  { link: 'result', case: 'after its time', outcome: 'refused' },
  { link: 'paper', case: 'as given, within its five minutes, by anybody who holds it', outcome: 'works' },
  { link: 'paper', case: 'changed to name another file', outcome: 'refused' },
  { link: 'paper', case: 'changed to last longer', outcome: 'refused' },
  { link: 'paper', case: 'changed in its signature', outcome: 'refused' },
  { link: 'paper', case: 'without its signature', outcome: 'refused' },
  { link: 'paper', case: 'changed to be shown as another type', outcome: 'refused' },
  { link: 'paper', case: 'used to overwrite the file', outcome: 'refused' },
  { link: 'paper', case: 'after its time', outcome: 'refused' },
  { link: 'form', case: 'as given, within its five minutes, by anybody who holds it', outcome: 'works' },
  { link: 'form', case: 'changed to name another file', outcome: 'refused' },
  { link: 'form', case: 'changed to last longer', outcome: 'refused' },
  { link: 'form', case: 'changed in its signature', outcome: 'refused' },
  { link: 'form', case: 'without its signature', outcome: 'refused' },
  { link: 'form', case: 'changed to be shown as another type', outcome: 'refused' },
  { link: 'form', case: 'used to overwrite the file', outcome: 'refused' },
  { link: 'form', case: 'after its time', outcome: 'refused' },
  { link: 'receipt', case: 'as given, within its five minutes, by anybody who holds it', outcome: 'works' },
  { link: 'receipt', case: 'changed to name another file', outcome: 'refused' },
  { link: 'receipt', case: 'changed to last longer', outcome: 'refused' },
  { link: 'receipt', case: 'changed in its signature', outcome: 'refused' },
  { link: 'receipt', case: 'without its signature', outcome: 'refused' },
  { link: 'receipt', case: 'changed to be shown as another type', outcome: 'refused' },
  { link: 'receipt', case: 'used to overwrite the file', outcome: 'refused' },
  { link: 'receipt', case: 'after its time', outcome: 'refused' },
  { link: 'upload', case: 'used to read the file', outcome: 'refused' },
  { link: 'upload', case: 'used for another file than was declared', outcome: 'refused' },
  { link: 'upload', case: 'changed to name another file', outcome: 'refused' },
  { link: 'upload', case: 'after its time', outcome: 'refused' },
] as const satisfies readonly LinkRow[];
export type LinkCase = (typeof linkTable)[number];
