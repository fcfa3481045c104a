import type { Body } from '../api/client.ts';

/** What makes this tablet a pad of a unit. */
export type PadKey = Body<'lookAtPad'>['pad'];

const PLACE = 'pad';

/** 256 random bits in base64url. Made here, so that no answer ever holds them. */
export function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** The key of this tablet until its pairing ends; nothing else of a pad is kept in the browser. */
export function keptKey(): PadKey | undefined {
  try {
    return JSON.parse(localStorage.getItem(PLACE) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

export const keepKey = (key: PadKey): void => localStorage.setItem(PLACE, JSON.stringify(key));

export const dropKey = (): void => localStorage.removeItem(PLACE);

/** The code behind `#` of the address it was opened by, which is taken out of the address at once. */
export function codeOfAddress(): string {
  const code = decodeURIComponent(location.hash.slice(1));
  if (code !== '') history.replaceState(null, '', location.pathname);
  return code;
}
