import type * as z from 'zod';
import { type FeeReceipt, feeReceipt } from '../../../schemas/money/receipt.ts';

export const BODY = {
  name: 'Trung tâm Phục vụ hành chính công phường Tân Hoà',
  taxCode: '0100109106',
  unit: 'H44.101',
} as const;

type Given = z.input<typeof feeReceipt>;

/** A fee with half of it waived, and a charge. */
export const LINES: Given['lines'] = [
  {
    code: 'P01',
    name: 'Phí thẩm định hồ sơ cấp giấy chứng nhận quyền sử dụng đất',
    sort: 'fee',
    full: 100_000,
    relief: 50_000,
    ground: 'Nghị quyết số 12/2026/NQ-HĐND, Điều 3',
    paid: 50_000,
  },
  {
    code: 'LP01',
    name: 'Lệ phí cấp giấy phép xây dựng',
    sort: 'charge',
    full: 75_000,
    relief: 0,
    ground: null,
    paid: 75_000,
  },
];

const ORIGINAL: Given = {
  form: 'EBL01',
  serial: '26TAA',
  number: 12,
  kind: { kind: 'original' },
  body: BODY,
  payer: { name: 'Nguyễn Văn An', address: 'Số 12, đường Hùng Vương, phường Tân Hoà', taxCode: null },
  dossier: 'H44.101-260705-0001',
  procedure: { code: '1.009994', name: 'Cấp giấy phép xây dựng mới đối với nhà ở riêng lẻ' },
  lines: LINES,
  total: 125_000,
  method: 'online',
  collectedAt: '2026-07-05T08:30:00+07:00',
};

/** A receipt, changed where something is named; it is parsed as what comes in is. */
export const receiptWith = (changed: Partial<Given> = {}): FeeReceipt =>
  feeReceipt.parse({ ...ORIGINAL, ...changed });

/** One line, paid in full. */
export const paying = (amount: number, sort: 'fee' | 'charge' = 'fee'): Pick<Given, 'lines' | 'total'> => ({
  lines: [
    {
      code: 'P02',
      name: 'Phí khai thác tài liệu',
      sort,
      full: amount,
      relief: 0,
      ground: null,
      paid: amount,
    },
  ],
  total: amount,
});

/** An earlier receipt, as another refers to it. */
export const earlier = (number: number, date = '2026-07-05') =>
  ({ form: 'EBL01', serial: '26TAA', number, date }) as const;
