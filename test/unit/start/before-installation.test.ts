import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import packaged from '../../../package.json' with { type: 'json' };

const root = fileURLToPath(new URL('../../../', import.meta.url));
let checkout = '';

beforeAll(() => {
  checkout = mkdtempSync(join(tmpdir(), 'motcua-checkout-'));
  for (const part of ['start', 'tools', 'simulator', 'bench', 'test/durability'])
    cpSync(join(root, part), join(checkout, part), { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) cpSync(join(root, file), join(checkout, file));
});
afterAll(() => rmSync(checkout, { recursive: true, force: true }));

/** Runs a command of package.json in a fresh checkout, where npm is not to be found. */
function ran(
  script: keyof typeof packaged.scripts,
  argv: readonly string[],
  more: { preload?: string } = {},
) {
  const [program, ...words] = packaged.scripts[script].split(' ');
  expect(program).toBe('node');
  const preload = more.preload === undefined ? [] : ['--import', `data:text/javascript,${more.preload}`];
  const { DYNAMODB_ENDPOINT: _, ...environment } = process.env;
  const ended = spawnSync(process.execPath, [...preload, ...words, ...argv], {
    cwd: checkout,
    encoding: 'utf8',
    env: { ...environment, PATH: '/nowhere' },
  });
  expect(existsSync(join(checkout, 'node_modules')), 'nothing was installed').toBe(false);
  expect(ended.stderr).not.toMatch(/^\s+at /m);
  return ended;
}

/** One sentence in each language. */
const twoLines = (text: string) => expect(text.trim().split('\n')).toHaveLength(2);

const helped = Object.entries(packaged.scripts)
  .filter(([, command]) => /begin\.mjs|run\.mjs/.test(command))
  .map(([name]) => name as keyof typeof packaged.scripts)
  .filter(name => !['test', 'bench:exports'].includes(name));

describe('before anything is installed', () => {
  it.each(helped)('%s -- --help tells its options', script => {
    const { status, stdout, stderr } = ran(script, ['--help']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain(`npm ${script === 'start' ? 'start' : `run ${script}`}`);
    expect(stdout).toContain('--help');
  });

  it.each([
    [['--prot', '9000'], /--port/],
    [['--no-dmo'], /--no-demo/],
    [['--colour'], /--colour/],
    [['9000'], /9000/],
    [['--port'], /--port/],
    [['--port', 'many'], /many/],
    [['--speed', '0'], /--speed/],
    [['--bare=yes'], /--bare/],
    [['--data', ''], /--data/],
  ])('npm start refuses %j in a sentence that names what is wrong', (argv, named) => {
    const { status, stderr } = ran('start', argv);
    expect(status).toBe(1);
    expect(stderr).toMatch(named);
    twoLines(stderr);
  });

  it.each(['/proc/motcua', '/proc', 'package.json/data'])(
    'npm start refuses to keep its data in %s, where nothing can be written',
    folder => {
      const { status, stderr } = ran('start', ['--data', folder]);
      expect(status).toBe(1);
      expect(stderr).toContain(folder);
      expect(stderr).toContain('--data');
      twoLines(stderr);
    },
  );

  it('npm start leaves nothing of its trial in a data folder that can be used', () => {
    const data = join(checkout, 'data');
    expect(ran('start', ['--data', data]).stderr).toContain('npm ci');
    expect(readdirSync(data)).toEqual([]);
  });

  it.each([
    ['darwin', 'arm64', 'DYNAMODB_ENDPOINT'],
    ['linux', 'arm64', 'DYNAMODB_ENDPOINT'],
    ['win32', 'x64', 'WSL 2'],
  ])('npm start says on %s-%s what is missing and how to go on', (platform, arch, way) => {
    const preload = `Object.defineProperties(process,{platform:{value:'${platform}'},arch:{value:'${arch}'}})`;
    const { status, stderr } = ran('start', [], { preload });
    expect(status).toBe(1);
    expect(stderr).toContain(`${platform}-${arch}`);
    expect(stderr).toContain(way);
    twoLines(stderr);
    expect(existsSync(join(checkout, '.data'))).toBe(false);
  });
});
