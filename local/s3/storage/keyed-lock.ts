/** Runs the actions of one name one after another, and those of different names side by side. */
export interface KeyedLock {
  run<T>(name: string, action: () => Promise<T>): Promise<T>;
  /** Settles when nothing that was started is still running. */
  idle(): Promise<void>;
}

export function keyedLock(): KeyedLock {
  const tails = new Map<string, Promise<unknown>>();
  return {
    run(name, action) {
      const result = (tails.get(name) ?? Promise.resolve()).then(action, action);
      const tail = result
        .catch(() => undefined)
        .then(() => {
          if (tails.get(name) === tail) tails.delete(name);
        });
      tails.set(name, tail);
      return result;
    },
    async idle() {
      while (tails.size > 0) await Promise.all(tails.values());
    },
  };
}
