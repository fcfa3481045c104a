import type { Channel } from '../../../../schemas/catalogue/procedure.ts';
import type { DeliveryState, MoneyState } from '../../../../schemas/dossier/states.ts';
import type { OfficerRole } from '../../../../schemas/identity/roles.ts';
import type { StoredTask } from '../../../../schemas/stored/task.ts';
import type { Punctuality } from '../../../domain/legal-clock/classification.ts';
import { channelNames, roleNames } from '../../../domain/wording/names.ts';

/** A word in the two languages of the API. */
export type Word = Readonly<Record<'vi' | 'en', string>>;
type Words<Code extends string> = Readonly<Record<Code, Word>>;

/** Names for cells and headings, capitalized. */
function headed<Code extends string>(names: Readonly<Record<Code, Word>>): Words<Code> {
  const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  return Object.fromEntries(
    Object.entries<Word>(names).map(([code, { vi, en }]) => [code, { vi: capital(vi), en: capital(en) }]),
    // Every code of the names, and no other.
  ) as Words<Code>;
}

/** What the codes of a list are called in a file for people. */
export const words: {
  readonly channel: Words<Channel>;
  readonly money: Words<MoneyState>;
  readonly delivery: Words<DeliveryState>;
  readonly outcome: Words<'granted' | 'refused'>;
  readonly timeliness: Words<Punctuality>;
  readonly phase: Words<StoredTask['phase']>;
  readonly alarm: Words<StoredTask['alarm']>;
  readonly role: Words<OfficerRole>;
} = {
  channel: headed(channelNames),
  money: {
    none: { vi: 'Không thu', en: 'No fee' },
    due: { vi: 'Chưa nộp', en: 'Due' },
    paid: { vi: 'Đã nộp', en: 'Paid' },
    waived: { vi: 'Được miễn', en: 'Waived' },
  },
  delivery: {
    none: { vi: 'Chưa có kết quả', en: 'No result yet' },
    preparing: { vi: 'Đang lập kết quả', en: 'Being prepared' },
    ready: { vi: 'Chờ trả kết quả', en: 'Ready for collection' },
    returned: { vi: 'Đã trả kết quả', en: 'Returned' },
    recalled: { vi: 'Trả nhầm, đang thu hồi', en: 'Recalled' },
  },
  outcome: {
    granted: { vi: 'Đồng ý giải quyết', en: 'Granted' },
    refused: { vi: 'Từ chối giải quyết', en: 'Refused' },
  },
  timeliness: {
    early: { vi: 'Sớm hạn', en: 'Early' },
    onTime: { vi: 'Đúng hạn', en: 'On time' },
    late: { vi: 'Quá hạn', en: 'Late' },
  },
  phase: {
    reception: { vi: 'Tiếp nhận', en: 'Reception' },
    supplement: { vi: 'Chờ bổ sung', en: 'Supplement' },
    payment: { vi: 'Chờ nộp phí, lệ phí', en: 'Payment' },
    step: { vi: 'Bước xử lý', en: 'Step' },
    consultations: { vi: 'Chờ lấy ý kiến', en: 'Consultations' },
    signature: { vi: 'Ký duyệt', en: 'Signature' },
    seal: { vi: 'Vào sổ, đóng dấu', en: 'Numbering and seal' },
    collection: { vi: 'Chờ trả kết quả', en: 'Collection' },
    consultation: { vi: 'Cho ý kiến', en: 'Consultation' },
    apology: { vi: 'Ký văn bản xin lỗi', en: 'Signature of an apology' },
    resultChange: { vi: 'Ký thu hồi, đính chính kết quả', en: 'Signature of a changed result' },
    others: { vi: 'Tạm dừng', en: 'Pause' },
  },
  alarm: {
    none: { vi: 'Trong hạn', en: 'In time' },
    dueSoon: { vi: 'Sắp đến hạn', en: 'Due soon' },
    overdue: { vi: 'Quá hạn', en: 'Overdue' },
    escalated: { vi: 'Quá hạn, đã báo lãnh đạo', en: 'Overdue, escalated' },
  },
  role: headed(roleNames),
};
