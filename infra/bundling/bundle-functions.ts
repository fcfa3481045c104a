import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Metafile, type Plugin } from 'esbuild';
import { fontFiles } from '../../schemas/printing/fonts.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What judges files, and what it reads PDF with. */
const judges = ['intake', 'tasks', 'upload-check', 'uploads'];
const pdfReader = { from: 'node_modules/@embedpdf/pdfium/dist/pdfium.wasm', to: 'pdfium.wasm' };

/** Files that go into a function's package beside its code. */
const companions: Readonly<Record<string, readonly { from: string; to: string }[]>> = {
  'machine-issue': [
    ...fontFiles().map(({ from, to }) => ({ from: `node_modules/${from}`, to: `fonts/${to}` })),
    { from: 'node_modules/harfbuzzjs/dist/harfbuzz.wasm', to: 'harfbuzz.wasm' },
  ],
  ...Object.fromEntries(judges.map(name => [name, [pdfReader]])),
  site: [
    { from: 'docs/openapi.json', to: 'openapi.json' },
    { from: 'functions/features/site/pages/docs.html', to: 'docs.html' },
    { from: 'functions/features/site/pages/start.js', to: 'start.js' },
    { from: 'node_modules/swagger-ui-dist/swagger-ui.css', to: 'swagger-ui.css' },
    { from: 'node_modules/swagger-ui-dist/swagger-ui-bundle.js', to: 'swagger-ui-bundle.js' },
  ],
};

/** Functions that load a part of themselves only when they need it, kept as files of their own in their package. */
const lazy: ReadonlySet<string> = new Set([...judges, 'machine-issue']);

/** Leaves zod's makers of JSON schemas out, which no function calls. */
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

/** A function's package: where it is, and how many bytes of code a cold start loads. */
export interface Bundle {
  readonly name: string;
  readonly folder: string;
  readonly bytes: number;
}

type Outputs = Metafile['outputs'];

/**
 * How many bytes are loaded with a file: its own, and those of what it imports at once, not of what it loads when
 * needed.
 */
function loadedWith(outputs: Outputs, file: string): number {
  const loaded = new Set([file]);
  for (const each of loaded)
    for (const { path, kind } of outputs[each]?.imports ?? [])
      if (kind === 'import-statement' && path in outputs) loaded.add(path);
  return [...loaded].reduce((sum, each) => sum + (outputs[each]?.bytes ?? 0), 0);
}

/** The entry files of the functions there are, by name: `functions/features/<feature>/lambdas/<name>/index.ts`. */
function entries(): ReadonlyMap<string, string> {
  const folders = (path: string) =>
    readdirSync(join(root, path), { withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .map(entry => `${path}/${entry.name}`);
  const lambdas = folders('functions/features')
    .filter(feature => existsSync(join(root, feature, 'lambdas')))
    .flatMap(feature => folders(`${feature}/lambdas`));
  const named = lambdas.map(folder => [basename(folder), `${folder}/index.ts`] as const);
  return new Map(named.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The functions there are. */
export function functionNames(): string[] {
  return [...entries().keys()];
}

/**
 * Bundles every function in one run of esbuild: ES modules for the runtime's Node, minified, the AWS SDK included, so that what is
 * tested is what runs. Returns the packages by name.
 */
export async function bundleFunctions(into: string): Promise<ReadonlyMap<string, Bundle>> {
  rmSync(into, { recursive: true, force: true });
  const sources = entries();
  const names = functionNames();
  const bundle = async (some: readonly string[], splitting: boolean): Promise<Outputs> => {
    const { metafile } = await build({
      absWorkingDir: root,
      entryPoints: Object.fromEntries(
        some.map(name => [splitting ? 'index' : `${name}/index`, sources.get(name) ?? '']),
      ),
      outdir: splitting ? join(into, some[0] ?? '') : into,
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
      // Vietnamese words as they are: as escapes they would be twice as long.
      charset: 'utf8',
      plugins: [withoutJsonSchema],
      // zod names the makers of JSON schemas that are left out, and calls none.
      logOverride: { 'import-is-undefined': 'silent' },
      alias: {
        '@aws-sdk/credential-provider-node': './infra/bundling/lambda-credentials.ts',
        '@aws-sdk/endpoint-cache': './infra/bundling/no-endpoint-cache.ts',
      },
      // A few CommonJS dependencies call require for Node's own modules.
      banner: {
        js: "import{createRequire as createRequireOfBundle}from'node:module';const require=createRequireOfBundle(import.meta.url);",
      },
      logLevel: 'warning',
      metafile: true,
    });
    return metafile.outputs;
  };
  const whole = names.filter(name => !lazy.has(name));
  const outputs: Outputs = Object.assign(
    {},
    ...(await Promise.all([bundle(whole, false), ...[...lazy].map(name => bundle([name], true))])),
  );
  return new Map(
    names.map(name => {
      const folder = join(into, name);
      for (const { from, to } of companions[name] ?? []) cpSync(join(root, from), join(folder, to));
      const entry = relative(root, join(folder, 'index.mjs'));
      return [name, { name, folder, bytes: loadedWith(outputs, entry) }];
    }),
  );
}
