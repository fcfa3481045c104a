import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { Keyring } from '../keyring/keyring.ts';

/**
 * A cursor says where the next page begins, for one query of one caller. It is sealed: a cursor that was changed, or
 * belongs to another query or caller, is refused instead of showing something else.
 */
export function writeCursor(keyring: Keyring, scope: string, position: string): string {
  const text = Buffer.from(position).toString('base64url');
  return `${text}.${keyring.sealCursor(`${scope}\n${text}`)}`;
}

/** The position in a cursor; undefined if none was given. */
export function readCursor(keyring: Keyring, scope: string, cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  const [text = '', seal = '', ...rest] = cursor.split('.');
  if (rest.length > 0 || !keyring.cursorSealFits(`${scope}\n${text}`, seal)) {
    throw new ProblemError('cursor-invalid', {
      vi: 'Con trỏ trang không phải do truy vấn này trả về.',
      en: 'The cursor was not returned by this query.',
    });
  }
  return Buffer.from(text, 'base64url').toString();
}
