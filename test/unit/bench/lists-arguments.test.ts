import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readListArguments } from '../../../bench/lists/arguments.ts';
import { ArgumentError } from '../../support/command-line.ts';

test('without arguments a million dossiers are measured beside ten thousand', () => {
  expect(readListArguments([])).toEqual({
    dossiers: 1_000_000,
    compare: 10_000,
    seed: 'phu-tho',
    data: resolve('.data/bench-lists'),
    clients: [16, 64],
    pause: 0,
    seconds: 3,
    only: [],
    buildOnly: false,
    json: undefined,
    help: false,
  });
});

test('arguments choose size, clients and calls, with npm’s own dashes before them', () => {
  const read = readListArguments([
    '--',
    '--dossiers',
    '50000',
    '--clients',
    '1,8',
    '--only',
    'search, tasks',
  ]);
  expect(read).toMatchObject({ dossiers: 50_000, clients: [1, 8], only: ['search', 'tasks'] });
  expect(readListArguments(['--dossiers', '10000']).compare).toBe(0);
});

test.each([
  [['--dossiers', '999'], '--dossiers takes a whole number from 1000 to 3000000, not “999”.'],
  [['--compare', '10'], '--compare takes 0, or at least 1000 dossiers, not 10.'],
  [['--clients', '16,'], '--clients takes a whole number from 1 to 512, not “”.'],
  [['--pause', '1s'], '--pause takes a whole number from 0 to 60000, not “1s”.'],
  [['--seconds', 'long'], '--seconds takes a whole number from 1 to 600, not “long”.'],
  [['--quick'], '--quick'],
])('%j is refused with a sentence', (argv, sentence) => {
  expect(() => readListArguments(argv)).toThrow(ArgumentError);
  expect(() => readListArguments(argv)).toThrow(sentence);
});
