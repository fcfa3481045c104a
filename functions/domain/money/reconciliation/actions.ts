import type { DifferenceKind } from '../../../../schemas/money/difference-kind.ts';
import type { Words } from '../../../../schemas/words.ts';
import { isPaid } from './lines.ts';
import type { Difference } from './reconciliation.ts';

/** What kinds of differences are called. */
export const kindNames: Readonly<Record<DifferenceKind, Words>> = {
  onlyOurs: { vi: 'chỉ có ở hệ thống', en: 'only with us' },
  onlyGateway: { vi: 'chỉ có ở cổng thanh toán', en: 'only at the gateway' },
  onlyTreasury: { vi: 'chỉ có ở kho bạc', en: 'only at the treasury' },
  amountDiffers: { vi: 'số tiền khác nhau', en: 'amounts differ' },
  paidTwice: { vi: 'thanh toán hai lần', en: 'paid twice' },
  settledLate: { vi: 'kho bạc chưa ghi có', en: 'not settled yet' },
  lumpDiffers: { vi: 'khoản gộp khác tổng', en: 'a credit of many has another sum' },
};

/** Days that money takes to the treasury before anybody is asked: our own, no agreement with a gateway says it. */
const USUAL_DAYS = 1;

/** Whether the treasury should have had the money of a payment by now (quá hạn quyết toán). */
export const isOverdue = (ageDays: number): boolean => ageDays > USUAL_DAYS;

type Judged = Pick<Difference, 'kind' | 'gateway' | 'treasury' | 'settledBy' | 'again' | 'ageDays'>;

/** What somebody should do about a difference; nothing here is done by itself. */
export function actionFor(difference: Judged): Words {
  const { kind, gateway, treasury, settledBy, again, ageDays } = difference;
  const arrived = treasury.length > 0 || settledBy !== null;
  switch (kind) {
    case 'onlyOurs':
      if (gateway.some(line => !isPaid(line)))
        return {
          vi: 'Cổng thanh toán ghi khoản này chưa thu hoặc đã hoàn: hỏi cổng, nếu đúng thì xử lý lại xác nhận thanh toán của hồ sơ.',
          en: 'The gateway says that it is not paid, or given back: ask it, and if so look at the confirmation of the dossier again.',
        };
      return arrived
        ? {
            vi: 'Kho bạc đã ghi có: yêu cầu cổng thanh toán bổ sung giao dịch vào danh sách.',
            en: 'The treasury has the money: ask the gateway to add the payment to its list.',
          }
        : {
            vi: 'Hỏi cổng thanh toán trạng thái giao dịch; chưa hoàn phí, chưa hủy xác nhận.',
            en: 'Ask the gateway for the state of the payment; refund and undo nothing before.',
          };
    case 'onlyGateway':
      return {
        vi: 'Hỏi lại cổng thanh toán rồi ghi nhận thanh toán cho hồ sơ; nếu không có hồ sơ thì hoàn trả người nộp.',
        en: 'Ask the gateway again, then record the payment on its dossier; if there is none, refund the payer.',
      };
    case 'onlyTreasury':
      return again
        ? {
            vi: 'Nội dung ghi một khoản kho bạc đã nhận: hỏi cổng thanh toán có chuyển hai lần không, nếu có thì hoàn trả.',
            en: 'It names a payment whose money had come: ask the gateway whether it passed it on twice, and if so return it.',
          }
        : {
            vi: 'Tìm người nộp theo nội dung và số tham chiếu; nếu đã thanh toán khoản khác hoặc không có hồ sơ thì hoàn trả.',
            en: 'Find the payer by purpose and reference; if it was paid otherwise, or there is no dossier, refund it.',
          };
    case 'amountDiffers':
      return {
        vi: 'So chứng từ của ba bên; đề nghị bên ghi sai đính chính, không tự sửa số tiền.',
        en: 'Compare the papers of all three; ask whoever is wrong to correct it, and change no amount here.',
      };
    case 'paidTwice':
      return {
        vi: 'Kiểm tra với cổng thanh toán rồi hoàn trả khoản nộp thừa cho người nộp.',
        en: 'Check with the gateway, then refund what was paid again to the payer.',
      };
    case 'settledLate':
      return isOverdue(ageDays)
        ? {
            vi: 'Yêu cầu cổng thanh toán chuyển tiền về kho bạc và cho biết ngày chuyển.',
            en: 'Ask the gateway to pass the money on to the treasury, and when it did or will.',
          }
        : { vi: 'Chờ kho bạc ghi có.', en: 'Wait for the credit of the treasury.' };
    case 'lumpDiffers':
      return {
        vi: 'Yêu cầu cổng thanh toán gửi bảng kê chi tiết của khoản gộp và giải thích chênh lệch.',
        en: 'Ask the gateway for the list of payments in the credit, and to explain the difference.',
      };
  }
}
