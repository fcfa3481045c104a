/** Opens something with its first use, once: what is large and seldom used then costs no cold start anything. */
export function whenNeeded<T>(open: () => Promise<T>): () => Promise<T> {
  let opened: Promise<T> | undefined;
  return () => {
    opened ??= open();
    return opened;
  };
}
