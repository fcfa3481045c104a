/** JSON pointer (RFC 6901) of a path; empty for the whole document. */
export function pointer(path: readonly PropertyKey[]): string {
  return path.map(part => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
