import * as z from 'zod';
import { says } from '../words.ts';

/** National code of an administrative procedure (mã TTHC): `1.001193`. Local publication may add a suffix. */
export const procedureCode = z
  .string()
  .regex(
    /^\d\.\d{6}$/,
    says({
      vi: 'phải là mã thủ tục hành chính quốc gia dạng 1.001193',
      en: 'must be a national procedure code such as 1.001193',
    }),
  )
  .meta({ id: 'ProcedureCode', description: 'National procedure code (mã TTHC)', example: '1.001193' });
export type ProcedureCode = z.infer<typeof procedureCode>;

const PUBLISHED_FORM = /^(\d\.\d{6})(\.000\.00\.00\.[A-Y]\d{2}|\.[A-Y]\d{2}(\.\d{2})?)?$/;

/**
 * The national code in a published form such as `1.004222.000.00.00.H44` or `1.000948.H38`; undefined when it is
 * neither.
 */
export function nationalProcedureCode(published: string): ProcedureCode | undefined {
  return PUBLISHED_FORM.exec(published.trim())?.[1];
}

/** Code of a kind of result (mã kết quả): `KQ.G15.000031`. */
export const resultCode = z
  .string()
  .regex(
    /^KQ\.[A-Y]\d{2}\.\d{6}$/,
    says({ vi: 'phải là mã kết quả dạng KQ.G15.000031', en: 'must be a result code such as KQ.G15.000031' }),
  )
  .meta({ id: 'ResultCode', description: 'Kind of result (mã kết quả)', example: 'KQ.G15.000031' });
