import * as z from 'zod';
import { says } from '../words.ts';

/** A stable id of something in a fee: a line, a case, a relief. Bills and receipts name it for ever. */
export const feeCode = z.string().regex(
  /^[a-z][a-z0-9-]{0,39}$/,
  says({
    vi: 'phải là mã: chữ thường không dấu, chữ số, gạch nối',
    en: 'must be a code: lower-case letters a to z, digits and hyphens',
  }),
);

/** Phí is paid for a service, lệ phí for what the state does by its authority: receipts keep them apart. */
export const feeSort = z
  .enum(['fee', 'charge'])
  .meta({ id: 'FeeSort', description: 'fee: phí; charge: lệ phí (Luật Phí và lệ phí 97/2015/QH13 Đ3)' });
export type FeeSort = z.infer<typeof feeSort>;
