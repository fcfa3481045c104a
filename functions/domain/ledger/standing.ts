import { digestOf } from '../canonical-json.ts';
import type { CaseEvent, CaseHead } from '../cases/case-kind.ts';
import { type ChainFault, verifyChain } from './chain.ts';

/** What does not fit in what is kept of a case, and at which entry of its ledger. */
export interface LedgerFault {
  readonly entry: number;
  readonly fault:
    | ChainFault['fault']
    /** The entry is not there. */
    | 'missing'
    /** The entry is sound, and its hash is not the head's last. */
    | 'headApart'
    /** There is an entry after the head's last. */
    | 'headBehind'
    | 'headDiffers'
    | 'applicantDiffers'
    | 'formDiffers'
    | 'registerDiffers'
    | 'fileDiffers'
    /** The entry is sound, and not the one that was anchored. */
    | 'anchorDiffers'
    /** The entry is of a day that was anchored without it. */
    | 'notAnchored';
}

/** What is wrong with a ledger that was read whole, up to the head's last entry. */
export function faultOfLedger(
  head: Pick<CaseHead, 'version' | 'lastHash'>,
  events: readonly CaseEvent[],
): LedgerFault | undefined {
  const broken = verifyChain(events);
  if (broken) return { entry: broken.seq, fault: broken.fault };
  const last = events.at(-1);
  if (last?.seq !== head.version) return { entry: (last?.seq ?? 0) + 1, fault: 'missing' };
  return last.hash === head.lastHash ? undefined : { entry: head.version, fault: 'headApart' };
}

/** An entry as it is stored, before anything is known of its shape. */
export type RawEntry = Readonly<Record<string, unknown>>;

/**
 * What is wrong with one stored entry by itself: its place, its own hash, and the hash it must have, where that is
 * known.
 */
export function faultOfEntry(
  entry: RawEntry | undefined,
  must: { readonly code: string; readonly seq: number; readonly hash?: string | undefined },
): LedgerFault | undefined {
  const broken = (fault: LedgerFault['fault']): LedgerFault => ({ entry: must.seq, fault });
  if (!entry) return broken('missing');
  const { hash, ...content } = entry;
  if (content['seq'] !== must.seq || content['dossier'] !== must.code) return broken('gap');
  if (digestOf(content) !== hash) return broken('wrongHash');
  return must.hash === undefined || must.hash === hash ? undefined : broken('headApart');
}

/** The stored people of a dossier, as far as its ledger vouches for them. */
export interface VouchedPeople {
  readonly applicant?: unknown;
  readonly formData?: unknown;
}

/**
 * Whether the people of a dossier are those that its ledger knows by digest: the applicant by the entry that named them
 * last, what was filled in on the form by the first entry.
 */
export function faultOfPeople(
  people: VouchedPeople | undefined,
  { code, first, naming }: { readonly code: string; readonly first: RawEntry; readonly naming: RawEntry },
): LedgerFault | undefined {
  const said = membersOf(naming['data']);
  const entry = Number(naming['seq']);
  const digest = people && digestOf({ dossier: code, applicant: people.applicant });
  if (digest !== said['applicantDigest']) return { entry, fault: 'applicantDiffers' };
  const { formDigest } = membersOf(first['data']);
  const form = people?.formData;
  const fits =
    form === undefined
      ? formDigest === undefined
      : digestOf({ dossier: code, formData: form }) === formDigest;
  return fits ? undefined : { entry: 1, fault: 'formDiffers' };
}

function membersOf(value: unknown): RawEntry {
  return typeof value === 'object' && value !== null ? (value as RawEntry) : {};
}
