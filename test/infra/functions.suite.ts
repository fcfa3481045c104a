import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LEASE } from '../../functions/records/idempotency/dynamo-leased-requests.ts';
import { fontFiles } from '../../schemas/printing/fonts.ts';
import { onlyResource, type Resource, referred, resources, type Synthesized } from './synthesized.ts';

/** Largest entry file of a function, in bytes. */
const LARGEST_BUNDLE = 700_000;

/** Largest package of a function that prints, fonts and all, in bytes; Lambda takes 250 MB. */
const LARGEST_PACKAGE = 25_000_000;

/** The functions that print, and the part of each that holds the PDF library's caller. */
const PRINTING = [
  ['machine-issue', 'render-decision'],
  ['result-corrections', 'render-decision'],
  ['forms', 'render-form'],
  ['copy-sealing', 'draw'],
  ['pads', 'render-form'],
  ['receipt-issue', 'render-form'],
] as const;

/** Largest package of the function that reads pages, with its readers and their data, in bytes. */
const LARGEST_READERS = 25_000_000;

/** API Gateway gives up after this many seconds. */
const LONGEST_BEHIND_THE_API = 29;

/** The functions there are, by the folders of their entry files. */
function functionNames(): string[] {
  return readdirSync('functions', { recursive: true, encoding: 'utf8' })
    .flatMap(path => /^(?:features|connectors)\/[^/]+\/lambdas\/([^/]+)\/index\.ts$/.exec(path)?.[1] ?? [])
    .sort();
}

const functionsOf = (province: Synthesized) => resources(province.running, 'AWS::Lambda::Function');

function entryFiles({ bundles }: Synthesized): { name: string; file: string; bytes: number }[] {
  return functionNames().map(name => {
    const file = join(bundles, name, 'index.mjs');
    return { name, file, bytes: loadedWith(file) };
  });
}

/** Bytes of code that are loaded with a file: its own, and those of the parts it imports at once. */
function loadedWith(file: string): number {
  const loaded = new Set([file]);
  for (const each of loaded)
    for (const [, part = ''] of readFileSync(each, 'utf8').matchAll(/(?:from|import)"\.\/([\w-]+\.mjs)"/g))
      loaded.add(join(dirname(file), part));
  return [...loaded].reduce((sum, each) => sum + statSync(each).size, 0);
}

function sumOf(files: readonly Dirent[]): number {
  return files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}

function loggedInto(fn: Resource): string | undefined {
  return referred((fn.Properties['LoggingConfig'] as { LogGroup?: unknown } | undefined)?.LogGroup);
}

/** The functions: how they run, and what their bundles hold. */
export function functionsSuite(province: () => Synthesized): void {
  describe('functions', () => {
    test('every folder with an entry file is deployed, once', () => {
      const deployed = functionsOf(province()).map(([id]) => id.replace(/[0-9A-F]{8}$/, '').toLowerCase());
      expect(deployed.sort()).toEqual(
        functionNames()
          .map(name => name.replaceAll('-', ''))
          .sort(),
      );
      expect(functionNames().length).toBeGreaterThanOrEqual(16);
    });

    test('run on Node 24, arm64, traced', () => {
      for (const stack of province().running)
        stack.allResourcesProperties('AWS::Lambda::Function', {
          Runtime: 'nodejs24.x',
          Architectures: ['arm64'],
          Handler: 'index.handler',
          TracingConfig: { Mode: 'Active' },
        });
      expect(functionsOf(province()).length).toBeGreaterThan(0);
    });

    test('each has a role and a log group of its own, kept as long as the settings say', () => {
      const functions = functionsOf(province());
      const roles = functions.map(([, fn]) => referred(fn.Properties['Role']));
      const logs = functions.map(([, fn]) => loggedInto(fn));
      for (const named of [roles, logs]) {
        expect(named).not.toContain(undefined);
        expect(new Set(named).size).toBe(functions.length);
      }
      const groups = new Map(resources(province().running, 'AWS::Logs::LogGroup'));
      for (const group of groups.values()) {
        expect(group).toMatchObject({ DeletionPolicy: 'Retain', Properties: { RetentionInDays: 365 } });
      }
    });

    test('behind the API they answer before API Gateway gives up', () => {
      const { service } = province();
      const behind = new Set(
        resources(service, 'AWS::ApiGatewayV2::Integration').map(([, { Properties }]) =>
          referred(Properties['IntegrationUri']),
        ),
      );
      const [, authorizer] = onlyResource(service, 'AWS::ApiGatewayV2::Authorizer');
      const called = functionsOf(province()).filter(
        ([id]) =>
          behind.has(id) || JSON.stringify(authorizer.Properties['AuthorizerUri']).includes(`"${id}"`),
      );
      expect(called.length).toBeGreaterThanOrEqual(10);
      for (const [id, { Properties }] of called) {
        expect(Properties['Timeout'], id).toBeLessThanOrEqual(LONGEST_BEHIND_THE_API);
      }
      // A request is let go for another try only when the one before it was stopped, clocks that differ included.
      expect(LEASE).toBeGreaterThanOrEqual(2 * LONGEST_BEHIND_THE_API * 1000);
    });

    test('called by the machine they end before the machine counts them as lost', () => {
      const names = ['MachineAwait', 'MachineAlarm', 'MachineIssue'];
      const found = functionsOf(province()).filter(([id]) => names.some(name => id.startsWith(name)));
      expect(found).toHaveLength(names.length);
      for (const [id, { Properties }] of found) expect(Properties['Timeout'], id).toBeLessThan(60);
    });

    test(`bundles are small: no entry file above ${LARGEST_BUNDLE} bytes`, () => {
      const sizes = entryFiles(province()).sort((a, b) => b.bytes - a.bytes);
      const sum = sizes.reduce((total, { bytes }) => total + bytes, 0);
      const [largest] = sizes;
      console.log(
        `bundles: largest ${largest?.name} ${largest?.bytes} bytes, sum of ${sizes.length} ${sum} bytes`,
      );
      for (const { name, bytes } of sizes) {
        expect(bytes, `functions/${name} is bundled into ${bytes} bytes`).toBeLessThanOrEqual(LARGEST_BUNDLE);
        expect(bytes, `functions/${name} is bundled into nothing`).toBeGreaterThan(1000);
      }
    });

    test('bundles know nothing of the embedded host, its development tokens or this machine', () => {
      for (const { name, file } of entryFiles(province())) {
        const code = readFileSync(file, 'utf8');
        for (const alien of ['dev.motcua.local', '/dev/tokens', '127.0.0.1', process.cwd()]) {
          expect(code.includes(alien), `functions/${name} holds “${alien}”`).toBe(false);
        }
      }
    });

    test('the PDF library is loaded by the functions that need it, and only when they do', () => {
      const { bundles } = province();
      const withPdf = entryFiles(province()).filter(({ file }) =>
        readFileSync(file, 'utf8').includes('beginbfrange'),
      );
      expect(withPdf).toEqual([]);
      for (const [name, part] of PRINTING) {
        const lazy = readdirSync(join(bundles, name)).filter(file => file.startsWith(`${part}-`));
        expect(lazy, name).toHaveLength(1);
      }
    });

    test('what reads and recognizes files is loaded by those that judge them, and only with the first file', () => {
      const { bundles } = province();
      const judges = entryFiles(province()).filter(({ name }) =>
        readdirSync(join(bundles, name)).includes('pdfium.wasm'),
      );
      expect(judges.map(({ name }) => name)).toEqual([
        'digitize',
        'intake',
        'national-store',
        'tasks',
        'upload-check',
        'uploads',
      ]);
      for (const { name, file } of judges.filter(({ name }) => name !== 'digitize')) {
        expect(readFileSync(file, 'utf8'), name).not.toContain('FPDF_LoadMemDocument');
        const lazy = readdirSync(join(bundles, name)).filter(part =>
          /^(read-pdf|recognize)-.*\.mjs$/.test(part),
        );
        expect(lazy, name).toHaveLength(2);
      }
    });

    test(`readers of pages are loaded with the first file; their package stays under ${LARGEST_READERS} bytes`, () => {
      const folder = join(province().bundles, 'digitize');
      for (const reader of ['FPDF_LoadMemDocument', 'TessBaseAPI', 'libheif'])
        expect(readFileSync(join(folder, 'index.mjs'), 'utf8')).not.toContain(reader);
      const bytes = sumOf(readdirSync(folder, { withFileTypes: true }));
      console.log(`package of digitize: ${bytes} bytes`);
      expect(bytes).toBeLessThanOrEqual(LARGEST_READERS);
    });

    test(`fonts go with the functions that print, whose packages stay under ${LARGEST_PACKAGE} bytes`, () => {
      const { bundles } = province();
      const files = readdirSync(bundles, { recursive: true, withFileTypes: true }).filter(entry =>
        entry.isFile(),
      );
      // The reader of pages has one of its own, for text that is not seen.
      const fonts = files.filter(
        ({ name, parentPath }) => /\.(ttf|LICENSE)$/.test(name) && parentPath !== join(bundles, 'digitize'),
      );
      for (const [name] of PRINTING) {
        const own = fonts.filter(({ parentPath }) => parentPath === join(bundles, name, 'fonts'));
        expect(own.map(font => font.name).sort(), name).toEqual(
          fontFiles()
            .map(({ to }) => to)
            .sort(),
        );
        const bytes = sumOf(files.filter(({ parentPath }) => parentPath.startsWith(join(bundles, name))));
        console.log(`package of ${name}: ${bytes} bytes, of them fonts ${sumOf(own)}`);
        expect(bytes).toBeLessThanOrEqual(LARGEST_PACKAGE);
      }
      expect(new Set(fonts.map(({ parentPath }) => parentPath))).toEqual(
        new Set(PRINTING.map(([name]) => join(bundles, name, 'fonts'))),
      );
    });

    test('functions make no JSON schemas: what zod makes them with is left out', () => {
      for (const { name, file } of entryFiles(province())) {
        expect(readFileSync(file, 'utf8').includes('json-schema.org'), name).toBe(false);
      }
    });
  });
}
