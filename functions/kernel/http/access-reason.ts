import { ProblemError } from '../../../schemas/api/problem-error.ts';
import { refusalOf } from '../../../schemas/text-faults.ts';
import type { Words } from '../../../schemas/words.ts';

/** Longest reason, in characters. */
const LONGEST = 300;
/**
 * As many digits as a phone, identity or tax number has, however they are separated; our own codes have fewer in a
 * row.
 */
const NUMBER = /\d(?:[ .]?\d){8}/;
/** Longer than any word: a token, a digest or a link. */
const UNSPEAKABLE = /\S{61}/;

/**
 * `Access-Reason`: the caller's reason for reading, kept with the access record. Headers cannot carry Vietnamese, so
 * it is percent-encoded UTF-8, as written by `encodeURIComponent`. Null when none was sent. A refusal does not quote
 * it.
 */
export function accessReasonOf(header: string | undefined): string | null {
  if (header === undefined) return null;
  const text = decoded(header).normalize('NFC').trim();
  if (text.length === 0 || text.length > LONGEST)
    throw refused({
      vi: `dài từ 1 đến ${LONGEST} ký tự; nếu không có lý do thì không gửi tiêu đề này`,
      en: `must be 1 to ${LONGEST} characters long; leave it out if you have no reason to give`,
    });
  if (/[\t\n\r\u2028\u2029]/.test(text))
    throw refused({ vi: 'chỉ gồm một dòng chữ', en: 'is one line of text' });
  const refusal = refusalOf(text);
  if (refusal) throw refused(refusal);
  if (tellsMore(text))
    throw refused({
      vi: 'chỉ ghi lý do: không ghi số định danh, mã số thuế, mã truy cập hay đường dẫn',
      en: 'must say only why: no identity number, tax code, token or link',
    });
  return text;
}

/** Whether a reason identifies somebody: it is shown to the people whose data were read. */
export function tellsMore(reason: string): boolean {
  return NUMBER.test(reason) || UNSPEAKABLE.test(reason);
}

function decoded(header: string): string {
  // Non-ASCII bytes reach a function as Latin-1 characters or worse and cannot be told from a mistake.
  if (!/^[\x20-\x7e]*$/.test(header))
    throw refused({ vi: 'phải là UTF-8 mã hóa phần trăm', en: 'must be percent-encoded UTF-8' });
  try {
    return decodeURIComponent(header);
  } catch {
    throw refused({ vi: 'phải là UTF-8 mã hóa phần trăm', en: 'must be percent-encoded UTF-8' });
  }
}

function refused(rule: Words): ProblemError {
  return new ProblemError('parameter-invalid', {
    vi: `Access-Reason ${rule.vi}.`,
    en: `Access-Reason ${rule.en}.`,
  });
}
