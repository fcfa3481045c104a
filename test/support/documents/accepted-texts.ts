import { printableCharacters } from '../../../functions/domain/printing/fonts.ts';
import { normalizeText } from '../../../schemas/text.ts';
import type { Random } from '../../../simulator/random.ts';

/** Every character that some font prints, in its composed form. */
const printed = [...new Set(printableCharacters())].filter(
  character => normalizeText(character) === character && !/\p{M}/u.test(character),
);

const those = (pattern: RegExp) => printed.filter(character => pattern.test(character));
/** Wide letters stand in rows of Han, where a line may end between any two. */
const latin = those(/\p{Script=Latin}/u).filter(letter => !/[\uFF00-\uFFEF]/.test(letter));
const han = those(/\p{Script=Han}/u);
const kana = those(/[\p{Script=Hiragana}\p{Script=Katakana}]/u);
const otherAlphabets = [those(/\p{Script=Cyrillic}/u), those(/\p{Script=Greek}/u)];
const signs = those(/[\p{S}\p{N}\p{P}]/u);

const vietnamese =
  'Đồng ý cấp giấy phép xây dựng nhà ở riêng lẻ tại thửa đất số 12 tờ bản đồ 34 người được ủy quyền Nguyễn Ẩn Ỡ ỵ ẵ Ặ Ự'.split(
    ' ',
  );
/** Ê Đê, Gia Rai, Ba Na, Xơ Đăng, Mnông, Chăm in Latin letters: also letters that no single character stands for. */
const minorities =
  'Y Thĭnh Ƀyă Ŏng Mŭl H’Hen H’Ƀlă Êban Niê Kdăm Ê̆ ê̆ ô̆ Ơ̆ ơ̆ ư̆ ƀ̆ đĭ jŏng čih Rơčăm Ñê m̆lei bô̆k kơ̆t'.split(' ');
const lao = 'ສະບາຍດີ ຊາວໂລກ ບໍ່ ນ້ຳ ຫຼາຍ ປື້ມ ຂ້ອຍ ແມ່ນ ປະເທດລາວ ໜັງສື ໃບອະນຸຍາດ ເຮືອນ ຄຳ ຊື່ ໑໒໓'.split(' ');
const khmer = 'សួស្តី ពិភពលោក ព្រះរាជាណាចក្រកម្ពុជា ស្ត្រី ខ្ញុំ ឈ្មោះ លិខិតអនុញ្ញាត ផ្ទះ ស្រុក ភ្នំពេញ ខេត្ត ១២៣ ប៉ុន្តែ ក្បួន'.split(' ');
const cham = 'ꨀꨇꩉ ꨌꩌ ꨣꨨꩈ ꨆꨴꩃ ꨝꨯꩀ'.split(' ');
const taiViet = 'ꪼꪕ ꪹꪒꪸꪉ ꪀꪫꪱꪣ ꪜꪴ ꪎꪺ'.split(' ');

const kinds = {
  latin: (random: Random) => letters(random, latin, 12),
  vietnamese: (random: Random) => random.pick(vietnamese),
  minorities: (random: Random) => random.pick(minorities),
  otherAlphabets: (random: Random) => letters(random, random.pick(otherAlphabets), 12),
  signs: (random: Random) => random.pick(signs),
  han: (random: Random) => letters(random, han, 30),
  kana: (random: Random) => letters(random, kana, 10),
  lao: (random: Random) => random.pick(lao),
  khmer: (random: Random) => random.pick(khmer),
  cham: (random: Random) => random.pick(cham),
  taiViet: (random: Random) => random.pick(taiViet),
} satisfies Record<string, (random: Random) => string>;

export type TextKind = keyof typeof kinds;
export const textKinds = Object.keys(kinds) as readonly TextKind[];

function letters(random: Random, from: readonly string[], most: number): string {
  return Array.from({ length: random.whole(1, most) }, () => random.pick(from)).join('');
}

/** A text that the API takes: paragraphs of words of the kinds given, with spaces, tabs and line ends between them. */
export function acceptedText(random: Random, of: readonly TextKind[]): string {
  const paragraphs = Array.from({ length: random.whole(1, 5) }, () => {
    const words = Array.from({ length: random.whole(1, 25) }, () => kinds[random.pick(of)](random));
    return `${random.chance(0.3) ? '\t' : ''}${words
      .map((word, index) => (index === 0 ? word : `${random.chance(0.05) ? '\t' : ' '}${word}`))
      .join('')}`;
  });
  return normalizeText(`Nội dung\n${paragraphs.join(random.chance(0.2) ? '\n\n' : '\n')}`);
}
