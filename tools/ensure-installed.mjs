#!/usr/bin/env node
// @ts-check
// Installs what is missing, once for each lock file. Plain JavaScript: any Node >= 20 can run it.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { missingForCommands, thisMachine } from './machine.mjs';
import { endWith, Refusal } from './refusal.mjs';

const at = (/** @type {string} */ path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Throws a `Refusal` before anything is installed when nothing installed here could run. */
export function ensureInstalled() {
  const missing = missingForCommands(thisMachine());
  if (missing) throw new Refusal(missing);
  const stamp = at('node_modules/.installed-from');
  const wanted = createHash('sha256')
    .update(readFileSync(at('package-lock.json')))
    .digest('hex');
  const installed = existsSync(stamp) ? readFileSync(stamp, 'utf8').trim() : '';
  if (installed === wanted) return;
  const started = Date.now();
  console.log('Installing dependencies (once; a minute or less with a warm npm cache) …');
  const outcome = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: at('.'),
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (outcome.status !== 0)
    throw new Refusal({
      vi: 'Lệnh npm ci không thành công, lý do ở ngay trên: có kết nối được tới kho npm không?',
      en: 'npm ci failed, for the reason above: is the npm registry within reach?',
    });
  writeFileSync(stamp, `${wanted}\n`);
  console.log(`Dependencies installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    ensureInstalled();
  } catch (thrown) {
    endWith(thrown);
  }
}
