import { createHash } from 'node:crypto';

/**
 * The ETag of an answer: the version of what was read, where it has one, and a digest of the body as it is shown. The
 * version alone would not do for a reader: the same record is told in two languages, and shows more to some
 * than to others.
 */
export function entityTag(body: string, version: number | undefined): string {
  const digest = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  return version === undefined ? `"${digest}"` : `"${version}-${digest}"`;
}

/** The version in an ETag as `entityTag` gives it, or in a bare version between quotes; undefined for anything else. */
export function versionIn(tag: string): number | undefined {
  const match = /^\s*(?:W\/)?"(\d{1,9})(?:-[\w-]{22})?"\s*$/.exec(tag);
  return match ? Number(match[1]) : undefined;
}

/** Whether an `If-None-Match` names the tag (RFC 9110 13.1.2): compared weakly, `*` for whatever there is. */
export function namesTag(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  return ifNoneMatch.split(',').some(each => each.trim().replace(/^W\//, '') === tag);
}
