import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HostError } from '../local/host/host-error.ts';

const root = fileURLToPath(new URL('../', import.meta.url));

/** All inputs of the synthesized assembly. */
const SOURCES = [
  'functions',
  'infra',
  'schemas',
  'law',
  'web',
  'docs/openapi.json',
  'cdk.json',
  'package-lock.json',
];

/** A digest of all sources and settings: the same digest, the same assembly. */
function fingerprint(settings: string): string {
  const hash = createHash('sha256').update(settings);
  const add = (path: string) => {
    const entries = statIsFolder(path) ? readdirSync(join(root, path)).sort() : undefined;
    if (entries) for (const entry of entries) add(`${path}/${entry}`);
    else hash.update(`${path}\n`).update(readFileSync(join(root, path)));
  };
  for (const source of SOURCES) add(source);
  return hash.digest('hex');
}

function statIsFolder(path: string): boolean {
  try {
    readdirSync(join(root, path));
    return true;
  } catch {
    return false;
  }
}

/**
 * Synthesizes the CDK app into the data folder, unless none of its inputs has changed. Returns the assembly’s folder.
 */
export async function synthesize(options: {
  dataFolder: string;
  settings: unknown;
  say: (line: string) => void;
}): Promise<string> {
  const { dataFolder, say } = options;
  const settings = JSON.stringify(options.settings, undefined, 2);
  const assembly = join(dataFolder, 'cdk.out');
  const stamp = join(dataFolder, 'cdk.out.fingerprint');
  const wanted = fingerprint(settings);
  const known = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
  if (known === wanted && existsSync(join(assembly, 'manifest.json'))) return assembly;
  say('Synthesizing the CDK app (bundling the functions, checking the templates) …');
  rmSync(stamp, { force: true });
  rmSync(assembly, { recursive: true, force: true });
  const settingsFile = join(dataFolder, 'settings.json');
  writeFileSync(settingsFile, settings);
  await run([join(root, 'infra/app.ts')], {
    MOTCUA_SETTINGS: settingsFile,
    MOTCUA_BUNDLES: join(dataFolder, 'functions'),
    CDK_OUTDIR: assembly,
  });
  writeFileSync(stamp, wanted);
  return assembly;
}

function run(argv: readonly string[], environment: Record<string, string>): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, argv, {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let told = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (told += String(chunk)));
    child.on('error', reject);
    child.on('exit', code =>
      code === 0 ? resolve() : reject(new HostError(`The CDK app could not be synthesized:\n${told.trim()}`)),
    );
  });
}
