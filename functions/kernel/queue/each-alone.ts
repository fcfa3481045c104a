/**
 * Works off things one after the other. One that fails keeps no other waiting: the first failure fails the whole when
 * the rest is done. Where `work` answers `stop`, the rest is left for another time.
 */
export async function eachAlone<T>(
  all: readonly T[],
  work: (one: T) => Promise<'stop' | undefined>,
): Promise<void> {
  const failed: unknown[] = [];
  for (const one of all) {
    try {
      if ((await work(one)) === 'stop') break;
    } catch (error) {
      failed.push(error);
    }
  }
  if (failed.length > 0) throw failed[0];
}
