import { unzipSync } from 'fflate';
import { childrenNamed, childText, parseXml, type XmlNode } from '../../../local/s3/protocol/xml.ts';

/** A sheet as a program that knows nothing of the writer finds it. */
export interface Sheet {
  readonly name: string;
  readonly files: readonly string[];
  /** Cells by their place, A1 …: texts as texts, numbers as numbers. */
  readonly cells: Readonly<Record<string, string | number>>;
  readonly rows: number;
  /** The whole text of the sheet's part, for what the reader does not look at. */
  readonly xml: string;
}

/** Opens a workbook: every part must be whole and well-formed. */
export function readWorkbook(bytes: Uint8Array): Sheet {
  const parts = unzipSync(bytes);
  const part = (path: string, root: string): XmlNode => parseXml(Buffer.from(parts[path] ?? []), root);
  part('[Content_Types].xml', 'Types');
  part('_rels/.rels', 'Relationships');
  part('xl/_rels/workbook.xml.rels', 'Relationships');
  part('xl/workbook.xml', 'workbook');
  part('xl/styles.xml', 'styleSheet');
  const xml = Buffer.from(parts['xl/worksheets/sheet1.xml'] ?? []).toString('utf8');
  const [data] = childrenNamed(part('xl/worksheets/sheet1.xml', 'worksheet'), 'sheetData');
  const rows = childrenNamed(data ?? { name: '', text: '', children: [] }, 'row');
  const found = rows.flatMap(row => childrenNamed(row, 'c'));
  // The parser drops attributes; cells come in the order of their tags.
  const places = [...xml.matchAll(/<c r="([A-Z]+\d+)"/g)].map(match => match[1] ?? '');
  const cells = found.map((cell, at): [string, string | number] => {
    const [inline] = childrenNamed(cell, 'is');
    return [places[at] ?? '', inline ? (childText(inline, 't') ?? '') : Number(childText(cell, 'v'))];
  });
  const workbook = Buffer.from(parts['xl/workbook.xml'] ?? []).toString('utf8');
  return {
    name: /<sheet name="([^"]*)"/.exec(workbook)?.[1] ?? '',
    files: Object.keys(parts),
    cells: Object.fromEntries(cells),
    rows: rows.length,
    xml,
  };
}
