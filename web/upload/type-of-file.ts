const OOXML = 'application/vnd.openxmlformats-officedocument';

const BY_ENDING: ReadonlyMap<string, string> = new Map([
  ['pdf', 'application/pdf'],
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['png', 'image/png'],
  ['tif', 'image/tiff'],
  ['tiff', 'image/tiff'],
  ['heic', 'image/heic'],
  ['heif', 'image/heif'],
  ['docx', `${OOXML}.wordprocessingml.document`],
  ['xlsx', `${OOXML}.spreadsheetml.sheet`],
  ['odt', 'application/vnd.oasis.opendocument.text'],
  ['p7m', 'application/pkcs7-mime'],
  ['p7s', 'application/pkcs7-signature'],
  ['xml', 'application/xml'],
]);

/** The types that may be chosen as papers, for the browser's own dialog. What is taken, the API decides. */
export const ACCEPT = [
  ...new Set(BY_ENDING.values()),
  ...[...BY_ENDING.keys()].map(ending => `.${ending}`),
].join();

/** Types that browsers call otherwise. */
const SAME: ReadonlyMap<string, string> = new Map([
  ['text/xml', 'application/xml'],
  ['application/x-pkcs7-mime', 'application/pkcs7-mime'],
  ['application/x-pkcs7-signature', 'application/pkcs7-signature'],
]);

/** The type of a file; by its ending where the browser knows none, as on telephones with files from a chat. */
export function typeOfFile({ name, type }: { readonly name: string; readonly type: string }): string {
  const ending = name.toLowerCase().split('.').at(-1) ?? '';
  return (SAME.get(type) ?? type) || BY_ENDING.get(ending) || 'application/octet-stream';
}
