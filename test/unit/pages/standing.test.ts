import { describe, expect, test } from 'vitest';
import { askedOf, waitsForMe } from '../../../web/mine/asked-of-me.ts';
import { standingOf } from '../../../web/mine/standing.ts';
import { dayInVietNam } from '../../../web/wording/day-in-viet-nam.ts';

describe('how a dossier stands to its promised date', () => {
  const today = '2026-11-27';
  const processing = (dueOn: string | null) => standingOf({ handling: 'processing', dueOn }, today);

  test('counts the days of the calendar, over the end of a month', () => {
    expect(processing('2026-12-02')).toEqual({ kind: 'left', days: 5 });
    expect(processing('2026-11-27')).toEqual({ kind: 'today' });
    expect(processing('2026-11-26')).toEqual({ kind: 'late', days: 1 });
  });

  test('is late no more when the clock stands still, and not at all when it is over', () => {
    expect(standingOf({ handling: 'supplementing', dueOn: '2026-11-01' }, today)).toEqual({ kind: 'paused' });
    expect(standingOf({ handling: 'returned', dueOn: '2026-11-01' }, today)).toEqual({ kind: 'over' });
    expect(standingOf({ handling: 'declined', dueOn: null }, today)).toEqual({ kind: 'over' });
  });

  test('has no date before it is accepted, nor while one cannot be told', () => {
    expect(standingOf({ handling: 'submitted', dueOn: null }, today)).toEqual({ kind: 'notAccepted' });
    expect(standingOf({ handling: 'awaitingPayment', dueOn: null }, today)).toEqual({ kind: 'notPromised' });
  });

  test('the day begins at midnight in Viet Nam', () => {
    expect(dayInVietNam(new Date('2026-11-26T16:59:59Z'))).toBe('2026-11-26');
    expect(dayInVietNam(new Date('2026-11-26T17:00:00Z'))).toBe('2026-11-27');
  });
});

describe('what is asked of the applicant', () => {
  const nothing = { money: 'none', delivery: 'none' } as const;

  test.each([
    [{ ...nothing, handling: 'supplementing' }, 'supplement'],
    [{ handling: 'awaitingPayment', money: 'due', delivery: 'none' }, 'pay'],
    [{ handling: 'awaitingPayment', money: 'pending', delivery: 'none' }, 'pay'],
    [{ handling: 'awaitingPayment', money: 'failed', delivery: 'none' }, 'pay'],
    [{ handling: 'awaitingPayment', money: 'none', delivery: 'none' }, 'obligation'],
    [{ handling: 'decided', money: 'due', delivery: 'ready' }, 'payToCollect'],
    [{ handling: 'decided', money: 'paid', delivery: 'ready' }, 'collect'],
    [{ handling: 'processing', money: 'due', delivery: 'none' }, 'payLater'],
  ] as const)('%o: %s', (dossier, asked) => expect(askedOf(dossier)).toBe(asked));

  test('nothing while the result is being made, and nothing of what has ended unpaid', () => {
    expect(askedOf({ handling: 'decided', money: 'none', delivery: 'preparing' })).toBeUndefined();
    expect(askedOf({ handling: 'withdrawn', money: 'due', delivery: 'none' })).toBeUndefined();
  });

  test('a fee for later does not make the dossier wait', () => {
    expect(waitsForMe({ handling: 'processing', money: 'due', delivery: 'none' })).toBe(false);
    expect(waitsForMe({ ...nothing, handling: 'supplementing' })).toBe(true);
  });
});
