import type { IncomingHttpHeaders } from 'node:http';

/** Names of this machine; whatever ends in `.localhost` is one, too (RFC 6761), as buckets have it. */
const NAMES = /^(?:localhost|127\.0\.0\.1|\[::1\]|(?:[a-z0-9-]+\.)+localhost)(?::\d{1,5})?$/i;

/** Whether a request was sent to this machine by name: a page elsewhere whose name was made to lead here sends its own. */
export function namesThisMachine({ host }: Pick<IncomingHttpHeaders, 'host'>): boolean {
  return host !== undefined && NAMES.test(host);
}

/** Whether a request comes from no page, from a page of this machine, or from one of those allowed. */
export function comesFromHere(
  { origin }: Pick<IncomingHttpHeaders, 'origin'>,
  allowed: readonly string[] = [],
): boolean {
  if (origin === undefined || allowed.includes(origin)) return true;
  const [, host] = /^https?:\/\/([^/]+)$/i.exec(origin) ?? [];
  return host !== undefined && NAMES.test(host);
}
