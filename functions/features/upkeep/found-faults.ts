/** The number of differences from the ledgers. */
export interface Faults {
  readonly tasks: number;
  readonly lists: number;
  readonly work: number;
  readonly search: number;
  readonly money: number;
  readonly counts: number;
}

export const NO_FAULTS: Faults = { tasks: 0, lists: 0, work: 0, search: 0, money: 0, counts: 0 };

/** The sum of several findings. */
export function sumOf(faults: readonly Faults[]): Faults {
  return faults.reduce(
    (sum, one) => ({
      tasks: sum.tasks + one.tasks,
      lists: sum.lists + one.lists,
      work: sum.work + one.work,
      search: sum.search + one.search,
      money: sum.money + one.money,
      counts: sum.counts + one.counts,
    }),
    NO_FAULTS,
  );
}
