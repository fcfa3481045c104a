/** Yields to the event loop after this many pieces of work, so that sockets and disks get their turn. */
const PIECES_BEFORE_YIELDING = 64;

/** Works off pieces one after another, in the order in which they came, and knows when all is quiet. */
export class WorkQueue<T> {
  private readonly take: (piece: T) => Promise<void>;
  private pieces: T[] = [];
  private at = 0;
  private working = false;
  private following = 0;
  private waiters: (() => void)[] = [];

  constructor(take: (piece: T) => Promise<void>) {
    this.take = take;
  }

  push(piece: T): void {
    this.pieces.push(piece);
    if (this.working) return;
    this.working = true;
    void this.run();
  }

  /** Counts a promise among what must settle before all is quiet. */
  follow(promise: Promise<unknown>): void {
    this.following++;
    void promise.finally(() => {
      this.following--;
      this.tellQuiet();
    });
  }

  /** Resolves when no piece is left or being worked on and all that is followed has settled. */
  async idle(): Promise<void> {
    do {
      await new Promise<void>(resolve => setImmediate(resolve));
      if (!this.quiet()) await new Promise<void>(resolve => this.waiters.push(resolve));
    } while (!this.quiet());
  }

  private quiet(): boolean {
    return !this.working && this.following === 0;
  }

  private tellQuiet(): void {
    if (!this.quiet()) return;
    const { waiters } = this;
    this.waiters = [];
    for (const resolve of waiters) resolve();
  }

  private async run(): Promise<void> {
    await Promise.resolve();
    for (let done = 1; this.at < this.pieces.length; done++) {
      const piece = this.pieces[this.at++];
      if (this.at > 1_000 && this.at * 2 > this.pieces.length) {
        this.pieces = this.pieces.slice(this.at);
        this.at = 0;
      }
      if (piece !== undefined) await this.take(piece);
      if (done % PIECES_BEFORE_YIELDING === 0) await new Promise<void>(resolve => setImmediate(resolve));
    }
    this.pieces = [];
    this.at = 0;
    this.working = false;
    this.tellQuiet();
  }
}
