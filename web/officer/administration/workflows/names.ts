import { wording } from '../../../wording/language.tsx';
import type { DecisionName, LimitUnit, Step } from './steps.ts';

interface Names {
  readonly decisions: Readonly<Record<DecisionName, string>>;
  readonly limits: Readonly<Record<LimitUnit, string>>;
  readonly units: Readonly<Record<'competent' | 'receiving', string>>;
  readonly kinds: Readonly<Record<Step['kind'], string>>;
  readonly decided: string;
  /** A step that something still leads to, and that is there no more. */
  gone(id: string): string;
}

/** What the parts of a workflow are called. */
export const workflowNames = wording<Names>({
  vi: {
    decisions: {
      forward: 'Chuyển tiếp',
      sendBack: 'Trả lại bước trước',
      approve: 'Đồng ý',
      refuse: 'Từ chối',
      requestSupplement: 'Yêu cầu bổ sung',
      extend: 'Gia hạn',
      stop: 'Dừng giải quyết',
      pause: 'Tạm dừng tính thời hạn',
      consult: 'Lấy ý kiến',
    },
    limits: { workingDay: 'ngày làm việc', calendarDay: 'ngày', workingHour: 'giờ làm việc', month: 'tháng' },
    units: { competent: 'Đơn vị có thẩm quyền', receiving: 'Nơi tiếp nhận' },
    kinds: { work: 'Xử lý', signature: 'Ký duyệt' },
    decided: 'Có kết quả',
    gone: id => `Bước không còn (${id})`,
  },
  en: {
    decisions: {
      forward: 'Forward',
      sendBack: 'Send back',
      approve: 'Approve',
      refuse: 'Refuse',
      requestSupplement: 'Request a supplement',
      extend: 'Extend',
      stop: 'Stop',
      pause: 'Pause the clock',
      consult: 'Consult',
    },
    limits: {
      workingDay: 'working days',
      calendarDay: 'days',
      workingHour: 'working hours',
      month: 'months',
    },
    units: { competent: 'Competent unit', receiving: 'Receiving unit' },
    kinds: { work: 'Work', signature: 'Signature' },
    decided: 'Decided',
    gone: id => `A step that is gone (${id})`,
  },
});
