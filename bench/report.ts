/** What one part measured. */
export interface PartReport {
  readonly title: string;
  readonly tables: readonly Table[];
  readonly targets: readonly Target[];
  /** The figures as they are, for the JSON. */
  readonly figures: Readonly<Record<string, unknown>>;
}

/** A table for people: the first column is text, the others are set to the right. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A number that is to be reached (docs/benchmarks.md). */
export interface Target {
  readonly what: string;
  readonly reach: string;
  readonly measured: string;
  readonly met: boolean;
}

/** A target that a figure must not exceed, or must reach; figures that are no number miss it. */
export function target(
  what: string,
  measured: number,
  limit: { readonly most: number } | { readonly least: number },
  show: (value: number) => string,
): Target {
  const [met, reach, share] =
    'most' in limit
      ? [measured <= limit.most, `at most ${show(limit.most)}`, measured / limit.most]
      : [measured >= limit.least, `at least ${show(limit.least)}`, measured / limit.least];
  return { what, reach, measured: `${show(measured)} (${share.toFixed(2)} of it)`, met };
}

export function renderTable({ head, rows }: Table): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map(row => (row[column] ?? '').length)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return [line(head), widths.map(width => '-'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}

export function renderPart({ title, tables }: PartReport): string {
  return [`\n## ${title}`, ...tables.map(table => `\n${renderTable(table)}`)].join('\n');
}

export function renderTargets(targets: readonly Target[]): string {
  const rows = targets.map(({ what, reach, measured, met }) => [
    what,
    reach,
    measured,
    met ? 'met' : 'MISSED',
  ]);
  return `\n## Targets\n\n${renderTable({ head: ['', 'reach', 'measured', ''], rows })}`;
}
