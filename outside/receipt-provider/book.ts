/**
 * slow: takes a message and does not answer; down: 503; garbage: answers what cannot be read; loses-answer: issues and
 * breaks the line; late: breaks the line, and issues only when it is asked to again; forgetful: a look-up finds nothing
 * yet; twice: the message reaches it twice, and the second answer comes back; busy: says that it failed; refuses: says
 * that the data is wrong; locked-out: says that the account is wrong; no-page: has no page of what it issued yet.
 */
export type ProviderMood =
  | 'up'
  | 'slow'
  | 'down'
  | 'garbage'
  | 'loses-answer'
  | 'late'
  | 'forgetful'
  | 'twice'
  | 'busy'
  | 'refuses'
  | 'locked-out'
  | 'no-page';

/** A receipt as a simulated provider keeps it. */
export interface BookedReceipt {
  readonly key: string;
  readonly pattern: string;
  readonly serial: string;
  readonly number: number;
  /** The key of the receipt that it replaces or adjusts, and how. */
  readonly corrects: string | undefined;
  readonly how: string;
  /** What the message said, for the page of what was received. */
  readonly said: Readonly<Record<string, string>>;
  readonly at: number;
}

export type ToBook = Omit<BookedReceipt, 'number' | 'at'>;

/** The receipts of a simulated provider, numbered by pattern and serial. */
export class ReceiptBook {
  readonly #all = new Map<string, BookedReceipt>();
  readonly #late: ToBook[] = [];

  /** Issues a receipt; undefined where the key was issued before. */
  issue(receipt: ToBook, at: number): BookedReceipt | undefined {
    if (this.#all.has(receipt.key)) return undefined;
    const same = this.all().filter(each => nameOf(each) === nameOf(receipt));
    const made = { ...receipt, number: same.length + 1, at };
    this.#all.set(receipt.key, made);
    return made;
  }

  /** Keeps a message that got stuck on its way. */
  delay(receipt: ToBook): void {
    this.#late.push(receipt);
  }

  /** What got stuck arrives. */
  arrive(at: number): void {
    for (const receipt of this.#late.splice(0)) this.issue(receipt, at);
  }

  of(key: string): BookedReceipt | undefined {
    return this.#all.get(key);
  }

  all(): readonly BookedReceipt[] {
    return [...this.#all.values()];
  }
}

const nameOf = ({ pattern, serial }: Pick<BookedReceipt, 'pattern' | 'serial'>) => `${pattern} ${serial}`;
