/** A paper that the simulated store has. Everything here is invented. */
export interface Paper {
  readonly MaKetQua: string;
  readonly TenGiayTo: string;
  readonly SoKyHieu: string;
  readonly CoQuanChuQuan: string;
  readonly files: readonly string[];
}

const landCertificate = (SoKyHieu: string, files: readonly string[]): Paper => ({
  MaKetQua: 'KQ.G10.001147',
  TenGiayTo: 'Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất',
  SoKyHieu,
  CoQuanChuQuan: 'Văn phòng Đăng ký đất đai tỉnh Phú Thọ',
  files,
});

const birthCertificate = (SoKyHieu: string): Paper => ({
  MaKetQua: 'KQ.G15.000031',
  TenGiayTo: 'Giấy khai sinh',
  SoKyHieu,
  CoQuanChuQuan: 'Ủy ban nhân dân xã Thanh Ba',
  files: ['giay-khai-sinh.pdf'],
});

/** By the number of the owner: the people of the demonstration, and a firm of it. */
export const PEOPLE: Readonly<Record<string, readonly Paper[]>> = {
  '025090000001': [
    landCertificate('BĐ 123456', ['gcn-trang-1-2.pdf', 'gcn-trang-3-4.pdf']),
    birthCertificate('38/2019-KS'),
  ],
  '025190000002': [birthCertificate('112/2020-KS')],
  '2600108626': [landCertificate('CT 004417', ['gcn.pdf'])],
};
