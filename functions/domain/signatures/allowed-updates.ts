import type { PdfView } from '../pdf/document.ts';
import { textOf } from '../pdf/text-string.ts';
import { PdfError, type PdfValue } from '../pdf/values.ts';
import { RevisionComparison } from './revision-comparison.ts';

/** What one update of a file changed, beside what any update may. */
export interface Update {
  /** Codes of what may not change after a signature; empty if the update is harmless. */
  readonly faults: readonly string[];
  /** Fields that were signed in it. */
  readonly signed: readonly string[];
  /** Fields filled in it, of those that were planned for it. */
  readonly filled: readonly { readonly field: string; readonly value: string }[];
  /** How many objects were looked at. */
  readonly looked: number;
}

/** What is said of an update that cannot be compared. */
export const UNREADABLE: Update = { faults: ['update-unreadable'], signed: [], filled: [], looked: 0 };

/**
 * Compares two revisions of a file, the second the first with one update. After a signature an update may do this and
 * nothing else: sign a planned or new field, stamp the time, keep validation data, fill planned fields that nobody has
 * filled, and that only in an update that signs.
 *
 * @param fillable full names of the fields planned to be filled.
 */
export function compareRevisions(before: PdfView, after: PdfView, fillable: ReadonlySet<string>): Update {
  try {
    const comparison = new RevisionComparison(before, after, fillable);
    comparison.run();
    const { faults, signed, filled } = comparison;
    if (filled.size > 0 && signed.size === 0) faults.add('filled-without-seal');
    return {
      looked: comparison.looked,
      faults: [...faults],
      signed: [...signed],
      filled: [...filled]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([field, value]) => ({ field, value: textOf(value as PdfValue) ?? '' })),
    };
  } catch (error) {
    if (!(error instanceof PdfError || error instanceof RangeError)) throw error;
    return UNREADABLE;
  }
}
