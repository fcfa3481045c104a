import type { Nudge } from '../../../schemas/nudge.ts';
import { readEventKey } from '../../records/keys/spine-keys.ts';
import type { ConsumerKinds } from './consumer-kinds.ts';

/** A record of the table's stream, as far as it is used: the stream carries keys only. */
export interface StreamRecord {
  readonly eventName?: string | undefined;
  readonly dynamodb?:
    | { readonly Keys?: Readonly<Record<string, { readonly S?: string | undefined }>> | undefined }
    | undefined;
}

/** What kind of entry a ledger has at a place; undefined if it cannot be told. */
export type KindOf = (dossier: string, seq: number) => Promise<string | undefined>;

/**
 * The nudges of a stream batch by consumer: one per dossier, for the last entry it reached. A consumer of some kinds is
 * told only of dossiers with such an entry among the new ones; the stream carries keys only, so each is looked up.
 */
export async function nudgesFor(
  records: readonly StreamRecord[],
  kinds: ConsumerKinds,
  kindOf: KindOf,
): Promise<ReadonlyMap<string, readonly Nudge[]>> {
  const grown = newEntries(records);
  const consumers = Object.entries(kinds);
  const choosy = consumers.some(([, wanted]) => wanted !== 'all');
  const found = new Map(choosy ? await Promise.all([...grown].map(each => kindsIn(each, kindOf))) : []);
  const nudge = (dossier: string): Nudge => ({ dossier, reached: Math.max(...(grown.get(dossier) ?? [])) });
  return new Map(
    consumers.map(([consumer, wanted]) => {
      const told = [...grown.keys()].filter(
        dossier =>
          wanted === 'all' || found.get(dossier)?.some(kind => kind === undefined || wanted.includes(kind)),
      );
      return [consumer, told.map(nudge)] as const;
    }),
  );
}

async function kindsIn(
  [dossier, seqs]: readonly [string, readonly number[]],
  kindOf: KindOf,
): Promise<[string, (string | undefined)[]]> {
  return [dossier, await Promise.all(seqs.map(seq => kindOf(dossier, seq)))];
}

function newEntries(records: readonly StreamRecord[]): ReadonlyMap<string, readonly number[]> {
  const grown = new Map<string, number[]>();
  for (const { eventName, dynamodb } of records) {
    if (eventName !== 'INSERT') continue;
    const entry = readEventKey(dynamodb?.Keys?.['pk']?.S ?? '', dynamodb?.Keys?.['sk']?.S ?? '');
    if (entry) grown.set(entry.dossier, [...(grown.get(entry.dossier) ?? []), entry.seq]);
  }
  return grown;
}
