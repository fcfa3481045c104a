import { encode } from 'jpeg-js';
import PDFDocument from 'pdfkit';
import { straightened } from '../../../functions/domain/digitizing/deskew.ts';
import {
  type GreyImage,
  type Quarters,
  rgbaOf,
  turned,
} from '../../../functions/domain/digitizing/grey-image.ts';
import { pdfPages } from '../../../functions/features/digitizing/readers/pdf-pages.ts';

const FONT = 'node_modules/@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf';

function made(draw: (pdf: typeof PDFDocument.prototype) => void): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'A4', autoFirstPage: false, font: FONT });
  const parts: Buffer[] = [];
  return new Promise((resolve, reject) => {
    pdf.on('data', (part: Buffer) => parts.push(part));
    pdf.on('end', () => resolve(Buffer.concat(parts)));
    pdf.on('error', reject);
    draw(pdf);
    pdf.end();
  });
}

/** A document as an office's program writes it: one text a page. */
export const typedPdf = (texts: readonly string[]): Promise<Buffer> =>
  made(pdf => {
    for (const text of texts) pdf.addPage().fontSize(13).text(text);
  });

/** A page of text as a picture, as a scanner at 200 dpi gives it. */
export async function printed(text: string): Promise<GreyImage> {
  const pages = await pdfPages(await typedPdf([text]));
  try {
    return await pages.picture(0);
  } finally {
    pages.close();
  }
}

/** What goes wrong with pictures of papers. */
export interface Mishap {
  readonly turned?: Quarters;
  /** Degrees to the right. */
  readonly askew?: number;
  /** A shadow across the page, and the grain of a telephone's camera. */
  readonly shadowed?: boolean;
}

export function spoilt(
  image: GreyImage,
  { turned: quarters = 0, askew = 0, shadowed = false }: Mishap,
): GreyImage {
  const askewed = straightened(turned(image, quarters), askew);
  return shadowed ? inShadow(askewed) : askewed;
}

/** Light that falls off to one side, a hand's shadow, and grain: the same each time. */
function inShadow({ width, height, data }: GreyImage): GreyImage {
  let state = 7;
  const grain = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return (state / 2_147_483_648 - 0.5) * 16;
  };
  const result = new Uint8Array(data.length);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const light = 1 - 0.45 * (x / width) - 0.2 * (y / height);
      const hand = 1 - 0.35 * Math.exp(-(((x - 0.3 * width) / 300) ** 2) - ((y - 0.6 * height) / 400) ** 2);
      const shade = (40 + ((data[y * width + x] ?? 0) * 200) / 255) * light * hand + grain();
      result[y * width + x] = Math.min(255, Math.max(0, shade));
    }
  return { width, height, data: result };
}

export const jpegOf = (image: GreyImage, quality = 80): Buffer =>
  encode({ width: image.width, height: image.height, data: Buffer.from(rgbaOf(image).buffer) }, quality).data;

/** A scan: pictures as the pages of a PDF, without any text. */
export const scannedPdf = (images: readonly GreyImage[]): Promise<Buffer> =>
  made(pdf => {
    for (const image of images) {
      const size: [number, number] = image.width > image.height ? [842, 595] : [595, 842];
      pdf.addPage({ size, margin: 0 }).image(jpegOf(image), 0, 0, { width: size[0], height: size[1] });
    }
  });

/** Part of a text that was read wrongly: changes of single letters that make one of the other, to its length. */
export function letterErrors(right: string, read: string): number {
  const plain = (text: string) => [...text.normalize('NFC').replace(/\s+/gu, ' ').trim()];
  const [wanted, found] = [plain(right), plain(read)];
  let row = Array.from({ length: found.length + 1 }, (_, index) => index);
  wanted.forEach((letter, line) => {
    const next = [line + 1];
    found.forEach((other, index) => {
      const changed = (row[index] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(changed, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1));
    });
    row = next;
  });
  return (row.at(-1) ?? 0) / wanted.length;
}

/** An application as citizens write it; about half a page. */
export const APPLICATION = `CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
TỜ KHAI ĐĂNG KÝ KHAI SINH
Kính gửi: Ủy ban nhân dân phường Nông Trang, tỉnh Phú Thọ
Họ, chữ đệm, tên người yêu cầu: NGUYỄN THỊ THU HƯƠNG
Số định danh cá nhân: 025187001234
Nơi cư trú: tổ 12, khu phố Minh Hà, phường Nông Trang, tỉnh Phú Thọ
Quan hệ với người được khai sinh: mẹ đẻ
Họ, chữ đệm, tên trẻ: TRẦN GIA BẢO. Ngày, tháng, năm sinh: 12/05/2026
Tôi cam đoan nội dung đề nghị đăng ký khai sinh trên đây là đúng sự thật, được sự thỏa thuận nhất trí của các bên liên quan theo quy định pháp luật và chịu hoàn toàn trách nhiệm trước pháp luật về nội dung cam đoan của mình.
Làm tại: Phú Thọ, ngày 02 tháng 6 năm 2026`;

/** A page as agencies lay it out: in two columns, of which the left one holds the number and what is stamped below. */
export const stampedPdf = (stamp: string, body: string): Promise<Buffer> =>
  made(pdf => {
    pdf.addPage().fontSize(13);
    pdf.text('UBND PHƯỜNG NÔNG TRANG', 60, 60).text('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 300, 60);
    pdf.text('Số: 12/BC-UBND', 60, 100).text('Độc lập - Tự do - Hạnh phúc', 340, 80);
    pdf.text(stamp, 80, 130).text('Phú Thọ, ngày 5 tháng 3 năm 2026', 320, 130);
    pdf.text(body, 60, 400);
  });
