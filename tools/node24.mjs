#!/usr/bin/env node
// @ts-check
// Runs a script on Node 24, the runtime version of the functions on AWS: the one installed from npm, or this one when it is new enough.
// Plain JavaScript for any Node >= 20, like everything that runs before the installation is complete.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { hasPackagedNode, missingForCommands, NODE, thisMachine } from './machine.mjs';
import { endWith, Refusal } from './refusal.mjs';

/** The program to run scripts with. Throws a `Refusal` when there is none. */
export function node24() {
  const machine = thisMachine();
  const packaged = fileURLToPath(
    new URL(`../node_modules/node-${machine.platform}-${machine.arch}/bin/node`, import.meta.url),
  );
  if (hasPackagedNode(machine) && existsSync(packaged)) return packaged;
  if (Number(machine.node.split('.')[0]) >= NODE) return process.execPath;
  throw new Refusal(
    missingForCommands(machine) ?? {
      vi: `Chưa cài Node ${NODE}: hãy chạy npm ci trước.`,
      en: `Node ${NODE} is not installed yet: run npm ci first.`,
    },
  );
}

/**
 * Runs a script as long as this process lives, and ends as it does.
 * @param {readonly string[]} argv the script and its arguments
 */
export function runOnNode24(argv) {
  const child = spawn(node24(), argv, { stdio: 'inherit' });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    runOnNode24(process.argv.slice(2));
  } catch (thrown) {
    endWith(thrown);
  }
}
