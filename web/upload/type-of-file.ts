/** The types that may be chosen as papers, for the browser's own dialog. What is taken, the API decides. */
export const ACCEPT = 'application/pdf,image/jpeg,image/png';

const BY_ENDING: ReadonlyMap<string, string> = new Map([
  ['pdf', 'application/pdf'],
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['png', 'image/png'],
]);

/** The type of a file; by its ending where the browser knows none, as on telephones with files from a chat. */
export function typeOfFile({ name, type }: { readonly name: string; readonly type: string }): string {
  const ending = name.toLowerCase().split('.').at(-1) ?? '';
  return type || BY_ENDING.get(ending) || 'application/octet-stream';
}
