import type { Answer } from '../api/client.ts';
import { wording } from '../wording/language.tsx';

export type Entry = Answer<'getHistory'>['items'][number];
export type EventKind = Entry['data']['type'];

/** What the facts of an entry are called. */
export const factNames = wording({
  vi: {
    reason: 'Lý do',
    items: 'Cần bổ sung',
    basis: 'Căn cứ pháp lý',
    note: 'Ghi chú',
    promised: 'Hẹn trả',
    before: 'Trước đó hẹn',
    apology: 'Văn bản xin lỗi',
    document: 'Văn bản',
    signedFile: 'Mã băm (SHA-256) của văn bản được ký tay',
    inkMeans: 'Ký trên',
    agencies: 'Cơ quan',
    amount: 'Số tiền',
    taxNotice: 'Thông báo của cơ quan thuế',
    payBy: 'Hạn nộp',
    feeAnew: 'Phí, lệ phí tính lại',
    relief: 'Được miễn, giảm',
    receipt: 'Biên lai',
    outcome: 'Kết quả',
    text: 'Nội dung',
    position: 'Chức vụ người ký',
    number: 'Số kết quả',
    how: 'Hình thức',
    receivedBy: 'Người nhận',
    collector: 'Tư cách người nhận',
    consignment: 'Số hiệu bưu gửi',
    byCode: 'Mã nhận kết quả',
    authorization: 'Giấy ủy quyền',
    slip: 'Giấy tiếp nhận',
    attestedBy: 'Xác nhận đã nhận',
    recovered: 'Bản giấy',
    unit: 'Đơn vị',
    alarm: 'Mức',
  },
  en: {
    reason: 'Reason',
    items: 'To hand in',
    basis: 'Legal basis',
    note: 'Note',
    promised: 'Promised for',
    before: 'Promised before',
    apology: 'Apology',
    document: 'Document',
    signedFile: 'SHA-256 of the file signed',
    inkMeans: 'Signed on',
    agencies: 'Agencies',
    amount: 'Amount',
    taxNotice: 'Notice of the tax office',
    payBy: 'To be paid by',
    feeAnew: 'Fee settled anew',
    relief: 'Relief',
    receipt: 'Receipt',
    outcome: 'Outcome',
    text: 'Text',
    position: 'Signed by',
    number: 'Number',
    how: 'How',
    receivedBy: 'Received by',
    collector: 'Collected as',
    consignment: 'Consignment',
    byCode: 'Collection code',
    authorization: 'Authorization',
    slip: 'Receipt slip',
    attestedBy: 'Attested by',
    recovered: 'The paper',
    unit: 'Unit',
    alarm: 'Level',
  },
});
export type FactName = keyof typeof factNames.vi;

/** Values of facts that are stored as codes. */
export const factValues = wording({
  vi: {
    granted: 'Đồng ý giải quyết',
    refused: 'Từ chối giải quyết',
    dueSoon: 'Sắp đến hạn',
    overdue: 'Quá hạn',
    escalated: 'Quá hạn, đã báo lãnh đạo',
    recovered: 'đã thu lại được',
    notRecovered: 'chưa thu lại được',
    pad: 'máy tính bảng; nét chữ ký tay là chứng cứ, không phải chữ ký số',
    hardware: 'thiết bị ký; nét chữ ký tay là chứng cứ, không phải chữ ký số',
  },
  en: {
    granted: 'Granted',
    refused: 'Refused',
    dueSoon: 'Due soon',
    overdue: 'Overdue',
    escalated: 'Overdue, superiors told',
    recovered: 'is back at the office',
    notRecovered: 'is not back yet',
    pad: 'a tablet; handwriting is evidence, not a digital signature',
    hardware: 'a hardware pad; handwriting is evidence, not a digital signature',
  },
});

/** Who did it, as far as applicants are told. */
export const actorNames = wording({
  vi: {
    applicant: 'Người nộp hồ sơ',
    portal: 'Cổng dịch vụ công',
    portals: { dvcqg: 'Cổng Dịch vụ công quốc gia' } as Readonly<Record<string, string>>,
    system: 'Hệ thống',
  },
  en: {
    applicant: 'The applicant’s side',
    portal: 'Portal',
    portals: { dvcqg: 'National Public Service Portal' },
    system: 'The system',
  },
});
