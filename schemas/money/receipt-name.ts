import * as z from 'zod';
import { says } from '../words.ts';

/**
 * How a receipt of fees is named (NĐ 254/2026/NĐ-CP Điều 23 khoản 2): symbol of the form, serial, and a number that
 * begins at 1 each year. None of it says anything of a person.
 */

/** Symbol of the form (ký hiệu mẫu): `EBL01` without face value (không mệnh giá), `EBL02` with one (có mệnh giá). */
export const receiptForm = z
  .enum(['EBL01', 'EBL02'])
  .meta({ id: 'ReceiptForm', description: 'Symbol of the form of a receipt of fees (ký hiệu mẫu biên lai)' });
export type ReceiptForm = z.infer<typeof receiptForm>;

/** The two letters of a serial that the collecting body chooses; F, I, J, O, W and Z are not among the allowed ones. */
export const serialLetters = z
  .string()
  .regex(
    /^[ABCDEGHKLMNPQRSTUVXY]{2}$/,
    says({
      vi: 'phải gồm 2 chữ cái trong số A, B, C, D, E, G, H, K, L, M, N, P, Q, R, S, T, U, V, X, Y',
      en: 'must be 2 of the letters A, B, C, D, E, G, H, K, L, M, N, P, Q, R, S, T, U, V, X, Y',
    }),
  )
  .meta({ id: 'SerialLetters', description: 'Letters of a serial that the collecting body chooses' });

/** The letters of a body that chose none. */
export const DEFAULT_LETTERS = 'AA';

/** Serial (ký hiệu biên lai): two digits of the year, `T`, and two letters. */
export const receiptSerial = z
  .string()
  .regex(
    /^\d{2}T[ABCDEGHKLMNPQRSTUVXY]{2}$/,
    says({
      vi: 'phải là ký hiệu biên lai dạng 26TAA: hai số cuối của năm, chữ T, hai chữ cái được dùng',
      en: 'must be a serial such as 26TAA: two digits of the year, T, two allowed letters',
    }),
  )
  .meta({ id: 'ReceiptSerial', description: 'Serial of a receipt (ký hiệu biên lai)', example: '26TAA' });

/** Number within a form, a serial and therefore a year: at most eight digits. */
export const receiptNumber = z
  .int()
  .min(1)
  .max(99_999_999)
  .meta({ id: 'ReceiptNumber', description: 'Number of a receipt (số biên lai), from 1 each year' });

/** What names a receipt among those of its collecting body. */
export const receiptName = z
  .strictObject({ form: receiptForm, serial: receiptSerial, number: receiptNumber })
  .meta({ id: 'ReceiptName', description: 'Form, serial and number of a receipt' });
export type ReceiptName = z.infer<typeof receiptName>;
