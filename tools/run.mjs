#!/usr/bin/env node
// @ts-check
// Runs one of the project's commands: `node tools/run.mjs tools/search-rewrite.ts …`. What is missing is installed first, but not for --help:
// npm's own `pre` scripts are not told the arguments, so they could not know.
import { existsSync, readFileSync } from 'node:fs';
import { ensureInstalled } from './ensure-installed.mjs';
import { runOnNode24 } from './node24.mjs';
import { endWith } from './refusal.mjs';

const [script = '', ...given] = process.argv.slice(2);
const help = new URL(`../${script.replace(/\.ts$/, '.help.txt')}`, import.meta.url);

try {
  if ((given.includes('--help') || given.includes('-h')) && existsSync(help)) {
    process.stdout.write(readFileSync(help, 'utf8'));
  } else {
    ensureInstalled();
    runOnNode24([script, ...given]);
  }
} catch (thrown) {
  endWith(thrown);
}
