import { readFileSync } from 'node:fs';

interface Entry {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
}

/** The names that the build gave to an entry's files. */
export interface Assets {
  readonly script: string;
  readonly styles: readonly string[];
  /** Scripts that the entry imports, to be fetched with it. */
  readonly modules: readonly string[];
}

let manifest: Readonly<Record<string, Entry>> | undefined;

/** Reads the build's manifest, which lies beside the server's folder. */
export function assetsOf(source: string): Assets {
  manifest ??= JSON.parse(
    readFileSync(new URL('../.vite/manifest.json', import.meta.url), 'utf8'),
  ) as Readonly<Record<string, Entry>>;
  const known = manifest;
  const entry = known[source];
  if (!entry) throw new TypeError(`the build has no ${source}`);
  const imported = new Set<string>();
  const follow = (names: readonly string[] = []) => {
    for (const name of names)
      if (!imported.has(name)) {
        imported.add(name);
        follow(known[name]?.imports);
      }
  };
  follow(entry.imports);
  const parts = [...imported].flatMap(name => known[name] ?? []);
  return {
    script: `/${entry.file}`,
    styles: [...new Set([entry, ...parts].flatMap(({ css = [] }) => css))].map(file => `/${file}`),
    modules: parts.map(({ file }) => `/${file}`),
  };
}
