import { vi } from 'vitest';

/** Stands for the browser's storage of a tab; what is kept in it can be looked at. `vi.unstubAllGlobals` ends it. */
export function tabStorage(): Record<string, string> {
  const kept: Record<string, string> = {};
  const storage = Object.defineProperties(kept, {
    setItem: { value: (key: string, text: string) => Object.assign(kept, { [key]: text }) },
    getItem: { value: (key: string) => kept[key] ?? null },
    removeItem: { value: (key: string) => delete kept[key] },
  });
  vi.stubGlobal('sessionStorage', storage);
  return kept;
}
