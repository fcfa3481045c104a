import { type Paper, PEOPLE } from './people.ts';

/** What somebody asked, as far as it was understood. */
interface Question {
  readonly owner: string;
  readonly wanted: readonly { readonly kind: string; readonly number: string }[];
}

/** The answer in the store’s format. Files are told by paths from its own address. */
export function answerTo(body: string): object {
  const question = questionOf(body);
  if (!question) return failure('01', 'Dữ liệu gửi lên không đúng cấu trúc');
  const { owner, wanted } = question;
  const found = (PEOPLE[owner] ?? []).filter(paper =>
    wanted.some(
      ({ kind, number }) => kind === paper.MaKetQua && (number === '' || number === paper.SoKyHieu),
    ),
  );
  return success(found.map(paper => told(owner, paper)));
}

export const success = (papers: readonly unknown[]): object => ({
  errorCode: '0',
  message: 'Thành công',
  signature: 'MEUCIQDsimulated',
  result: { DanhSachGiayToKetQua: papers },
});

export const failure = (errorCode: string, message: string): object => ({
  errorCode,
  message,
  signature: '',
  result: null,
});

/** What the store knows of papers that nobody asked for, or that cannot be read. */
export const UNKNOWN: readonly unknown[] = [
  { MaKetQua: 'KQ.X99.999999', TenGiayTo: 'Giấy không ai hỏi', SoKyHieu: '1', DanhSachTepDinhKem: [] },
  { TenGiayTo: 'Giấy không có mã' },
  'không phải giấy tờ',
];

function told(owner: string, { files, ...paper }: Paper): object {
  return {
    ...paper,
    DanhSachTepDinhKem: files.map((TenTep, index) => ({
      TenTep,
      DuongDan: `/tep/${linkOf(owner, paper.SoKyHieu)}/${index}`,
    })),
  };
}

const linkOf = (owner: string, number: string) => Buffer.from(`${owner}\n${number}`).toString('base64url');

/** The paper and the name of the file that a link opens. */
export function fileBehind(path: string): { readonly title: string } | undefined {
  const [, link = '', index = ''] = /^\/tep\/([\w-]+)\/(\d+)$/.exec(path) ?? [];
  const [owner = '', number = ''] = Buffer.from(link, 'base64url').toString().split('\n');
  const paper = (PEOPLE[owner] ?? []).find(({ SoKyHieu }) => SoKyHieu === number);
  const name = paper?.files[Number(index)];
  return paper && name !== undefined
    ? { title: `${paper.TenGiayTo.slice(0, 40)} ${number} ${name}` }
    : undefined;
}

function questionOf(body: string): Question | undefined {
  let read: Record<string, unknown>;
  try {
    read = JSON.parse(body) as Record<string, unknown>;
  } catch {
    return undefined;
  }
  const fields = ['SoDinhDanhChuSoHuu', 'HoTenNguoiYeuCau', 'SoDinhDanhNguoiYeuCau', 'MaThuTuc'];
  const texts = fields.map(field => read[field]);
  if (!texts.every(text => typeof text === 'string')) return undefined;
  if (!['1', '2', '3'].includes(String(read['KenhThucHien']))) return undefined;
  const list = read['DanhSachDanhMucKetQua'];
  if (!Array.isArray(list) || list.length === 0) return undefined;
  const wanted = list.map((each: { MaKetQua?: unknown; SoKyHieu?: unknown }) => ({
    kind: String(each.MaKetQua ?? ''),
    number: String(each.SoKyHieu ?? ''),
  }));
  return { owner: String(texts[0]), wanted };
}
