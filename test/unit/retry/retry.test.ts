import { describe, expect, it } from 'vitest';
import { AGAIN, briefly, noPauses, type Pauses, retry } from '../../../functions/kernel/retry/retry.ts';

/** Pauses that take no time and are written down; chance is what it is told to be. */
function written(random: () => number): Pauses & { readonly slept: number[] } {
  const slept: number[] = [];
  return { slept, random, sleep: async milliseconds => void slept.push(milliseconds) };
}

describe('retrying', () => {
  it('gives what the first try gives, without a pause', async () => {
    const pauses = written(() => 0.5);
    expect(await retry(async () => 'made', briefly, pauses)).toBe('made');
    expect(pauses.slept).toEqual([]);
  });

  it('tries until something is made, and tells each try its number and how long was waited', async () => {
    const pauses = written(() => 0.5);
    const tries: unknown[] = [];
    const made = await retry(
      async one => {
        tries.push(one);
        return one.number === 3 ? 'made' : AGAIN;
      },
      { tries: 5, first: 100, longest: 150 },
      pauses,
    );
    expect(made).toBe('made');
    expect(pauses.slept).toEqual([50, 75, 75]);
    expect(tries).toEqual([
      { number: 0, waited: 0 },
      { number: 1, waited: 50 },
      { number: 2, waited: 125 },
      { number: 3, waited: 200 },
    ]);
  });

  it('gives up after so many tries, and does not pause once more', async () => {
    const pauses = written(() => 0.999_999);
    let tried = 0;
    const again = async (): Promise<typeof AGAIN> => {
      tried++;
      return AGAIN;
    };
    expect(await retry(again, briefly, pauses)).toBe(AGAIN);
    expect(tried).toBe(briefly.tries);
    expect(pauses.slept).toEqual([20, 40, 80, 160, 320, 640, 1000, 1000]);
  });

  it('waits any part of a pause, from none on', async () => {
    const least = written(() => 0);
    await retry(async () => AGAIN, { tries: 3, first: 100, longest: 1000 }, least);
    expect(least.slept).toEqual([0, 0]);
  });

  it('passes on what is thrown, and tries no more', async () => {
    let tried = 0;
    const failing = async () => {
      tried++;
      throw new Error('no');
    };
    await expect(retry(failing, briefly, noPauses)).rejects.toThrow('no');
    expect(tried).toBe(1);
  });
});
