import { ANCHORED_TREES, type AnchoredTree } from '../../../schemas/anchor/statement.ts';
import { inOrder } from '../../domain/anchor/leaves.ts';
import { statementText } from '../../domain/anchor/statement.ts';
import { addDays, DAY, dateOf, type Instant, MINUTE } from '../../domain/vietnam-time.ts';
import { accessLeaves } from './access-days.ts';
import type { Archive } from './archive.ts';
import { type CollectDeps, collectLedgers } from './collect-ledgers.ts';
import type { Signer } from './signer.ts';

export interface AnchorDeps extends CollectDeps {
  readonly archive: Archive;
  readonly signer: Signer;
  /** The province, as statements name it. */
  readonly province: string;
  readonly now: () => Instant;
  readonly nearlyOver: () => boolean;
}

/** A command that began before midnight is committed by then. */
const SETTLED = 15 * MINUTE;

/** Marks of changed dossiers are kept for 60 days: for a day further back, all dossiers are looked through. */
const MARKED = 55 * DAY;

/** The last day that is over, and everything of it committed. */
export const lastDayOver = (now: Instant): string => addDays(dateOf(now - SETTLED), -1);

/**
 * Anchors every day that is over and has not been yet, the oldest first. The first day of all holds whatever there was
 * before it. Returns the newest anchored day.
 */
export async function anchorDays(deps: AnchorDeps): Promise<string | undefined> {
  const { archive, now } = deps;
  const last = lastDayOver(now());
  let newest = await archive.newestDay(dateOf(now()));
  let before = newest === undefined ? undefined : (await archive.signed(newest))?.statement;
  while ((newest ?? '') < last && !deps.nearlyOver()) {
    const day: string = newest === undefined ? last : addDays(newest, 1);
    before = await anchorDay(deps, day, { first: newest === undefined, before });
    newest = day;
  }
  return newest;
}

/** Anchors a day and gives its statement. What was written of it before, in a run that was cut off, stays as it is. */
async function anchorDay(
  { archive, signer, ...deps }: AnchorDeps,
  day: string,
  { first, before }: { readonly first: boolean; readonly before: string | undefined },
): Promise<string | undefined> {
  const whole = first || deps.now() - Date.parse(day) > MARKED;
  const kept = await Promise.all(ANCHORED_TREES.map(tree => archive.leaves(day, tree)));
  const given = kept.some(list => list === undefined) ? await collectDay(deps, day, whole) : undefined;
  const keep = async (tree: AnchoredTree, nth: number) =>
    kept[nth] ?? (await archive.keepLeaves(day, tree, given?.[tree] ?? []));
  const [ledgers = [], reads = [], results = []] = await Promise.all(ANCHORED_TREES.map(keep));
  const statement = statementText({
    province: deps.province,
    day,
    before,
    leaves: { ledgers, reads, results },
  });
  const [publicKey, signature] = await Promise.all([signer.publicKey(), signer.sign(statement)]);
  await archive.keepSigned(day, { statement, algorithm: 'ECDSA_SHA_256', signature, publicKey });
  return statement;
}

async function collectDay(deps: CollectDeps, day: string, whole: boolean) {
  const { ledgers, results } = await collectLedgers(deps, day, whole);
  return { ledgers, results, reads: inOrder(await accessLeaves(deps.items, day)) };
}
