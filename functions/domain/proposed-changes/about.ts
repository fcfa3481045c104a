import type { ChangeContent } from '../../../schemas/stored/proposed-change.ts';
import type { Words } from '../../../schemas/words.ts';
import { parseInstant } from '../vietnam-time.ts';
import { momentText } from '../wording/dates.ts';

/** What a change does, in one sentence for whoever is asked to confirm it. */
export function aboutChange(content: ChangeContent): Words {
  switch (content.kind) {
    case 'procedureClosing':
      return {
        vi: `Ngừng tiếp nhận hồ sơ mới của thủ tục ${content.procedure}: ${content.reason}`,
        en: `Close procedure ${content.procedure} for new dossiers: ${content.reason}`,
      };
    case 'workflow':
      return {
        vi: `Ban hành quy trình mới của thủ tục ${content.procedure}, theo ${content.workflow.approvedBy}`,
        en: `Publish a new workflow of procedure ${content.procedure}, by ${content.workflow.approvedBy}`,
      };
    case 'workflowTemplate': {
      const { template, approvedBy } = content.order;
      const { name } = template;
      return {
        vi: `Ban hành quy trình mẫu “${name.vi}” cho các thủ tục phù hợp, theo ${approvedBy}`,
        en: `Publish workflow template “${name.en}” for the procedures it fits, by ${approvedBy}`,
      };
    }
    case 'workCalendar':
      return {
        vi: 'Công bố lịch làm việc mới của tỉnh',
        en: 'Publish a new work calendar of the province',
      };
    case 'units':
      return { vi: 'Công bố danh sách đơn vị mới', en: 'Publish a new list of units' };
    case 'transfer':
      return {
        vi: `Chuyển hồ sơ đang giải quyết của ${content.ended}${content.of === content.ended ? '' : ` (hiện do ${content.of} giữ)`} sang ${content.to}`,
        en: `Hand over open dossiers of ${content.ended}${content.of === content.ended ? '' : `, now at ${content.of},`} to ${content.to}`,
      };
    case 'replanning': {
      const where = {
        vi: content.unit ?? 'mọi đơn vị trong tỉnh',
        en: content.unit ?? 'all units of the province',
      };
      const { cause } = content;
      return cause.kind === 'outage'
        ? {
            vi: `Cộng bù thời gian gián đoạn từ ${momentText(parseInstant(cause.from))} đến ${momentText(parseInstant(cause.to))} vào ngày hẹn trả của ${where.vi}: ${cause.reason}`,
            en: `Credit the outage from ${cause.from} to ${cause.to} to promised dates of ${where.en}: ${cause.reason}`,
          }
        : {
            vi: `Tính lại ngày hẹn trả của ${where.vi} theo lịch làm việc phiên bản ${cause.version}`,
            en: `Recalculate promised dates of ${where.en} by version ${cause.version} of the work calendar`,
          };
    }
  }
}
