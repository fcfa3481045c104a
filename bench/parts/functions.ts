import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as z from 'zod';
import { signedHeaders } from '../../local/iam/sign-request.ts';
import { type BenchHost, startBenchHost } from '../host/host-process.ts';
import type { Stage } from '../host/stage.ts';
import { median } from '../percentiles.ts';
import { type PartReport, target } from '../report.ts';
import type { BenchContext } from './context.ts';
import { shortName } from './cost.ts';

const MOST_BYTES = 700_000;
const BARE = 'BenchBare';
const BARE_CODE = 'exports.handler = async () => ({});';

const properties = z.looseObject({
  Code: z.looseObject({ S3Key: z.string().optional() }),
  Environment: z.looseObject({ Variables: z.record(z.string(), z.unknown()) }).optional(),
});

interface Measured {
  readonly name: string;
  readonly bytes: number;
  /** Milliseconds: medians of several rounds. */
  readonly cold: number;
  readonly warm: number;
  readonly imported: number;
}

/** Size of each function's code, and what its first call costs, beside a function that does nothing. */
export async function functionsPart({ quick, say, stage: open }: BenchContext): Promise<PartReport> {
  const stage = await open();
  const rounds = quick ? 2 : 5;
  const assembly = withBareFunction(stage);
  const data = stage.dataFolder('functions');
  const times = new Map<string, { cold: number[]; warm: number[]; imported: number[] }>();
  const files = new Map<string, string>();
  for (let round = 0; round < rounds; round++) {
    say(`First calls of all functions in a fresh host, ${round + 1} of ${rounds} …`);
    const host = await startBenchHost({ assembly, data });
    for (const fn of host.functions) {
      const known = times.get(fn.name) ?? { cold: [], warm: [], imported: [] };
      times.set(fn.name, known);
      known.cold.push(await invoke(host, fn.name));
      known.warm.push(await invoke(host, fn.name));
      const { Code, Environment } = z.parse(properties, fn.properties);
      const file = Code.S3Key === undefined ? bareFile(stage) : entryOf(assembly, Code.S3Key);
      files.set(fn.name, file);
      known.imported.push(await importing(file, Environment?.Variables ?? {}));
    }
    await host.stop();
  }
  const measured = [...times].map(([name, { cold, warm, imported }]) => ({
    name: name.includes(BARE) ? 'a bare function' : shortName(name),
    bytes: statSync(files.get(name) ?? '').size,
    cold: median(cold),
    warm: median(warm),
    imported: median(imported),
  }));
  return report(measured);
}

function report(measured: readonly Measured[]): PartReport {
  const bare = measured.find(({ name }) => name === 'a bare function');
  const own = measured.filter(one => one !== bare).toSorted((a, b) => b.bytes - a.bytes);
  const largest = own[0]?.bytes ?? Number.NaN;
  const sum = own.reduce((total, { bytes }) => total + bytes, 0);
  const kilobytes = (bytes: number) => (bytes / 1000).toFixed(0);
  const row = (one: Measured) => [
    one.name,
    kilobytes(one.bytes),
    one.cold.toFixed(0),
    (one.cold / (bare?.cold ?? Number.NaN)).toFixed(1),
    one.warm.toFixed(1),
    one.imported.toFixed(0),
    (one.imported / (bare?.imported ?? Number.NaN)).toFixed(1),
  ];
  return {
    title: 'Functions: code, first call, loading',
    tables: [
      {
        head: ['', 'KB', 'first call, ms', 'to bare', 'second, ms', 'import in a fresh Node, ms', 'to bare'],
        rows: [...own.map(row), ...(bare ? [row(bare)] : [])],
      },
      {
        head: ['code of all functions, KB', ''],
        rows: [
          ['largest', kilobytes(largest)],
          ['sum', kilobytes(sum)],
        ],
      },
    ],
    targets: [target('largest bundle', largest, { most: MOST_BYTES }, bytes => `${kilobytes(bytes)} KB`)],
    figures: { functions: own, bare, largestBytes: largest, sumBytes: sum },
  };
}

/** A copy of the assembly with one function more, which does nothing. */
function withBareFunction(stage: Stage): string {
  const assembly = join(stage.folder, 'assembly-with-bare');
  cpSync(stage.assembly, assembly, { recursive: true });
  const file = readdirSync(assembly).find(name => /service.*\.template\.json$/i.test(name));
  if (file === undefined) throw new Error('The assembly has no template of the service stack.');
  const path = join(assembly, file);
  const template = z
    .looseObject({ Resources: z.record(z.string(), z.unknown()) })
    .parse(JSON.parse(readFileSync(path, 'utf8')));
  template.Resources[BARE] = {
    Type: 'AWS::Lambda::Function',
    Properties: {
      Code: { ZipFile: BARE_CODE },
      Handler: 'index.handler',
      Runtime: 'nodejs24.x',
      MemorySize: 512,
      Timeout: 15,
    },
  };
  writeFileSync(path, JSON.stringify(template));
  return assembly;
}

function bareFile(stage: Stage): string {
  const folder = join(stage.folder, 'bare-function');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'index.cjs');
  writeFileSync(file, BARE_CODE);
  return file;
}

const entryOf = (assembly: string, key: string) =>
  join(assembly, `asset.${key.replace(/\.zip$/, '')}`, 'index.mjs');

/** Milliseconds of one call with an empty event, through Lambda's own API; that the function refuses the event is an answer too. */
async function invoke({ awsUrl, credentials }: BenchHost, name: string): Promise<number> {
  const started = performance.now();
  const call = { url: `${awsUrl}/2015-03-31/functions/${name}/invocations`, body: '{}' };
  const headers = signedHeaders(call, 'lambda', credentials);
  const response = await fetch(call.url, { method: 'POST', headers, body: call.body });
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`The call of ${name} answered ${response.status}.`);
  return performance.now() - started;
}

const IMPORTER = `const started = performance.now(); await import(process.argv[1]);
process.stdout.write('\\n' + (performance.now() - started)); process.exit(0)`;

/** Milliseconds that loading a function takes in a Node process that has loaded nothing yet. */
async function importing(file: string, environment: Readonly<Record<string, unknown>>): Promise<number> {
  const text = Object.entries(environment).map(([name, value]) => [name, String(value)]);
  const child = spawn(
    process.execPath,
    ['--input-type=module', '--eval', IMPORTER, pathToFileURL(file).href],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        AWS_REGION: 'ap-southeast-1',
        AWS_ACCESS_KEY_ID: 'bench',
        AWS_SECRET_ACCESS_KEY: 'bench',
        AWS_LAMBDA_FUNCTION_NAME: 'bench',
        ...Object.fromEntries(text),
      },
    },
  );
  let said = '';
  child.stdout.on('data', chunk => (said += String(chunk)));
  const [code] = await once(child, 'close');
  const milliseconds = Number(said.split('\n').at(-1));
  if (code !== 0 || Number.isNaN(milliseconds)) throw new Error(`${file} cannot be loaded by itself.`);
  return milliseconds;
}
