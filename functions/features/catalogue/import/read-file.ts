import type { PublishedShape } from './detect-shape.ts';
import { readLayThuTucRow } from './read-lay-thu-tuc.ts';
import { readNationalCrawlRow } from './read-national-crawl.ts';
import { type RowReading, refuse, type WarningCode } from './reading.ts';

/** A row's place in the file, from 1, and its outcome. */
export type NumberedReading = RowReading & { readonly row: number };

/** The number of rows by outcome, and of rows with each warning. */
export interface ReadingSummary {
  readonly rows: number;
  readonly accepted: number;
  readonly acceptedWithWarnings: number;
  readonly refused: number;
  readonly warnings: Readonly<Partial<Record<WarningCode, number>>>;
}

const READERS: Readonly<Record<PublishedShape, (row: unknown) => RowReading>> = {
  nationalCrawl: readNationalCrawlRow,
  layThuTuc: readLayThuTucRow,
};

/**
 * Reads every row; a code already used by an earlier accepted row of the same file is refused, because it is unclear
 * which one is right.
 */
export function* readCatalogue(shape: PublishedShape, rows: Iterable<unknown>): Generator<NumberedReading> {
  const firstRows = new Map<string, number>();
  let row = 0;
  for (const published of rows) {
    row += 1;
    const reading = READERS[shape](published);
    const earlier = reading.code === null ? undefined : firstRows.get(reading.code);
    if (reading.outcome !== 'refused' && earlier !== undefined) {
      const again = refuse(
        reading.code,
        {
          vi: `Dòng ${earlier} đã có mã ${reading.code}.`,
          en: `Row ${earlier} already has the code ${reading.code}.`,
        },
        reading.warnings,
      );
      yield { ...again, row };
      continue;
    }
    if (reading.outcome !== 'refused') firstRows.set(reading.code, row);
    yield { ...reading, row };
  }
}

/** Sums up readings for the import report. */
export function summarize(readings: Iterable<RowReading>): ReadingSummary {
  const outcomes = { accepted: 0, acceptedWithWarnings: 0, refused: 0 };
  const warnings: Partial<Record<WarningCode, number>> = {};
  let rows = 0;
  for (const reading of readings) {
    rows += 1;
    outcomes[reading.outcome] += 1;
    for (const code of new Set(reading.warnings.map(warning => warning.code))) {
      warnings[code] = (warnings[code] ?? 0) + 1;
    }
  }
  return { rows, ...outcomes, warnings };
}
