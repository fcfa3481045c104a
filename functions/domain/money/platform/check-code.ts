import { createHash, timingSafeEqual } from 'node:crypto';

/** What stands between the fields that a check code is made of; no field that we send has it. */
export const BETWEEN = '|';

/** The check code of a message of the national payment platform (mã xác thực): SHA-256 of its fields and the secret. */
export const checkCode = (fields: readonly (string | number)[], secret: string): string =>
  createHash('sha256')
    .update([...fields, secret].join(BETWEEN), 'utf8')
    .digest('hex');

/** Whether a check code is right; how long the answer takes tells nothing of the right one. */
export function codeFits(given: unknown, fields: readonly (string | number)[], secret: string): boolean {
  if (secret === '' || typeof given !== 'string') return false;
  const right = Buffer.from(checkCode(fields, secret));
  const shown = Buffer.from(given.toLowerCase());
  return shown.length === right.length && timingSafeEqual(shown, right);
}
