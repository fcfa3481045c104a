import type { Sheet } from './sheet.ts';

/** The head of an administrative document (NĐ 30/2020/NĐ-CP, annex I), every text as it is printed. */
export interface PrintedHead {
  readonly parent: string | null;
  readonly agency: string;
  readonly number: string;
  readonly placeAndDate: string;
}

/** The two columns of a document: agency and recipients on the left, nation and signature on the right. */
export function columnsOf({ textWidth }: Sheet) {
  return {
    LEFT: { left: 0, width: textWidth * 0.42 },
    RIGHT: { left: textWidth * 0.42, width: textWidth * 0.58 },
  };
}

/** Writes the head; `scale` is 1 on A4. */
export function writeLetterhead(sheet: Sheet, head: PrintedHead, scale = 1): void {
  const { LEFT, RIGHT } = columnsOf(sheet);
  const [small, large] = [12 * scale, 13 * scale];
  const top = sheet.y;
  if (head.parent !== null) sheet.write(head.parent, { ...LEFT, size: small, align: 'center' });
  sheet.write(head.agency, { ...LEFT, size: small, style: 'bold', align: 'center' });
  sheet.y += 3 * scale;
  sheet.rule(LEFT.width * 0.3, LEFT.width * 0.4);
  const leftEnd = sheet.y;

  sheet.y = top;
  const nation = { ...RIGHT, size: small, style: 'bold', align: 'center' } as const;
  sheet.write('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', nation);
  const motto = 'Độc lập - Tự do - Hạnh phúc';
  const setting = { ...RIGHT, size: large, style: 'bold', align: 'center' } as const;
  sheet.write(motto, setting);
  const ruled = sheet.widthOf(motto, setting);
  sheet.y += 3 * scale;
  sheet.rule(RIGHT.left + (RIGHT.width - ruled) / 2, ruled);

  const under = Math.max(leftEnd, sheet.y) + 6 * scale;
  sheet.y = under;
  sheet.write(head.number, { ...LEFT, size: large, align: 'center' });
  const numberEnd = sheet.y;
  sheet.y = under;
  sheet.write(head.placeAndDate, { ...RIGHT, size: large, style: 'italic', align: 'center' });
  sheet.y = Math.max(numberEnd, sheet.y) + 22 * scale;
}
