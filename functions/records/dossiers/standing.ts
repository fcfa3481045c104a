import type { DossierHead } from '../../../schemas/dossier/head.ts';
import { storedHold } from '../../../schemas/stored/hold.ts';
import {
  faultOfEntry,
  faultOfPeople,
  type LedgerFault,
  type RawEntry,
} from '../../domain/ledger/standing.ts';
import { type Instant, toRfc3339 } from '../../domain/vietnam-time.ts';
import type { Attributes } from '../../kernel/table/item-write.ts';
import type { Items } from '../../kernel/table/items.ts';
import { parseStored } from '../../kernel/table/parse-stored.ts';
import type { Standing } from '../commands/case-store.ts';
import { keys } from '../keys/keys.ts';

interface HeldHead {
  readonly head: DossierHead;
  readonly held: boolean;
}

/**
 * Whether a head stands on its ledger: its last hash is the last entry's, no entry comes after it, the applicant and
 * the form are those the ledger names by digest, and nobody found it otherwise before. All of it is one request to the
 * table, whatever else is read in that turn; an entry in the middle is checked by who reads the whole ledger, and by
 * night.
 */
export async function standingOf(
  items: Items,
  { head, held }: HeldHead,
  andBeyond = true,
): Promise<Standing> {
  if (held) return 'held';
  const found = await lookedAt(items, head, andBeyond);
  if (found === 'sound') return found;
  // Read a moment apart, head and entries may be of different instants: whoever changed the dossier meanwhile has moved
  // its head.
  const now = (await items.get(keys.head(head.code)))?.['head'] as Partial<DossierHead> | undefined;
  return now && (now.version !== head.version || now.lastHash !== head.lastHash) ? 'moved' : found;
}

async function lookedAt(items: Items, head: DossierHead, andBeyond: boolean): Promise<'sound' | LedgerFault> {
  const { code, version, lastHash } = head;
  const [people, first, last, beyond] = await Promise.all([
    items.get(keys.applicant(code)),
    entryAt(items, code, 1),
    entryAt(items, code, version),
    andBeyond ? entryAt(items, code, version + 1) : undefined,
  ]);
  if (beyond) return { entry: version + 1, fault: 'headBehind' };
  const broken =
    faultOfEntry(last, { code, seq: version, hash: lastHash }) ?? faultOfEntry(first, { code, seq: 1 });
  if (broken || !first) return broken ?? { entry: 1, fault: 'missing' };
  const naming = correctedBy(people);
  const entry = naming === undefined ? first : await entryAt(items, code, naming);
  const wrong = entry && faultOfEntry(entry, { code, seq: naming ?? 1 });
  return wrong ?? faultOfPeople(people, { code, first, naming: entry ?? { seq: naming } }) ?? 'sound';
}

async function entryAt(items: Items, code: string, seq: number): Promise<RawEntry | undefined> {
  return (await items.get(keys.event(code, seq)))?.['event'] as RawEntry | undefined;
}

/**
 * The entry that corrected the applicant last, as the record of the people says; what it says is checked against that
 * entry.
 */
function correctedBy(people: Attributes | undefined): number | undefined {
  const earlier = people?.['earlier'];
  const last: unknown = Array.isArray(earlier) ? earlier.at(-1) : undefined;
  return typeof last === 'object' && last !== null && 'event' in last ? Number(last.event) : undefined;
}

/** Keeps that a dossier's ledger was found broken, where nobody has before. */
export async function holdDossier(
  items: Items,
  code: string,
  { entry, fault }: LedgerFault,
  now: Instant,
): Promise<void> {
  const key = keys.head(code);
  const hold = parseStored(storedHold, { since: toRfc3339(now), entry, fault }, key);
  await items.transact([
    { refusal: 'held', key, change: { set: { hold } }, when: { exists: true, without: ['hold'] } },
  ]);
}
