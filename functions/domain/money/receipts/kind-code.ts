import type { PaymentMethod, ReceiptKind } from '../../../../schemas/money/receipt.ts';

/** What a receipt is to an earlier one: a replacement, or one of three adjustments. */
export type Standing = 'original' | 'replacement' | 'increase' | 'decrease' | 'information';

export const standingOf = (kind: ReceiptKind): Standing =>
  kind.kind === 'adjustment' ? kind.change : kind.kind;

/** The same as our XML writes it (`TCBLai`, tính chất biên lai). */
export const STANDING_CODES: Readonly<Record<Standing, string>> = {
  original: '1',
  replacement: '2',
  increase: '3',
  decrease: '4',
  information: '5',
};

/** How the money came, as messages about receipts write it: tiền mặt, chuyển khoản, thanh toán trực tuyến. */
export const METHOD_CODES: Readonly<Record<PaymentMethod, string>> = {
  cash: 'TM',
  transfer: 'CK',
  online: 'TTO',
};
