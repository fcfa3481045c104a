import type { ChangePreview } from '../../../schemas/api/proposed-change.ts';

/** Looked at together. */
const AT_ONCE = 8;
/** Dossiers on a page. */
const PAGE = 250;

interface Page {
  readonly codes: readonly string[];
  readonly next: string | undefined;
}

/**
 * Counts the dossiers that a change touches by asking each, as long as time allows; the rest are counted as if it touched them all, so
 * that a preview never names too few.
 */
export async function countTouched(
  pageOf: (place: { after: string | undefined; limit: number }) => Promise<Page>,
  touches: (code: string) => Promise<boolean>,
  inTime: () => boolean,
): Promise<ChangePreview> {
  let dossiers = 0;
  let exact = true;
  const seen = new Set<string>();
  for (let after: string | undefined; ; ) {
    const { codes, next } = await pageOf({ after, limit: PAGE });
    const others = [...new Set(codes)].filter(code => !seen.has(code));
    for (let start = 0; start < others.length; start += AT_ONCE) {
      const some = others.slice(start, start + AT_ONCE);
      for (const code of some) seen.add(code);
      exact &&= inTime();
      dossiers += exact ? (await Promise.all(some.map(touches))).filter(Boolean).length : some.length;
    }
    if (next === undefined) return { dossiers, among: seen.size, exact, differences: [] };
    after = next;
  }
}
