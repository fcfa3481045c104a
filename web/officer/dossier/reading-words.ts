import { wording } from '../../wording/language.tsx';

const pages = (numbers: readonly number[]) => numbers.join(', ');

/** What is said of a paper that was read (số hóa). */
export const readingWords = wording({
  vi: {
    title: 'Nội dung đọc được',
    states: {
      queued: 'Đang chờ đọc',
      reading: 'Đang đọc',
      done: 'Đã đọc',
      failed: 'Không đọc được, cần xem trực tiếp',
      notNeeded: 'Tệp đính kèm, không đọc tự động',
      stopped: 'Đã dừng đọc: tệp có dấu chỉ độ mật',
    },
    progress: (done: number, all: number) => `${done}/${all} trang`,
    confidence: (percent: number) => `độ tin cậy ${percent} %`,
    copy: 'Mở bản tìm kiếm được',
    support: 'Chỉ là gợi ý để đối chiếu, không thay cho việc kiểm tra của cán bộ.',
    fields: { identityNumber: 'Số định danh cá nhân', fullName: 'Họ và tên', birthDate: 'Ngày sinh' },
    difference: (field: string, stated: string, found: string, page: number) =>
      `${field}: tờ khai ghi ${stated}, giấy tờ ghi ${found} (trang ${page})`,
    otherPaper: (name: string, percent: number) => `Có thể là giấy tờ khác: ${name} (${percent} %)`,
    pageMissing: (missing: readonly number[], of: number) =>
      `Có thể thiếu trang ${pages(missing)} trong ${of} trang`,
    unreadable: (numbers: readonly number[]) => `Không đọc được trang ${pages(numbers)}`,
    blank: (numbers: readonly number[]) => `Trang trống: ${pages(numbers)}`,
    turned: (numbers: readonly number[]) => `Trang bị xoay: ${pages(numbers)}`,
    twice: 'Tệp này được nộp nhiều lần trong hồ sơ.',
    notScanned: 'Tệp chưa được quét mã độc.',
  },
  en: {
    title: 'What was read',
    states: {
      queued: 'Waiting to be read',
      reading: 'Being read',
      done: 'Read',
      failed: 'Could not be read: look at it yourself',
      notNeeded: 'An attachment, not read by machine',
      stopped: 'Reading stopped: the file carries the mark of a state secret',
    },
    progress: (done: number, all: number) => `${done} of ${all} pages`,
    confidence: (percent: number) => `confidence ${percent} %`,
    copy: 'Open the searchable copy',
    support: 'Hints for comparing only; they do not replace the officer’s own check.',
    fields: {
      identityNumber: 'Personal identification number',
      fullName: 'Full name',
      birthDate: 'Date of birth',
    },
    difference: (field: string, stated: string, found: string, page: number) =>
      `${field}: the form says ${stated}, the paper says ${found} (page ${page})`,
    otherPaper: (name: string, percent: number) => `This may be another paper: ${name} (${percent} %)`,
    pageMissing: (missing: readonly number[], of: number) => `Page ${pages(missing)} of ${of} may be missing`,
    unreadable: (numbers: readonly number[]) => `Unreadable: page ${pages(numbers)}`,
    blank: (numbers: readonly number[]) => `Empty: page ${pages(numbers)}`,
    turned: (numbers: readonly number[]) => `Turned: page ${pages(numbers)}`,
    twice: 'This file was handed in more than once in the dossier.',
    notScanned: 'The file was not scanned for malware.',
  },
});
