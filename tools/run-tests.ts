// Runs all tests, or those whose path contains an argument, and ends with the line `N passed, N failed`.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startVitest } from 'vitest/node';

// A place of their own for temporary folders: whatever happens to the run, nothing of it stays, and what a test forgets
// is seen.
const temporary = mkdtempSync(join(tmpdir(), 'motcua-tests-'));
process.env['TMPDIR'] = temporary;
process.once('exit', () => rmSync(temporary, { recursive: true, force: true, maxRetries: 5 }));
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)
  process.once(signal, () => process.exit(code));

const filters = process.argv.slice(2).filter(argument => !argument.startsWith('-'));
const started = Date.now();
const vitest = await startVitest('test', filters, { run: true, watch: false, reporters: ['dot'] });

let passed = 0;
let failed = 0;
const skipped: string[] = [];
for (const module of vitest.state.getTestModules()) {
  // A file that could not be run at all is one failure, however many tests it holds.
  if (module.errors().length > 0) failed += 1;
  for (const test of module.children.allTests()) {
    const { state } = test.result();
    if (state === 'passed') passed += 1;
    else if (state === 'failed') failed += 1;
    else skipped.push(test.fullName);
  }
}
failed += vitest.state.getUnhandledErrors().length;
await vitest.close();

const forgotten = readdirSync(temporary);
for (const name of forgotten) console.log(`left behind by a test: ${name}`);
failed += forgotten.length;
for (const name of skipped) console.log(`skipped: ${name}`);
printSlowest();
console.log(`${Math.round((Date.now() - started) / 1000)} s`);
if (passed + failed === 0) {
  console.log('No test was run.');
  failed = 1;
}
process.stdout.write(`${passed} passed, ${failed} failed\n`, () => process.exit(failed === 0 ? 0 : 1));

/** Where the time of a long run went. */
function printSlowest(): void {
  const modules = vitest.state.getTestModules().map(module => {
    const { duration, collectDuration } = module.diagnostic();
    return { name: module.relativeModuleId, seconds: (duration + collectDuration) / 1000 };
  });
  for (const { name, seconds } of modules.toSorted((a, b) => b.seconds - a.seconds).slice(0, 15))
    if (seconds >= 20) console.log(`${seconds.toFixed(0)} s ${name}`);
}
