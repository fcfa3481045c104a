import type { Procedure } from '../../../schemas/catalogue/procedure.ts';
import type { Workflow } from '../../../schemas/catalogue/workflow.ts';
import { starter } from '../../../test/support/lifecycle/memory-province.ts';
import { randomOf } from './random.ts';

/** How many procedures a province has. */
export const PROCEDURES = 2259;

/** Fields (lĩnh vực) of the national catalogue. */
const fields =
  'Hộ tịch|Chứng thực|Đất đai|Hoạt động xây dựng|Quy hoạch xây dựng|Nhà ở và công sở|Hạ tầng kỹ thuật|Đường bộ|Đường thủy nội địa|Đăng kiểm|Thành lập và hoạt động doanh nghiệp|Hợp tác xã|Đầu tư tại Việt Nam|Đấu thầu|Quản lý công sản|Tài chính doanh nghiệp|Giá|Kế toán, kiểm toán|Bảo trợ xã hội|Người có công|Việc làm|Lao động|An toàn lao động|Giáo dục nghề nghiệp|Phòng, chống tệ nạn xã hội|Trẻ em|Giảm nghèo|Giáo dục mầm non|Giáo dục tiểu học|Giáo dục trung học|Giáo dục thường xuyên|Thi, tuyển sinh|Văn bằng, chứng chỉ|Khám bệnh, chữa bệnh|Dược phẩm|Mỹ phẩm|An toàn thực phẩm|Y tế dự phòng|Dân số|Trang thiết bị y tế|Giám định y khoa|Trồng trọt|Bảo vệ thực vật|Chăn nuôi|Thú y|Thủy sản|Thủy lợi|Lâm nghiệp|Kiểm lâm|Phòng, chống thiên tai|Phát triển nông thôn|Quản lý chất lượng nông lâm sản|Môi trường|Tài nguyên nước|Địa chất và khoáng sản|Khí tượng, thủy văn|Đo đạc, bản đồ|Biển và hải đảo|Lưu thông hàng hóa|Kinh doanh khí|Hóa chất|Vật liệu nổ công nghiệp|Điện|Xúc tiến thương mại|Xuất nhập khẩu|Công nghiệp địa phương|Quản lý cạnh tranh|Văn hóa|Di sản văn hóa|Thể dục thể thao|Du lịch|Gia đình|Quảng cáo|Báo chí|Xuất bản, in và phát hành|Phát thanh, truyền hình|Bưu chính|Viễn thông|Hoạt động khoa học và công nghệ|Sở hữu trí tuệ|Tiêu chuẩn đo lường chất lượng|An toàn bức xạ|Luật sư|Công chứng|Giám định tư pháp|Trợ giúp pháp lý|Nuôi con nuôi|Quốc tịch|Lý lịch tư pháp|Hòa giải thương mại|Tổ chức hành chính|Thi đua, khen thưởng|Tín ngưỡng, tôn giáo|Văn thư, lưu trữ|Thanh niên'.split(
    '|',
  );
const actions = [
  'Cấp giấy phép',
  'Cấp lại giấy phép',
  'Gia hạn giấy phép',
  'Cấp giấy chứng nhận đủ điều kiện',
  'Cấp lại giấy chứng nhận',
  'Điều chỉnh giấy chứng nhận',
  'Đăng ký',
  'Đăng ký thay đổi nội dung',
  'Thu hồi',
  'Thẩm định hồ sơ',
  'Phê duyệt phương án',
  'Công nhận',
  'Thông báo',
  'Xác nhận',
  'Chấm dứt hoạt động',
  'Hỗ trợ kinh phí',
];
const subjects = [
  'cơ sở',
  'tổ chức',
  'cá nhân hành nghề',
  'dự án',
  'công trình',
  'hoạt động',
  'chi nhánh, văn phòng đại diện',
  'sản phẩm, dịch vụ',
  'hộ gia đình, cộng đồng dân cư',
];

export interface BenchProcedure {
  readonly procedure: Procedure;
  readonly workflow: Workflow;
}

/**
 * The catalogue of a province: the starter province's procedures as they are, and for the others their methods, papers, limits, fees
 * and workflows under other codes, names and fields.
 */
export function benchProcedures(seed: string, count = PROCEDURES): BenchProcedure[] {
  const random = randomOf(seed, 'procedures');
  const known = new Set(starter.procedures.map(({ procedure }) => procedure.code));
  const made: BenchProcedure[] = [...starter.procedures].slice(0, count);
  for (let index = 0; made.length < count; index++) {
    const code = `${1 + (index % 3)}.${String(100_000 + index).padStart(6, '0')}`;
    if (known.has(code)) continue;
    const like = random.pick(starter.procedures);
    const field = fields[index % fields.length] ?? '';
    const name = `${random.pick(actions)} ${random.pick(subjects)} trong lĩnh vực ${field.toLowerCase()}`;
    made.push({
      procedure: { ...like.procedure, code, name, field: { name: field } },
      workflow: { ...like.workflow, procedure: code },
    });
  }
  return made;
}
