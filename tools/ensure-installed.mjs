#!/usr/bin/env node
// Installs what is missing before `npm start` and `npm test`. Plain JavaScript: any Node >= 20 can run it.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const at = path => fileURLToPath(new URL(`../${path}`, import.meta.url));
const stamp = at('node_modules/.installed-from');
const wanted = createHash('sha256')
  .update(readFileSync(at('package-lock.json')))
  .digest('hex');
const installed = existsSync(stamp) ? readFileSync(stamp, 'utf8').trim() : '';

if (installed !== wanted) {
  const started = Date.now();
  console.log('Installing dependencies (once; a minute or less with a warm npm cache) …');
  const outcome = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: at('.'),
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (outcome.status !== 0) {
    console.error('npm ci failed: see its message above. Is the npm registry within reach?');
    process.exit(outcome.status ?? 1);
  }
  writeFileSync(stamp, `${wanted}\n`);
  console.log(`Dependencies installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}
