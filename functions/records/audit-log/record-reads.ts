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

/** What is about to be shown to whom. A `Call` has the first three. */
export interface Reads {
  readonly caller: Principal | KnownCaller;
  /** Where the read belongs in the logs, and why the caller said they read. */
  readonly access: { readonly requestId: string; readonly reason: string | null };
  readonly now: Instant;
  /** Id of the operation. */
  readonly operation: string;
  readonly parts: readonly AccessPart[];
  /** The dossiers whose owners' data are shown; their heads as the right to them was judged by. */
  readonly dossiers: readonly (Readable & Pick<DossierHead, 'owner'>)[];
  /** The file of the dossier that is opened. */
  readonly file?: string | undefined;
  /** The filters of a question that is itself to be recorded, whatever it finds. Never what a search was for. */
  readonly asked?: string | undefined;
}

/** Most dossiers an entry names: as many persons at the most, each with an item in the entry’s transaction, which takes 100. */
const ENTRY = 50;
/** Most where each has a mark, too. */
const MARKED_ENTRY = 49;

/**
 * Records reads of personal data, and must have returned before anything of them is answered: no record, no data. A person's reads of their
 * own dossiers are not recorded; a portal’s are once a day for each dossier and operation, but for
 * files, each of which it opens. Throws `access-unrecorded` when the record cannot be written.
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

/** The entries of reads: none where a person reads only their own. */
export function accessEntries(reads: Reads, keyring: Keyring): NewAccess[] {
  const reader = readerOf(reads.caller, keyring);
  const byCode = new Map(reads.dossiers.map(head => [head.code, head]));
  const others = [...byCode.values()].filter(({ owner }) => !('key' in reader) || owner !== reader.key);
  if (others.length === 0 && reads.asked === undefined) return [];
  // A portal asks for its dossiers again and again; it opens a file because somebody wants to see that one.
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
