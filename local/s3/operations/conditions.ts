import { S3Error } from '../protocol/errors.ts';
import type { ObjectRecord } from '../storage/records.ts';

type Headers = Readonly<Record<string, string>>;

function matches(list: string, eTag: string): boolean {
  return list.split(',').some(item => {
    const wanted = item
      .trim()
      .replace(/^W\//, '')
      .replace(/^"(.*)"$/, '$1');
    return wanted === '*' || wanted === eTag;
  });
}

/** HTTP dates have seconds only. */
function wholeSeconds(instant: number): number {
  return Math.floor(instant / 1000) * 1000;
}

function failed(condition: string): S3Error {
  return new S3Error('PreconditionFailed', undefined, { Condition: condition });
}

/**
 * Decides a conditional read in RFC 9110's order: 'unchanged' means 304. Throws PreconditionFailed.
 * `prefix` is `x-amz-copy-source-` for the conditions on a copy's source, which knows no 304.
 */
export function checkReadConditions(
  headers: Headers,
  record: ObjectRecord,
  prefix = '',
): 'send' | 'unchanged' {
  const [match, noneMatch] = [headers[`${prefix}if-match`], headers[`${prefix}if-none-match`]];
  const modified = wholeSeconds(record.modifiedAt);
  const unmodifiedSince = Date.parse(headers[`${prefix}if-unmodified-since`] ?? '');
  const modifiedSince = Date.parse(headers[`${prefix}if-modified-since`] ?? '');
  if (match !== undefined) {
    if (!matches(match, record.eTag)) throw failed('If-Match');
  } else if (modified > unmodifiedSince) throw failed('If-Unmodified-Since');
  const unchanged = noneMatch === undefined ? modified <= modifiedSince : matches(noneMatch, record.eTag);
  if (!unchanged) return 'send';
  if (prefix !== '') throw failed(`${prefix}if-none-match`);
  return 'unchanged';
}

/**
 * Decides a conditional write against the current object, if there is one: `If-None-Match: *` and `If-Match: <etag>`.
 * Throws PreconditionFailed, NoSuchKey and NotImplemented (the forms S3 does not know either).
 */
export function checkWriteConditions(headers: Headers, key: string, current: ObjectRecord | undefined): void {
  const [match, noneMatch] = [headers['if-match'], headers['if-none-match']];
  if (noneMatch !== undefined) {
    if (noneMatch.trim() !== '*' || match !== undefined)
      throw new S3Error('NotImplemented', undefined, { Header: 'If-None-Match' });
    if (current) throw failed('If-None-Match');
  }
  if (match !== undefined) {
    if (!current) throw new S3Error('NoSuchKey', undefined, { Key: key });
    if (!matches(match, current.eTag)) throw failed('If-Match');
  }
}
