import type { ProposedChangeKind, ProposedChangeStatus } from '../../../api/generated.ts';
import type { Level } from '../../../parts/mark.tsx';
import { wording } from '../../../wording/language.tsx';

interface Names {
  readonly kinds: Readonly<Record<ProposedChangeKind, string>>;
  readonly statuses: Readonly<Record<ProposedChangeStatus, string>>;
}

/** What kinds and states of proposed changes are called. */
export const changeNames = wording<Names>({
  vi: {
    kinds: {
      procedureClosing: 'Tạm dừng tiếp nhận thủ tục',
      workflow: 'Ban hành quy trình',
      workflowTemplate: 'Ban hành quy trình mẫu cho nhiều thủ tục',
      workCalendar: 'Ban hành lịch làm việc',
      units: 'Thay danh sách đơn vị',
      transfer: 'Chuyển hồ sơ giữa các đơn vị',
      replanning: 'Tính lại ngày hẹn trả',
    },
    statuses: {
      proposed: 'Chờ xác nhận',
      confirmed: 'Đang thực hiện',
      done: 'Đã thực hiện',
      withdrawn: 'Đã rút',
      expired: 'Quá hạn xác nhận',
    },
  },
  en: {
    kinds: {
      procedureClosing: 'Closing of a procedure',
      workflow: 'Another workflow',
      workflowTemplate: 'A workflow template for many procedures',
      workCalendar: 'Another working calendar',
      units: 'Another list of units',
      transfer: 'Transfer of dossiers',
      replanning: 'Recalculated dates',
    },
    statuses: {
      proposed: 'Waits',
      confirmed: 'Being carried out',
      done: 'Done',
      withdrawn: 'Withdrawn',
      expired: 'Not confirmed in time',
    },
  },
});

export const levelOf: Readonly<Record<ProposedChangeStatus, Level>> = {
  proposed: 'soon',
  confirmed: 'soon',
  done: 'good',
  withdrawn: 'plain',
  expired: 'late',
};
