import type { Channel } from '../../../schemas/catalogue/procedure.ts';
import type { OfficerRole } from '../../../schemas/identity/roles.ts';
import type { Words } from '../../../schemas/words.ts';
import type { TaskDecision } from '../lifecycle/waits.ts';

/** What officers call things within a sentence. Headings and columns capitalize them. */
type Names<Code extends string> = Readonly<Record<Code, Words>>;

export const roleNames: Names<OfficerRole> = {
  reception: { vi: 'tiếp nhận', en: 'reception' },
  postal: { vi: 'nhân viên bưu chính', en: 'postal staff' },
  handler: { vi: 'thụ lý', en: 'handler' },
  leader: { vi: 'lãnh đạo phòng', en: 'leader' },
  signer: { vi: 'lãnh đạo ký', en: 'signer' },
  registryClerk: { vi: 'văn thư', en: 'registry clerk' },
  overseer: { vi: 'theo dõi toàn tỉnh', en: 'overseer' },
  administrator: { vi: 'quản trị', en: 'administrator' },
  auditor: { vi: 'thanh tra', en: 'auditor' },
};

export const channelNames: Names<Channel> = {
  online: { vi: 'trực tuyến', en: 'online' },
  counter: { vi: 'trực tiếp', en: 'at the counter' },
  post: { vi: 'bưu chính', en: 'by post' },
};

export const levelNames: Names<'ministry' | 'province' | 'commune' | 'other'> = {
  ministry: { vi: 'cấp bộ', en: 'ministry' },
  province: { vi: 'cấp tỉnh', en: 'province' },
  commune: { vi: 'cấp xã', en: 'commune' },
  other: { vi: 'cơ quan khác', en: 'other' },
};

export const decisionNames: Names<TaskDecision> = {
  accept: { vi: 'tiếp nhận', en: 'accept' },
  requestSupplement: { vi: 'yêu cầu bổ sung', en: 'requestSupplement' },
  decline: { vi: 'từ chối tiếp nhận', en: 'decline' },
  recordSupplement: { vi: 'ghi nhận bổ sung', en: 'recordSupplement' },
  recordPayment: { vi: 'ghi nhận thanh toán', en: 'recordPayment' },
  forward: { vi: 'chuyển bước tiếp theo', en: 'forward' },
  sendBack: { vi: 'trả lại bước trước', en: 'sendBack' },
  approve: { vi: 'đồng ý giải quyết', en: 'approve' },
  refuse: { vi: 'từ chối giải quyết', en: 'refuse' },
  consult: { vi: 'lấy ý kiến', en: 'consult' },
  extend: { vi: 'đề nghị gia hạn', en: 'extend' },
  signApology: { vi: 'ký văn bản xin lỗi', en: 'signApology' },
  returnApology: { vi: 'trả lại văn bản xin lỗi', en: 'returnApology' },
  confirmChange: { vi: 'ký thay đổi kết quả', en: 'confirmChange' },
  returnChange: { vi: 'trả lại đề nghị thay đổi kết quả', en: 'returnChange' },
  pause: { vi: 'tạm dừng', en: 'pause' },
  resume: { vi: 'tiếp tục giải quyết', en: 'resume' },
  stop: { vi: 'dừng giải quyết', en: 'stop' },
  giveOpinion: { vi: 'cho ý kiến', en: 'giveOpinion' },
  proceed: { vi: 'tiếp tục khi chưa đủ ý kiến', en: 'proceed' },
  seal: { vi: 'vào sổ, đóng dấu', en: 'seal' },
  handOver: { vi: 'trả kết quả', en: 'handOver' },
};

/** What closes a task without a decision at it. */
const CLOSED_BY: Readonly<Record<string, Words>> = {
  ...decisionNames,
  supplemented: { vi: 'người nộp đã bổ sung hồ sơ', en: 'supplemented' },
  withdrawn: { vi: 'người nộp đã rút hồ sơ', en: 'withdrawn' },
  stopped: { vi: 'hồ sơ đã dừng giải quyết', en: 'stopped' },
  unanswered: { vi: 'không có ý kiến trả lời', en: 'unanswered' },
  lapsed: { vi: 'không còn ngày hẹn trả để gia hạn', en: 'lapsed' },
};

/** The name of a task's closing decision; its code if this version does not know it. */
export const closingName = (decision: string): Words => CLOSED_BY[decision] ?? { vi: decision, en: decision };

/** A code with its name: `counter` (trực tiếp). In English the code is enough. */
export function coded<C extends string>(codes: readonly C[], names: Readonly<Record<C, Words>>): Words {
  return { vi: codes.map(code => `${code} (${names[code].vi})`).join(', '), en: codes.join(', ') };
}
