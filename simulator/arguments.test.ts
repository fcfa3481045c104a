import { describe, expect, it } from 'vitest';
import { ArgumentError } from '../test/support/command-line.ts';
import { commandOf, readArguments } from './arguments.ts';

describe('the arguments of a simulation', () => {
  it('have defaults', () => {
    expect(readArguments([])).toEqual({
      dossiers: 1000,
      seed: 1,
      months: 6,
      from: '2026-01',
      calm: false,
      troubles: 1,
      allUnits: false,
      help: false,
    });
  });

  it('are what was typed', () => {
    const typed = '-- --dossiers 20 --seed 9 --months 2 --from 2026-05 --calm --units'.split(' ');
    const traced = ['--trace', 'H44.101-260502-0001', '--until', '2026-06-01T08:00:00+07:00'];
    expect(readArguments([...typed, ...traced])).toMatchObject({
      dossiers: 20,
      seed: 9,
      months: 2,
      from: '2026-05',
      calm: true,
      allUnits: true,
      trace: 'H44.101-260502-0001',
      until: Date.parse('2026-06-01T08:00:00+07:00'),
    });
  });

  it('can be typed again', () => {
    const typed = ['--dossiers', '20', '--seed', '9', '--months', '2', '--from', '2026-05', '--calm'];
    const command = commandOf(readArguments(typed));
    expect(command).toBe(`npm run simulate -- ${typed.join(' ')}`);
  });

  it.each([
    [['--dossiers', 'many'], '--dossiers takes a whole number from 1 to 500000, not “many”.'],
    [['--dossiers', '0'], '--dossiers takes a whole number from 1 to 500000, not “0”.'],
    [['--seed', '1.5'], '--seed takes a whole number from 0 to 4294967295, not “1.5”.'],
    [['--months', ''], '--months takes a whole number from 1 to 60, not “”.'],
    [['--from', '2026-13'], '--from takes a month from 2026-01 to 2089-12, not “2026-13”.'],
    [['--trace', 'H44'], '--trace takes the code of a dossier, such as H44.101-260302-0001, not “H44”.'],
    [['--until', 'noon'], '--until: "noon" is not a moment'],
    [
      ['--until', '2027-01-01T00:00:00+07:00'],
      '--until 2027-01-01T00:00:00+07:00 is not inside the 6 month(s)',
    ],
    [['--troubles', '21'], '--troubles takes a whole number from 1 to 20, not “21”.'],
    [['--fast'], 'There is no option --fast'],
    [['seven'], '“seven” is of no use here'],
  ])('%j are refused with a sentence', (typed, sentence) => {
    const read = () => readArguments(typed);
    expect(read).toThrow(ArgumentError);
    expect(read).toThrow(sentence);
  });
});
