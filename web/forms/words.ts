import { wording } from '../wording/language.tsx';

export const words = wording({
  vi: {
    title: 'Biểu mẫu',
    none: 'Chưa có biểu mẫu nào.',
    number: (number: string) => `Mẫu số ${number}`,
    inked: (when: string) => `có nét chữ ký tay ghi lúc ${when}`,
    papers: { A5: 'Mở khổ A5', A4: 'Mở khổ A4', 'A4 landscape': 'Mở khổ A4 ngang', slip: 'Mở phiếu 80 mm' },
    receipt: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả (PDF)',
  },
  en: {
    title: 'Forms',
    none: 'There are no forms yet.',
    number: (number: string) => `Form ${number}`,
    inked: (when: string) => `with handwriting taken at ${when}`,
    papers: {
      A5: 'Open on A5',
      A4: 'Open on A4',
      'A4 landscape': 'Open on A4 landscape',
      slip: 'Open as 80 mm slip',
    },
    receipt: 'Receipt with the promised date (PDF)',
  },
});
