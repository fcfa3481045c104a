import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build, type InlineConfig } from 'vite';

const web = fileURLToPath(new URL('../../web/', import.meta.url));

/** Pages that run in the browser, by their entry; public ones are rendered by the server and only enhanced. */
const ENTRIES = {
  officer: 'officer/main.tsx',
  mine: 'mine/main.tsx',
  pad: 'pad/main.tsx',
  public: 'public/enhance.ts',
};

const common = {
  root: web,
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
} as const satisfies InlineConfig;

/**
 * Builds the pages into a folder: `assets/` with a digest in each name and each packed for transport, and `server/`,
 * which renders pages and knows the names of the assets.
 */
export async function buildPages(into: string): Promise<void> {
  await build({
    ...common,
    build: {
      outDir: into,
      emptyOutDir: true,
      manifest: true,
      target: 'es2022',
      // An inlined font would be a data address, which the content policy does not allow.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: Object.fromEntries(inputs()) },
    },
  });
  await build({
    ...common,
    ssr: { noExternal: true },
    build: {
      outDir: join(into, 'server'),
      emptyOutDir: true,
      ssr: 'server/index.tsx',
      target: 'node24',
      minify: true,
    },
  });
  packAssets(join(into, 'assets'));
}

const inputs = () => Object.entries(ENTRIES).map(([name, file]) => [name, join(web, file)] as const);

/** Beside each text its Brotli form, made once here and not at every request. */
function packAssets(folder: string): void {
  for (const name of readdirSync(folder))
    if (/\.(?:js|css|svg)$/.test(name))
      writeFileSync(join(folder, `${name}.br`), brotliCompressSync(readFileSync(join(folder, name))));
}
