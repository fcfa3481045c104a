import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { KnownCaller } from '../../../schemas/identity/known-caller.ts';
import type { Principal } from '../../../schemas/identity/principal.ts';
import type { AccessPart, AccessReader, AccessRecord } from '../../../schemas/stored/access-record.ts';
import { basisOf, type Readable } from '../../domain/rights/access-basis.ts';
import { type Instant, toRfc3339 } from '../../domain/vietnam-time.ts';
import { accountKey } from '../dossiers/actor-of.ts';
import type { Keyring } from '../keyring/keyring.ts';
import type { AccessRecordStore, NewAccess } from './access-record-store.ts';

/** What recording reads needs. */
export interface AccessDeps {
  readonly accessRecords: Pick<AccessRecordStore, 'add'>;
  readonly keyring: () => Promise<Keyring>;
}

/** What is about to be shown, and to whom. A `Call` has the first three. */
export interface Reads {
  readonly caller: Principal | KnownCaller;
  /** The request id for the logs, and the caller's reason. */
  readonly access: { readonly requestId: string; readonly reason: string | null };
  readonly now: Instant;
  /** Id of the operation. */
  readonly operation: string;
  readonly parts: readonly AccessPart[];
  /** The dossiers whose owners' data are shown, with the heads on which access was judged. */
  readonly dossiers: readonly (Readable & Pick<DossierHead, 'owner'>)[];
  /** The dossier's file that is opened. */
  readonly file?: string | undefined;
  /** The filters of a query that is recorded itself, whatever it finds. Never search terms. */
  readonly asked?: string | undefined;
}

/**
 * Most dossiers in an entry: each may have another owner, and each owner needs an item in the entry's transaction of
 * at most 100.
 */
const ENTRY = 50;
/** Most if each has a mark as well. */
const MARKED_ENTRY = 49;

/**
 * Records reads of personal data; must return before any of it is answered: no record, no data. People's reads of
 * their own dossiers are not recorded; a portal’s are recorded once a day per dossier and operation, except files,
 * where every opening is. Throws `access-unrecorded` if the record cannot be written.
 */
export async function recordReads(deps: AccessDeps, reads: Reads): Promise<void> {
  const entries = accessEntries(reads, await deps.keyring());
  if (entries.length === 0) return;
  try {
    await deps.accessRecords.add(entries);
  } catch (cause) {
    throw new ProblemError(
      'access-unrecorded',
      {
        vi: 'Mỗi lần xem dữ liệu cá nhân đều được ghi nhận. Lần này chưa ghi được nên không hiển thị dữ liệu: hãy thử lại sau ít phút.',
        en: 'Every access to personal data is recorded. This one could not be, so no data is shown: try again shortly.',
      },
      { cause },
    );
  }
}

/** The entries of reads: none if a person reads only their own dossiers. */
export function accessEntries(reads: Reads, keyring: Keyring): NewAccess[] {
  const reader = readerOf(reads.caller, keyring);
  const byCode = new Map(reads.dossiers.map(head => [head.code, head]));
  const others = [...byCode.values()].filter(({ owner }) => !('key' in reader) || owner !== reader.key);
  if (others.length === 0 && reads.asked === undefined) return [];
  // A portal polls its dossiers, but opens a file because somebody wants to see that one.
  const polls = reads.asked === undefined && reads.file === undefined;
  const onceADay = reader.kind === 'portal' && polls;
  const most = onceADay ? MARKED_ENTRY : ENTRY;
  const entries: NewAccess[] = [];
  for (let start = 0; start === 0 || start < others.length; start += most) {
    const entry = entryOf(reads, reader, others.slice(start, start + most));
    entries.push({ ...entry, ...(onceADay && { onceADay }) });
  }
  return entries;
}

function entryOf(reads: Reads, reader: AccessReader, dossiers: Reads['dossiers']): NewAccess {
  const owners = new Map<string, Set<string>>();
  for (const { owner, code } of dossiers) owners.set(owner, (owners.get(owner) ?? new Set()).add(code));
  const record: AccessRecord = {
    at: toRfc3339(reads.now),
    requestId: reads.access.requestId,
    reader,
    operation: reads.operation,
    parts: [...reads.parts],
    dossiers: dossiers.map(head => ({
      ...basisOf(head, reads.caller, 'key' in reader ? reader.key : undefined),
      ...(reads.file !== undefined && { file: reads.file }),
    })),
    stated: reads.access.reason,
    asked: reads.asked ?? null,
  };
  return { record, owners };
}

function readerOf(caller: Reads['caller'], keyring: Keyring): AccessReader {
  if ('key' in caller) return { kind: caller.kind, key: caller.key };
  switch (caller.kind) {
    case 'citizen':
    case 'foreigner':
    case 'organisation':
      return { kind: caller.kind, key: accountKey(caller, keyring) ?? '' };
    case 'portal':
      return { kind: 'portal', id: caller.id };
    case 'officer':
      return { kind: 'officer', id: caller.id, unit: caller.unit, roles: caller.roles };
    case 'anonymous':
      throw new TypeError('nobody reads personal data anonymously');
  }
}
