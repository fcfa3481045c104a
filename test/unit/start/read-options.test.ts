import { expect, it } from 'vitest';
import { readOptions } from '../../../tools/read-options.mjs';

const known = {
  command: 'npm run it',
  positionals: 1,
  options: { report: { type: 'string' }, apply: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
} as const;

it('reads what it knows', () => {
  expect(readOptions(['file', '--', '--apply', '--report=r.json'], known)).toMatchObject({
    values: { apply: true, report: 'r.json' },
    positionals: ['file'],
  });
});

it.each([
  [['--aply'], '--apply'],
  [['--rpeort', 'x'], '--report'],
  [['-x'], '-x'],
  [['one', 'two'], 'two'],
  [['--report'], '--report'],
  [['--report', '--apply'], '--report'],
])('refuses %j, and names %s in both languages', (argv, named) => {
  const refused = (() => {
    try {
      readOptions(argv, known);
      return '';
    } catch (error) {
      return String(error);
    }
  })();
  expect(refused.split('\n')).toHaveLength(2);
  for (const sentence of refused.split('\n')) expect(sentence).toContain(named);
});

it.each([[['--token', 'eyJhbGciOi.x.y']], [['--token=eyJhbGciOi.x.y']]])(
  'refuses a token on the command line, says where it goes, and does not repeat it',
  argv => {
    expect(() => readOptions(argv, known)).toThrow(/MOTCUA_TOKEN(.|\n)*--token-file/);
    expect(() => readOptions(argv, known)).not.toThrow(/eyJ/);
  },
);
