import { expect, it } from 'vitest';
import { openVirtualTime } from './virtual-time.ts';

const open = () => openVirtualTime(0, async () => undefined);

it('timers fire in order of their instants, then of being set', async () => {
  const time = open();
  const fired: string[] = [];
  const set = (name: string, at: number) => time.at(at, () => fired.push(`${name} ${time.now()}`));
  for (const [name, at] of [
    ['c', 30],
    ['a', 10],
    ['b', 30],
    ['d', 20.4],
    ['late', 41],
  ] as const)
    set(name, at);
  const cancel = set('never', 15);
  cancel();
  await time.runTo(40);
  expect(fired).toEqual(['a 10', 'd 21', 'c 30', 'b 30']);
  expect(time.now()).toBe(40);
});

it('stands still while work moves, and goes on while it sleeps', async () => {
  const time = open();
  const seen: string[] = [];
  time.at(5, () => {
    void time.begin(async () => {
      for (let step = 0; step < 20; step++) await Promise.resolve();
      seen.push(`worked ${time.now()}`);
      await time.both(
        async () => {
          await time.sleep(10);
          seen.push(`one ${time.now()}`);
        },
        async () => {
          await time.sleep(3);
          seen.push(`other ${time.now()}`);
        },
      );
      seen.push(`done ${time.now()}`);
    });
  });
  time.at(6, () => seen.push(`timer ${time.now()}`));
  await time.runTo(100);
  expect(seen).toEqual(['worked 5', 'timer 6', 'other 8', 'one 15', 'done 15']);
});

it('leaps over what was to happen, which then happens late', async () => {
  const time = open();
  const fired: number[] = [];
  time.at(10, () => time.leap(100));
  time.at(50, () => fired.push(time.now()));
  time.at(120, () => fired.push(time.now()));
  await time.runTo(200);
  expect(fired).toEqual([110, 120]);
});

it('ends where it is stopped', async () => {
  const time = open();
  time.at(10, () => time.stop());
  time.at(20, () => expect.unreachable('time was stopped'));
  await time.runTo(30);
  expect([time.now(), time.stopped]).toEqual([10, true]);
});
