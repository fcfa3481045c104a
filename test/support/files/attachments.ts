import { zipSync } from 'fflate';

export const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const OPEN_TEXT = 'application/vnd.oasis.opendocument.text';

const TYPES = {
  [WORD]: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  [EXCEL]: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
} as const;

type Parts = Readonly<Record<string, string | Uint8Array>>;

export function zipOf(parts: Parts): Buffer {
  const entries = Object.entries(parts).map(([name, data]) => [
    name,
    typeof data === 'string' ? new Uint8Array(Buffer.from(data)) : data,
  ]);
  return Buffer.from(zipSync(Object.fromEntries(entries)));
}

/** A small document of Word or Excel, with further parts. */
export function officeDocument(kind: keyof typeof TYPES = WORD, parts: Parts = {}): Buffer {
  return zipOf({
    '[Content_Types].xml': `<?xml version="1.0"?><Types><Override PartName="/a.xml" ContentType="${TYPES[kind]}"/></Types>`,
    '_rels/.rels': relations(['officeDocument', 'word/document.xml', '']),
    'word/document.xml': '<w:document><w:body/></w:document>',
    ...parts,
  });
}

export function relations(
  ...each: readonly (readonly [type: string, target: string, mode: string])[]
): string {
  const schema = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const all = each.map(
    ([type, target, mode]) => `<Relationship Id="r" Type="${schema}/${type}" Target="${target}" ${mode}/>`,
  );
  return `<Relationships>${all.join('')}</Relationships>`;
}

export const openDocument = (parts: Parts = {}): Buffer =>
  zipOf({ mimetype: OPEN_TEXT, 'content.xml': '<office:document-content/>', ...parts });

const der = (tag: number, ...inside: readonly Uint8Array[]): Buffer => {
  const data = Buffer.concat(inside);
  const length =
    data.length < 0x80
      ? [data.length]
      : [0x83, data.length >> 16, (data.length >> 8) & 0xff, data.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), data]);
};

/** Signed data (CMS) without signers: around a content, or apart from it. */
export function signedAround(content: Uint8Array | undefined, inPieces = false): Buffer {
  const oid = (last: number) =>
    der(0x06, Buffer.from([0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, last]));
  const octets = (data: Uint8Array) =>
    inPieces ? der(0x24, der(0x04, data.subarray(0, 10)), der(0x04, data.subarray(10))) : der(0x04, data);
  const inside = content ? [oid(1), der(0xa0, octets(content))] : [oid(1)];
  const data = der(0x30, der(0x02, Buffer.from([1])), der(0x31), der(0x30, ...inside), der(0x31));
  return der(0x30, oid(2), der(0xa0, data));
}

/** A TIFF of grey pages, uncompressed. */
export function tiffOf(
  pages: readonly { width: number; height: number }[],
  claimed?: { width: number },
): Buffer {
  const parts: Buffer[] = [Buffer.from('49492a0008000000', 'hex')];
  let at = 8;
  pages.forEach(({ width, height }, index) => {
    const fields = [
      [256, claimed?.width ?? width],
      [257, height],
      [258, 8],
      [259, 1],
      [262, 1],
      [273, at + 2 + 12 * 9 + 4],
      [277, 1],
      [278, height],
      [279, width * height],
    ] as const;
    const directory = Buffer.alloc(2 + 12 * fields.length + 4);
    directory.writeUInt16LE(fields.length);
    fields.forEach(([tag, value], place) => {
      const entry = 2 + 12 * place;
      directory.writeUInt16LE(tag, entry);
      directory.writeUInt16LE(4, entry + 2);
      directory.writeUInt32LE(1, entry + 4);
      directory.writeUInt32LE(value, entry + 8);
    });
    const data = Buffer.alloc(width * height, 0xff);
    const next = at + directory.length + data.length;
    directory.writeUInt32LE(index === pages.length - 1 ? 0 : next, directory.length - 4);
    parts.push(directory, data);
    at = next;
  });
  return Buffer.concat(parts);
}

const box = (name: string, ...inside: readonly Uint8Array[]) => {
  const data = Buffer.concat(inside);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length + 8);
  head.write(name, 4, 'latin1');
  return Buffer.concat([head, data]);
};

/** The outside of a picture as telephones write it: its boxes, and no picture within. */
export function heicOf({ width, height }: { width: number; height: number }): Buffer {
  const size = Buffer.alloc(12);
  size.writeUInt32BE(width, 4);
  size.writeUInt32BE(height, 8);
  const properties = box('iprp', box('ipco', box('ispe', size)));
  return Buffer.concat([
    box('ftyp', Buffer.from('heic\0\0\0\0mif1heic', 'latin1')),
    box('meta', Buffer.alloc(4), properties),
    box('mdat', Buffer.alloc(40, 7)),
  ]);
}
