import { deflateSync } from 'node:zlib';

/** A stream object: what its dictionary says beside the length, and its data. */
export const streamOf = (says: string, data: Uint8Array): Buffer =>
  Buffer.concat([
    Buffer.from(`<< ${says} /Length ${data.length} >>\nstream\n`),
    data,
    Buffer.from('\nendstream'),
  ]);

export const packedStream = (data: Uint8Array, says = ''): Buffer =>
  streamOf(`/Filter /FlateDecode ${says}`, deflateSync(data));

/**
 * A PDF of one empty page, or of given `pages`, with further objects from number 5 on.
 *
 * @param catalog more of the catalogue, such as `/OpenAction 5 0 R`.
 */
export function builtPdf({
  catalog = '',
  trailer = '',
  objects = [],
  pages = 1,
  page = '/MediaBox [0 0 595 842]',
}: {
  readonly catalog?: string;
  readonly trailer?: string;
  readonly objects?: readonly (string | Buffer)[];
  readonly pages?: number;
  /** More of each page: its size, and how it is turned. */
  readonly page?: string;
} = {}): Buffer {
  const all = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Kids [${'3 0 R '.repeat(pages)}] /Count ${pages} >>`,
    `<< /Type /Page /Parent 2 0 R ${page} /Contents 4 0 R >>`,
    streamOf('', Buffer.from('BT ET')),
    ...objects,
  ];
  let file = Buffer.from('%PDF-1.7\n');
  const places = all.map((object, index) => {
    const at = file.length;
    file = Buffer.concat([
      file,
      Buffer.from(`${index + 1} 0 obj\n`),
      Buffer.from(object),
      Buffer.from('\nendobj\n'),
    ]);
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${all.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  const end = `trailer\n<< /Size ${all.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.concat([file, Buffer.from(table), Buffer.from(end)]);
}
