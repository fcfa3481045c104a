import { createHash } from 'node:crypto';

/** The platform's check code of the fields of a message, in their order. */
export const checkOf = (values: readonly unknown[], secret: string): string =>
  createHash('sha256')
    .update(`${values.map(String).join('|')}|${secret}`)
    .digest('hex');

/** `yyyyMMddHHmmss` in Vietnam's time. */
export const stamp = (moment: number): string =>
  new Date(moment + 7 * 3_600_000).toISOString().slice(0, 19).replaceAll(/[-T:]/g, '');
