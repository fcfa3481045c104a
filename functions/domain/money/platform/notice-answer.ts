import { checkCode } from './check-code.ts';
import type { PaymentNotice } from './notice.ts';
import { platformTime } from './times.ts';

/** What the payment platform is answered to a notice (phản hồi IPN); without a good answer it comes again. */
export interface NoticeAnswer {
  readonly MaLoi: '00' | '99';
  readonly MoTaLoi: string;
  readonly MaDoiTac?: string;
  readonly MaThamChieu?: string;
  readonly ThoiGianGD?: string;
  readonly MaXacThuc?: string;
}

/**
 * Answers a notice that was not believed. It has no check code: with what a stranger wrote, that would be one for a
 * notice of theirs.
 */
export const NOTICE_NOT_TAKEN: NoticeAnswer = { MaLoi: '99', MoTaLoi: 'Thông báo không hợp lệ' };

/** Answers a genuine notice that was taken down, now or when it came before. */
export function noticeTaken({ partner, reference, at }: PaymentNotice, secret: string): NoticeAnswer {
  const ThoiGianGD = platformTime(at);
  return {
    MaLoi: '00',
    MoTaLoi: 'Thành công',
    MaDoiTac: partner,
    MaThamChieu: reference,
    ThoiGianGD,
    MaXacThuc: checkCode(['00', partner, reference, ThoiGianGD], secret),
  };
}
