import type { Nudge } from '../../../schemas/nudge.ts';
import { readEventKey } from '../../records/keys/spine-keys.ts';

/** A record of the table's stream, as far as it is used: the stream carries keys only. */
export interface StreamRecord {
  readonly eventName?: string | undefined;
  readonly dynamodb?:
    | { readonly Keys?: Readonly<Record<string, { readonly S?: string | undefined }>> | undefined }
    | undefined;
}

/** The nudges of a stream batch: one per dossier, for the last entry it reached. */
export function nudgesOf(records: readonly StreamRecord[]): readonly Nudge[] {
  const reached = new Map<string, number>();
  for (const { eventName, dynamodb } of records) {
    if (eventName !== 'INSERT') continue;
    const entry = readEventKey(dynamodb?.Keys?.['pk']?.S ?? '', dynamodb?.Keys?.['sk']?.S ?? '');
    if (entry) reached.set(entry.dossier, Math.max(entry.seq, reached.get(entry.dossier) ?? 0));
  }
  return [...reached].map(([dossier, seq]) => ({ dossier, reached: seq }));
}
