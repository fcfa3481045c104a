/** An execution as the queue sees it. */
export interface Sleeper {
  readonly id: number;
  /** The instant (milliseconds) at which it wants to be woken; undefined for never. */
  wake: number | undefined;
}

/**
 * Executions by the instant at which they want to be woken: a binary heap that is told of changes late. A place in
 * it whose instant is no longer the sleeper's is skipped when it comes up, and swept out when such places are many.
 */
export class WakeQueue<T extends Sleeper> {
  private heap: { readonly instant: number; readonly sleeper: T }[] = [];
  private sleeping = 0;

  /** Sets or changes the instant at which a sleeper is to be woken. */
  set(sleeper: T, instant: number | undefined): void {
    if (sleeper.wake === instant) return;
    if (sleeper.wake === undefined) this.sleeping++;
    if (instant === undefined) this.sleeping--;
    sleeper.wake = instant;
    if (instant === undefined) return;
    this.heap.push({ instant, sleeper });
    this.rise(this.heap.length - 1);
    if (this.heap.length > 2 * this.sleeping + 64) this.sweep();
  }

  /** The earliest instant, or undefined when all sleep for good. */
  next(): number | undefined {
    for (let top = this.heap[0]; top; top = this.heap[0]) {
      if (top.sleeper.wake === top.instant) return top.instant;
      this.removeTop();
    }
    return undefined;
  }

  /** Takes out the sleepers that are due, earliest first. */
  takeDue(now: number): T[] {
    const due: T[] = [];
    for (let instant = this.next(); instant !== undefined && instant <= now; instant = this.next()) {
      const sleeper = this.heap[0]?.sleeper;
      if (!sleeper) break;
      this.set(sleeper, undefined);
      due.push(sleeper);
    }
    return due;
  }

  private before(a: number, b: number): boolean {
    const x = this.heap[a];
    const y = this.heap[b];
    if (!x || !y) return false;
    return x.instant !== y.instant ? x.instant < y.instant : x.sleeper.id < y.sleeper.id;
  }

  private swap(a: number, b: number): void {
    const x = this.heap[a];
    const y = this.heap[b];
    if (!x || !y) return;
    this.heap[a] = y;
    this.heap[b] = x;
  }

  private rise(at: number): void {
    for (let child = at; child > 0; ) {
      const parent = (child - 1) >> 1;
      if (!this.before(child, parent)) return;
      this.swap(child, parent);
      child = parent;
    }
  }

  private sink(at: number): void {
    for (let parent = at; ; ) {
      const left = 2 * parent + 1;
      const least = this.before(left + 1, left) ? left + 1 : left;
      if (!this.before(least, parent)) return;
      this.swap(least, parent);
      parent = least;
    }
  }

  private removeTop(): void {
    const last = this.heap.pop();
    if (!last || this.heap.length === 0) return;
    this.heap[0] = last;
    this.sink(0);
  }

  private sweep(): void {
    const seen = new Set<T>();
    this.heap = this.heap.filter(({ instant, sleeper }) => {
      if (sleeper.wake !== instant || seen.has(sleeper)) return false;
      seen.add(sleeper);
      return true;
    });
    for (let at = (this.heap.length >> 1) - 1; at >= 0; at--) this.sink(at);
  }
}
