import { createHash } from 'node:crypto';

/**
 * The ETag of an answer: the version of what was read, if it has one, and a digest of the body as shown. The version
 * alone is not enough: the same record is shown in two languages, and to some readers in more detail.
 */
export function entityTag(body: string, version: number | undefined): string {
  const digest = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  return version === undefined ? `"${digest}"` : `"${version}-${digest}"`;
}

/** The version in an ETag from `entityTag`, or in a bare quoted version; undefined for anything else. */
export function versionIn(tag: string): number | undefined {
  const match = /^\s*(?:W\/)?"(\d{1,9})(?:-[\w-]{22})?"\s*$/.exec(tag);
  return match ? Number(match[1]) : undefined;
}

/** Whether an `If-None-Match` names the tag (RFC 9110 13.1.2): compared weakly; `*` matches anything. */
export function namesTag(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  return ifNoneMatch.split(',').some(each => each.trim().replace(/^W\//, '') === tag);
}
