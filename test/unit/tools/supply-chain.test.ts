import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const at = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const json = (path: string) => JSON.parse(readFileSync(path, 'utf8'));

/** Packages that would run something while they are installed, and why nothing is lost when they may not. */
const SCRIPTS: Readonly<Record<string, string>> = {
  '@scarf/scarf': 'tells its maker of each installation',
  esbuild: 'puts the binary, which is a package of its own, in the place of the script that calls it',
};

test('no dependency runs a script while it is installed, and a new one that would is looked at first', () => {
  expect(readFileSync(at('.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/m);
  const packages = Object.entries<{ hasInstallScript?: boolean }>(json(at('package-lock.json')).packages);
  const scripted = packages.flatMap(([path, { hasInstallScript }]) =>
    hasInstallScript ? [path.replace(/^.*node_modules\//, '')] : [],
  );
  expect(scripted.toSorted()).toEqual(Object.keys(SCRIPTS).toSorted());
});

test('the bill of materials names every dependency with its version, the same each time', () => {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-sbom-'));
  try {
    const [first, second] = ['first.json', 'second.json'].map(name => {
      const file = join(folder, name);
      const made = spawnSync(process.execPath, [at('tools/sbom.mjs'), file], {
        encoding: 'utf8',
        // npm would leave its compiled code in the folder for temporary files.
        env: { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1' },
      });
      expect(made.status, made.stderr).toBe(0);
      return readFileSync(file, 'utf8');
    });
    expect(second).toBe(first);
    const bill = JSON.parse(first ?? '');
    expect(bill.bomFormat).toBe('CycloneDX');
    const named = new Set(bill.components.map(({ purl }: { purl: string }) => purl));
    for (const [name, version] of Object.entries(json(at('package.json')).dependencies))
      expect(named).toContain(`pkg:npm/${name.replace('@', '%40')}@${version}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);
