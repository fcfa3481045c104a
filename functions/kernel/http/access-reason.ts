import { ProblemError } from '../../../schemas/api/problem-error.ts';
import { refusalOf } from '../../../schemas/text-faults.ts';
import type { Words } from '../../../schemas/words.ts';

/** Longest reason, in characters. */
const LONGEST = 300;
/** As many digits as a phone, identity or tax number has, however they are set apart; codes of ours have fewer in a row. */
const NUMBER = /\d(?:[ .]?\d){8}/;
/** Longer than any word: a token, a digest or a link. */
const UNSPEAKABLE = /\S{61}/;

/**
 * `Access-Reason`: what the caller says of why they read, to be kept with the record of the read. Headers carry no Vietnamese, so it is UTF-8
 * in percent-encoding, as `encodeURIComponent` writes it. Null when none was sent. A refusal does not quote it.
 */
export function accessReasonOf(header: string | undefined): string | null {
  if (header === undefined) return null;
  const text = decoded(header).normalize('NFC').trim();
  if (text.length === 0 || text.length > LONGEST)
    throw refused({
      vi: `dài từ 1 đến ${LONGEST} ký tự; không có lý do thì bỏ trống`,
      en: `is 1 to ${LONGEST} characters long; leave it out to say nothing`,
    });
  if (/[\t\n\r\u2028\u2029]/.test(text))
    throw refused({ vi: 'chỉ gồm một dòng chữ', en: 'is one line of text' });
  const refusal = refusalOf(text);
  if (refusal) throw refused(refusal);
  if (tellsMore(text))
    throw refused({
      vi: 'ghi lý do, không ghi người: không có số định danh, mã số thuế, mã truy cập hay đường dẫn',
      en: 'says why, not who: no number of a person or organization, no token, no link',
    });
  return text;
}

/** Whether a reason tells more than why: it is shown to the persons whose data were read. */
export function tellsMore(reason: string): boolean {
  return NUMBER.test(reason) || UNSPEAKABLE.test(reason);
}

function decoded(header: string): string {
  // Bytes above ASCII reach a function as characters of Latin-1 or worse: they cannot be told apart from a mistake.
  if (!/^[\x20-\x7e]*$/.test(header))
    throw refused({ vi: 'phải là UTF-8 mã hóa phần trăm', en: 'is UTF-8 in percent-encoding' });
  try {
    return decodeURIComponent(header);
  } catch {
    throw refused({ vi: 'phải là UTF-8 mã hóa phần trăm', en: 'is UTF-8 in percent-encoding' });
  }
}

function refused(rule: Words): ProblemError {
  return new ProblemError('parameter-invalid', {
    vi: `Access-Reason ${rule.vi}.`,
    en: `Access-Reason ${rule.en}.`,
  });
}
