#!/usr/bin/env node
// @ts-check
// `npm start`: what would be in the way is told first, then what is missing is installed, then the host runs. Plain JavaScript for any Node >= 20.
import { ensureInstalled } from '../tools/ensure-installed.mjs';
import { missingForHost, thisMachine } from '../tools/machine.mjs';
import { runOnNode24 } from '../tools/node24.mjs';
import { endWith, Refusal } from '../tools/refusal.mjs';
import { HELP, readArguments } from './arguments.mjs';
import { openDataFolder } from './data-folder.mjs';

try {
  const argv = process.argv.slice(2);
  const options = readArguments(argv);
  if (options.help) console.log(HELP);
  else {
    const missing = missingForHost(thisMachine());
    if (missing) throw new Refusal(missing);
    openDataFolder(options.data);
    ensureInstalled();
    runOnNode24(['start/main.ts', ...argv]);
  }
} catch (thrown) {
  endWith(thrown);
}
