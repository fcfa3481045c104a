import type { LockedObjects } from '../../../functions/features/anchor/locked-objects.ts';

/** Locked objects in memory, to which a test can do what their bucket's policy forbids. */
export interface MemoryObjects extends LockedObjects {
  /** Writes another version over an object. */
  cover(name: string, text: string): void;
  /** Takes an object away, with all its versions. */
  lose(name: string): void;
  size(): number;
}

export function memoryObjects(): MemoryObjects {
  const versions = new Map<string, string[]>();
  const sorted = (prefix: string) => [...versions.keys()].filter(name => name.startsWith(prefix)).sort();
  return {
    names: async (prefix, after) => sorted(prefix).filter(name => after === undefined || name > after),
    read: async name => versions.get(name)?.at(-1),
    async add(name, text) {
      if (versions.has(name)) return 'there';
      versions.set(name, [text]);
      return 'added';
    },
    firstWritten: async prefix =>
      sorted(prefix).map(name => {
        const [text = '', ...later] = versions.get(name) ?? [];
        return { name, text, covered: later.length > 0 };
      }),
    cover: (name, text) => void versions.get(name)?.push(text),
    lose: name => void versions.delete(name),
    size: () => [...versions.values()].flat().reduce((sum, text) => sum + text.length, 0),
  };
}
