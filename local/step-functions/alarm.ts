import type { HostClock } from '../host/clock.ts';

/** One timer, for the earliest of all instants. */
export class Alarm {
  readonly #clock: HostClock;
  readonly #ring: () => void;
  #set: { readonly instant: number; readonly cancel: () => void } | undefined;

  constructor(clock: HostClock, ring: () => void) {
    this.#clock = clock;
    this.#ring = ring;
  }

  /** In place of what it was set to. */
  setTo(instant: number | undefined): void {
    if (this.#set?.instant === instant) return;
    this.cancel();
    if (instant === undefined) return;
    const cancel = this.#clock.at(instant, () => {
      this.#set = undefined;
      this.#ring();
    });
    this.#set = { instant, cancel };
  }

  cancel(): void {
    this.#set?.cancel();
    this.#set = undefined;
  }
}
