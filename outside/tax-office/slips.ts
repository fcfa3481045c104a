/** A slip as it was sent. */
export interface Slip {
  readonly slip: string;
  readonly dossier: string;
  readonly message: Readonly<Record<string, unknown>>;
  readonly number: string;
  /** How often it was sent. */
  times: number;
  /** Everything that was told of it, oldest first. */
  readonly told: Told[];
}

/** A message about a slip. */
export type Told = Readonly<Record<string, unknown>> & { readonly type: string };

/** Slips by their ids: one that is sent again is the same. */
export class Slips {
  readonly #kept = new Map<string, Slip>();

  take(message: Readonly<Record<string, unknown>>): Slip {
    const [slip, dossier] = [String(message['slip']), String(message['dossier'])];
    const before = this.#kept.get(slip);
    if (before) {
      before.times++;
      return before;
    }
    const number = `PC${String(this.#kept.size + 1).padStart(6, '0')}`;
    const kept: Slip = { slip, dossier, message, number, times: 1, told: [] };
    this.#kept.set(slip, kept);
    return kept;
  }

  of(slip: string): Slip | undefined {
    return this.#kept.get(slip);
  }

  all(): readonly Slip[] {
    return [...this.#kept.values()];
  }
}
