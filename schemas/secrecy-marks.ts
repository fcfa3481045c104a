import law from './secrecy-marks.json' with { type: 'json' };
import type { Words } from './words.ts';

/** A level of secrecy (độ mật) and the mark that stands for it on papers. */
export interface SecrecyMark extends Words {
  readonly mark: string;
}

/** Those of every version of the law, without the spaces that a stamp may have between letters. */
const MARKS = new Map<string, SecrecyMark>(
  law.versions.flatMap(({ levels }) => levels.map(level => [withoutSpaces(level.mark), level] as const)),
);

/** What precedes a mark where it is printed as a heading of its own. */
const HEADING = /^(?:ĐỘ|MỨC ĐỘ|DẤU CHỈ ĐỘ) MẬT\s*[:：-]\s*/u;

/** Of the frame of a stamp, as it is typed or read from a picture. */
const FRAME = /^[\p{P}\p{S}\s]$/u;

/** A mark and its heading are shorter, spaces between the letters included. */
const LONGEST = 100;

function withoutSpaces(text: string): string {
  return text.replace(/\s+/gu, '');
}

/**
 * The mark of a state secret that a line is, alone and in capitals as stamps are; undefined for any other line, such as
 * a sentence with “bí mật” or “MẬT ĐỘ XÂY DỰNG” in it.
 */
export function secrecyMarkIn(line: string): SecrecyMark | undefined {
  const said = unframed(line);
  if (said.length > LONGEST) return undefined;
  return MARKS.get(withoutSpaces(unframed(said.normalize('NFC').replace(HEADING, ''))));
}

/** In one pass from each end: lines may be as long as a file. */
function unframed(line: string): string {
  let [start, end] = [0, line.length];
  while (start < end && FRAME.test(line.charAt(start))) start += 1;
  while (end > start && FRAME.test(line.charAt(end - 1))) end -= 1;
  return line.slice(start, end);
}

/** The first mark that one of the lines of a text is. */
export const secrecyMarkOf = (text: string): SecrecyMark | undefined =>
  text
    .split(/[\r\n\u2028\u2029]/u)
    .map(secrecyMarkIn)
    .find(mark => mark !== undefined);

/** What whoever comes upon a state secret is to do with it. */
export const WHAT_TO_DO: Words = {
  vi: 'hệ thống này không tiếp nhận bí mật nhà nước. Không gửi lại, không sao chụp, không chuyển cho người khác; hãy liên hệ ngay cơ quan đã cấp giấy tờ hoặc nơi tiếp nhận hồ sơ để được hướng dẫn (cán bộ: báo ngay người đứng đầu cơ quan, đơn vị)',
  en: 'this system handles no state secrets. Do not send it again, copy it or pass it on; ask the agency that issued it, or the place where you hand in your dossier, at once (officers: tell the head of the agency)',
};

/** What is said of a text with the mark of a state secret; undefined where it has none. */
export function refusalOfSecrecy(text: string): Words | undefined {
  const found = secrecyMarkOf(text);
  if (!found) return undefined;
  return {
    vi: `có dấu chỉ độ mật “${found.mark}”; ${WHAT_TO_DO.vi}`,
    en: `has the mark of a state secret “${found.mark}” (${found.en}); ${WHAT_TO_DO.en}`,
  };
}
