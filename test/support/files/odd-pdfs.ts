import PDFDocument from 'pdfkit';
import { samplePaper } from '../../../start/demo/sample-paper.ts';

/** A small, right PDF. */
export const rightPdf = (): Buffer => samplePaper('A paper').bytes;

/** What scanners, servers and spoolers write before a PDF, by what it is. */
export const junkBefore: Readonly<Record<string, Buffer>> = {
  'a byte order mark': Buffer.from('efbbbf', 'hex'),
  'a line end': Buffer.from('\r\n'),
  blanks: Buffer.from('  \n\t'),
  'orders to a printer': Buffer.from('\x1b%-12345X@PJL JOB\r\n@PJL ENTER LANGUAGE=PDF\r\n', 'latin1'),
  'a warning of the server': Buffer.from(
    '<br />\n<b>Warning</b>: Undefined variable $x in <b>scan.php</b>\n',
  ),
  'binary junk up to the last byte of the first 1,024': Buffer.alloc(1024 - '%PDF-'.length, 0x07),
};

/** A PDF that asks for a password before it is opened, or only forbids printing. */
export function protectedPdf(passwords: { userPassword?: string; ownerPassword: string }): Promise<Buffer> {
  const document = new PDFDocument({ ...passwords, pdfVersion: '1.7', compress: false });
  document.text('Protected');
  return bytesOf(document);
}

function bytesOf(document: InstanceType<typeof PDFDocument>): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    document.on('data', (part: Buffer) => parts.push(part));
    document.on('end', () => resolve(Buffer.concat(parts)));
    document.on('error', reject);
    document.end();
  });
}

/** A PDF whose list of pages is empty. */
export function pdfWithoutPages(): Buffer {
  const catalog = '1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n';
  const pages = '2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n';
  const head = '%PDF-1.4\n';
  const at = (place: number) => `${String(place).padStart(10, '0')} 00000 n \n`;
  const table = `xref\n0 3\n0000000000 65535 f \n${at(head.length)}${at(head.length + catalog.length)}`;
  const start = head.length + catalog.length + pages.length;
  const trailer = `trailer\n<< /Size 3 /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(`${head}${catalog}${pages}${table}${trailer}`);
}
