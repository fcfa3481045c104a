import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Metafile, type Plugin } from 'esbuild';
import type { Companion } from '../../functions/kernel/feature.ts';
import { fontFiles } from '../../schemas/printing/fonts.ts';
import type { PlannedFunction } from '../manifests/plan.ts';
import { buildPages } from './build-pages.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Leaves out zod's JSON schema generators, which no function calls. */
const withoutJsonSchema: Plugin = {
  name: 'without-json-schema',
  setup({ onResolve }) {
    onResolve({ filter: /\/(?:to-json-schema|json-schema-processors)\.js$/ }, ({ importer }) =>
      importer.includes('/node_modules/zod/')
        ? { path: join(root, 'infra/bundling/without-json-schema.ts') }
        : undefined,
    );
  },
};

/** A function's package: its folder, and how many bytes of code a cold start loads. */
export interface Bundle {
  readonly name: string;
  readonly folder: string;
  readonly bytes: number;
}

/** What is bundled of a function: its entry file, and what its manifest says of its package. */
export type BundledFunction = Pick<PlannedFunction, 'name' | 'entry' | 'splits' | 'companions'>;

type Outputs = Metafile['outputs'];

/** How many bytes are loaded with a file: its own and those of its static imports, not of dynamic ones. */
function loadedWith(outputs: Outputs, file: string): number {
  const loaded = new Set([file]);
  for (const each of loaded)
    for (const { path, kind } of outputs[each]?.imports ?? [])
      if (kind === 'import-statement' && path in outputs) loaded.add(path);
  return [...loaded].reduce((sum, each) => sum + (outputs[each]?.bytes ?? 0), 0);
}

/**
 * Bundles functions, all single-file ones in one run of esbuild: ES modules for the runtime's Node, minified,
 * including the AWS SDK, so that what is tested is what runs. Returns the packages by name.
 *
 * @param settings from which companions are written.
 */
export async function bundleFunctions(
  functions: Iterable<BundledFunction>,
  into: string,
  settings: Readonly<Record<string, unknown>> = {},
): Promise<ReadonlyMap<string, Bundle>> {
  rmSync(into, { recursive: true, force: true });
  const bundle = async (some: readonly BundledFunction[], splitting: boolean): Promise<Outputs> => {
    const { metafile } = await build({
      absWorkingDir: root,
      entryPoints: Object.fromEntries(
        some.map(({ name, entry }) => [splitting ? 'index' : `${name}/index`, entry]),
      ),
      outdir: splitting ? join(into, some[0]?.name ?? '') : into,
      splitting,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      platform: 'node',
      target: 'node24',
      format: 'esm',
      mainFields: ['module', 'main'],
      conditions: ['module', 'import', 'node'],
      minify: true,
      legalComments: 'none',
      // Keeps Vietnamese words unescaped: as escapes they would be twice as long.
      charset: 'utf8',
      plugins: [withoutJsonSchema],
      // zod refers to the omitted JSON schema generators, but does not call them.
      logOverride: { 'import-is-undefined': 'silent' },
      alias: {
        '@aws-sdk/credential-provider-node': './infra/bundling/lambda-credentials.ts',
        '@aws-sdk/endpoint-cache': './infra/bundling/no-endpoint-cache.ts',
      },
      // A few CommonJS dependencies call require for Node's own modules, or ask where they are.
      banner: {
        js: "import{createRequire as createRequireOfBundle}from'node:module';const require=createRequireOfBundle(import.meta.url);const __dirname=import.meta.dirname;const __filename=import.meta.filename;",
      },
      logLevel: 'warning',
      metafile: true,
    });
    return metafile.outputs;
  };
  const all = [...functions];
  const outputs: Outputs = Object.assign(
    {},
    ...(await Promise.all([
      bundle(
        all.filter(({ splits }) => !splits),
        false,
      ),
      ...all.filter(({ splits }) => splits).map(one => bundle([one], true)),
    ])),
  );
  for (const { name, companions = [] } of all)
    for (const companion of companions)
      if ('pagesTo' in companion) await buildPages(join(into, name, companion.pagesTo));
      else if ('settingTo' in companion)
        writeFileSync(
          join(into, name, companion.settingTo),
          JSON.stringify(settings[companion.setting] ?? null),
        );
  return new Map(
    all.map(({ name, companions = [] }) => {
      const folder = join(into, name);
      for (const { from, to } of companions.flatMap(filesOf)) cpSync(join(root, from), join(folder, to));
      const entry = relative(root, join(folder, 'index.mjs'));
      return [name, { name, folder, bytes: loadedWith(outputs, entry) }];
    }),
  );
}

function filesOf(companion: Companion): readonly { readonly from: string; readonly to: string }[] {
  if ('pagesTo' in companion || 'settingTo' in companion) return [];
  if (!('fontsTo' in companion)) return [companion];
  return fontFiles().map(({ from, to }) => ({
    from: `node_modules/${from}`,
    to: `${companion.fontsTo}/${to}`,
  }));
}
