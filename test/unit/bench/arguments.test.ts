import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { PARTS, readBenchArguments } from '../../../bench/arguments.ts';
import { ArgumentError } from '../../support/command-line.ts';

describe('the arguments of the bench', () => {
  it('are all parts at full size unless said otherwise', () => {
    expect(readBenchArguments([])).toEqual({
      only: PARTS,
      quick: false,
      json: undefined,
      keep: false,
      help: false,
    });
  });

  it.each([
    [
      ['--only', 'cost,functions'],
      ['functions', 'cost'],
    ],
    [['--only=alarms'], ['alarms']],
    [['--', 'legal-clock'], ['legal-clock']],
    [
      ['--only', 'cost', 'legal-clock', '--quick'],
      ['cost', 'legal-clock'],
    ],
  ])('%j is %j', (argv, only) => {
    expect(readBenchArguments(argv).only).toEqual(only);
  });

  it('names a part there is not, and those there are', () => {
    expect(() => readBenchArguments(['--only', 'cost,speed'])).toThrow(ArgumentError);
    expect(() => readBenchArguments(['speed'])).toThrow(
      'There is no part “speed” of the bench: choose among functions, cost, dossiers, lag, alarms, payments, pages, files, legal-clock.',
    );
  });

  it('ends with 2 and a sentence when an option is unknown or lacks its value', () => {
    for (const argv of [['--fast'], ['--json']]) {
      const ended = spawnSync(process.execPath, ['bench/bench.ts', ...argv], { encoding: 'utf8' });
      expect(ended.status).toBe(2);
      expect(ended.stderr).toContain('npm run bench -- --help lists the options');
      expect(ended.stdout).toBe('');
    }
  });

  it('ends with 2 before measuring when the figures cannot be written', () => {
    const argv = ['bench/bench.ts', '--only', 'legal-clock', '--json', 'test/no/such/folder.json'];
    const ended = spawnSync(process.execPath, argv, { encoding: 'utf8' });
    expect(ended.status).toBe(2);
    expect(ended.stderr).toContain('The figures cannot be written to test/no/such/folder.json');
    expect(ended.stdout).toBe('');
  });
});
