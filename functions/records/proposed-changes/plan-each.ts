import type { ChangePreview } from '../../../schemas/api/proposed-change.ts';
import { isCrowded } from '../commands/refusals.ts';

/** Looked at together. */
const AT_ONCE = 8;
/** Dossiers on a page. */
const PAGE = 250;
/** Dossiers listed without being looked at, once time is up: a request must end. */
const MOST_LISTED = 10_000;

interface Page {
  readonly codes: readonly string[];
  readonly next: string | undefined;
}

/**
 * Counts the dossiers that a change touches by asking each, as long as time allows; the rest are counted as if it
 * touched them all, and so are those that cannot be asked, so that a preview does not name too few. Where even
 * listing the rest takes too long it says so.
 */
export async function countTouched(
  pageOf: (place: { after: string | undefined; limit: number }) => Promise<Page>,
  touches: (code: string) => Promise<boolean>,
  inTime: () => boolean,
): Promise<ChangePreview> {
  let dossiers = 0;
  let [asking, exact] = [true, true];
  const seen = new Set<string>();
  for (let after: string | undefined; ; ) {
    const { codes, next } = await pageOf({ after, limit: PAGE });
    const others = [...new Set(codes)].filter(code => !seen.has(code));
    for (let start = 0; start < others.length; start += AT_ONCE) {
      const some = others.slice(start, start + AT_ONCE);
      for (const code of some) seen.add(code);
      asking &&= inTime();
      const answers = asking ? await Promise.all(some.map(asked)) : [];
      exact &&= asking && !answers.includes(undefined);
      dossiers += some.length - answers.filter(answer => answer === false).length;
    }
    if (next === undefined) return { dossiers, among: seen.size, exact, differences: [] };
    if (!asking && seen.size >= MOST_LISTED)
      return { dossiers, among: seen.size, exact, more: true, differences: [] };
    after = next;
  }

  /** Undefined if the dossier cannot be looked at: it must not hold up what is proposed for all others. */
  async function asked(code: string): Promise<boolean | undefined> {
    try {
      return await touches(code);
    } catch (error) {
      if (isCrowded(error)) throw error;
      return undefined;
    }
  }
}
