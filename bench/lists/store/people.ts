import { hasRightCheckDigit } from '../../../schemas/codes/tax-code.ts';
import type { Applicant } from '../../../schemas/dossier/applicant.ts';
import { longTail, type Random, randomOf, weighted } from './random.ts';

/** Family names by how many of a hundred Vietnamese bear them (Lê Trung Hoa, Họ và tên người Việt Nam, 2005); the rest share eight. */
const family = weighted([
  ['Nguyễn', 38.4],
  ['Trần', 11],
  ['Lê', 9.5],
  ['Phạm', 7.1],
  ['Hoàng', 5.1],
  ['Phan', 4.5],
  ['Vũ', 3.9],
  ['Đặng', 2.1],
  ['Bùi', 2],
  ['Đỗ', 1.4],
  ['Hồ', 1.3],
  ['Ngô', 1.3],
  ['Dương', 1],
  ...['Lý', 'Đinh', 'Hà', 'Cao', 'Lương', 'Tạ', 'Quách', 'Trịnh', 'Mai', 'Chu', 'Kiều', 'Triệu', 'Phùng'].map(
    name => [name, 0.9] as const,
  ),
] as const);

const tail = (names: string, steepness: number) => {
  const words = names.split(' ');
  const weights = longTail(words.length, steepness);
  return weighted(words.map((word, index) => [word, weights[index] ?? 0] as const));
};

const middles = {
  female: tail('Thị Thu Thanh Ngọc Hồng Kim Minh Thùy Phương Bích Hoài Mai Diệu Khánh Như Lan', 0.9),
  male: tail('Văn Đức Minh Hữu Quang Xuân Công Đình Ngọc Thanh Tuấn Mạnh Quốc Trọng Anh Thành', 0.9),
};
const givens = {
  female: tail(
    'Hương Lan Hoa Thảo Linh Trang Hằng Hà Nga Thu Mai Yến Phương Ngọc Anh Hiền Nhung Loan Thủy Dung Huyền Oanh Vân Tuyết Hạnh Nhi Ly Quỳnh Giang My Chi Tâm Liên Lý Bình Nguyệt',
    0.5,
  ),
  male: tail(
    'Hùng Dũng Tuấn Anh Nam Minh Hải Sơn Thắng Cường Long Đức Hiếu Trung Hưng Quân Khánh Tùng Thành Bình Hòa Kiên Việt Phúc Lâm Toàn Tiến Quang Duy Vinh Huy Đạt Mạnh Phong Tài Thịnh An Á Khôi',
    0.5,
  ),
};
/** How many words a name has: two, three, four. */
const lengths = weighted([
  [2, 8],
  [3, 66],
  [4, 26],
] as const);

const kinds = weighted([
  ['Công ty trách nhiệm hữu hạn', 55],
  ['Công ty cổ phần', 28],
  ['Hợp tác xã', 9],
  ['Doanh nghiệp tư nhân', 8],
] as const);
const trades = tail(
  'Xây_dựng Thương_mại Nông_nghiệp Chế_biến_chè Vận_tải Môi_trường Dược_phẩm Giáo_dục Du_lịch Cơ_khí May_mặc Vật_liệu Chăn_nuôi Công_nghệ Thủy_sản Lâm_sản',
  0.4,
);
const brands =
  'Phú_Thọ Hùng_Vương Việt_Trì Sông_Thao Đất_Tổ Thanh_Sơn Lâm_Thao Hoàng_Gia Thành_Công An_Phát Minh_Đức Tân_Tiến Đại_Lộc Bình_Minh Phương_Đông Hòa_Bình Vĩnh_Phúc Tam_Nông Trường_An Hưng_Thịnh'.split(
    ' ',
  );

const digits = (random: Random, count: number) =>
  Array.from({ length: count }, () => random.below(10)).join('');
const spaced = (text: string) => text.replaceAll('_', ' ');

function personName(random: Random, gender: 'female' | 'male'): string {
  const words = lengths(random);
  const middle = middles[gender](random);
  const second = random.pick(['Ngọc', 'Thanh', 'Minh', 'Thu', 'Quang', 'Hồng', 'Bảo', 'Gia']);
  const between = words === 2 ? [] : words === 3 ? [middle] : [middle, second];
  return [family(random), ...between, givens[gender](random)].join(' ');
}

function identityNumber(random: Random, gender: 'female' | 'male'): string {
  const born = 1945 + random.below(62);
  const century = (born >= 2000 ? 2 : 0) + (gender === 'male' ? 0 : 1);
  const province = random.chance(0.85) ? '025' : `0${String(1 + random.below(96)).padStart(2, '0')}`;
  return `${province}${century}${String(born).slice(2)}${digits(random, 6)}`;
}

const phone = (random: Random) => `09${digits(random, 8)}`;
const address = (random: Random) =>
  `Khu ${1 + random.below(20)}, ${random.pick(brands).replace('_', ' ')}, tỉnh Phú Thọ`;

/** The n-th person of the province: always the same one. */
export function personOf(seed: string, index: number): Extract<Applicant, { kind: 'person' }> {
  const random = randomOf(seed, 'person', index);
  const gender = random.chance(0.5) ? 'female' : 'male';
  return {
    kind: 'person',
    name: personName(random, gender),
    identityNumber: identityNumber(random, gender),
    ...(random.chance(0.7) && { phone: phone(random) }),
    address: address(random),
  };
}

/** The n-th firm or cooperative. */
export function organizationOf(seed: string, index: number): Extract<Applicant, { kind: 'organisation' }> {
  const random = randomOf(seed, 'organisation', index);
  const name = [
    kinds(random),
    spaced(trades(random)),
    spaced(random.pick(brands)),
    spaced(random.pick(brands)),
  ];
  const { name: representative, identityNumber: number } = personOf(seed, -1 - index);
  return {
    kind: 'organisation',
    name: name.join(' '),
    taxCode: taxCode(random),
    representative: { name: representative, identityNumber: number },
    ...(random.chance(0.9) && { phone: phone(random) }),
    address: address(random),
  };
}

/** Of nine digits in eleven one has a check digit. */
function taxCode(random: Random): string {
  for (;;) {
    const nine = `2600${digits(random, 5)}`;
    const fitting = Array.from({ length: 10 }, (_, digit) => `${nine}${digit}`).find(hasRightCheckDigit);
    if (fitting !== undefined) return fitting;
  }
}
