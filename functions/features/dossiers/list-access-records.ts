import type * as z from 'zod';
import type { accessRecordView } from '../../../schemas/api/access-record.ts';
import type { accessRecordOperations } from '../../../schemas/api/operations/access-records.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { Principal } from '../../../schemas/identity/principal.ts';
import type { AccessRecord } from '../../../schemas/stored/access-record.ts';
import { describeActor } from '../../domain/dossier/describe-actor.ts';
import { accessReason } from '../../domain/rights/access-reasons.ts';
import { accessKeptSince } from '../../domain/rights/access-retention.ts';
import { demand, nothingHere } from '../../domain/rights/judge.ts';
import { dateOf, type Instant } from '../../domain/vietnam-time.ts';
import { dayText } from '../../domain/wording/dates.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import type { AccessList } from '../../records/audit-log/access-record-store.ts';
import { recordReads } from '../../records/audit-log/record-reads.ts';
import { accountKey } from '../../records/dossiers/actor-of.ts';
import type { Keyring } from '../../records/keyring/keyring.ts';
import { readCursor, writeCursor } from '../../records/lists/cursor.ts';
import type { ReadingDeps } from './deps.ts';

type Operation = (typeof accessRecordOperations)['listAccessRecords'];

/**
 * Who read personal data. Citizens see who read theirs (Luật 91/2025/QH15; NĐ 356/2025/NĐ-CP); officers see what they
 * read themselves; auditors see all, which is recorded in turn.
 */
export async function listAccessRecords(deps: ReadingDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const { query, caller } = call;
  demandDay(query.on, call.now);
  const keyring = await deps.keyring();
  const own = ownList(caller, keyring);
  demand(caller, 'access.list', new Set(own === undefined ? [] : ['owner']));
  if (own !== undefined) demandOwn(query, 'reader' in own);
  const owner = own && 'owner' in own ? own.owner : undefined;
  const found = query.dossier === undefined ? undefined : await headOf(deps, query.dossier, owner);
  const of = own === undefined ? auditorsList(call, found) : { ...own, dossier: query.dossier, on: query.on };
  const scope = JSON.stringify(['access-records', own ?? 'auditor', of]);
  const before = readCursor(keyring, scope, query.cursor);
  if (own === undefined) {
    const { cursor: _, limit: __, ...filters } = query;
    const asked = JSON.stringify(filters);
    const dossiers = found ? [found] : [];
    await recordReads(deps, {
      ...call,
      operation: 'listAccessRecords',
      parts: ['accessRecords'],
      dossiers,
      asked,
    });
  }
  const page = await deps.accessRecords.page(of, before, query.limit);
  return {
    body: {
      items: page.records.map(record => viewOf(record, owner === undefined, call.language)),
      nextCursor: page.next === undefined ? null : writeCursor(keyring, scope, page.next),
    },
  };
}

/** The list that is a caller's own: reads of an applicant's data, or those an officer made; auditors have all. */
function ownList(caller: Principal, keyring: Keyring): { owner: string } | { reader: string } | undefined {
  const owner = accountKey(caller, keyring);
  if (owner !== undefined) return { owner };
  if (caller.kind !== 'officer' || caller.roles.includes('auditor')) return undefined;
  return { reader: describeActor(caller) };
}

function demandDay(on: string | undefined, now: Instant): void {
  if (on === undefined) return;
  if (on > dateOf(now))
    throw new ProblemError('parameter-invalid', {
      vi: `on: chưa đến ngày ${dayText(on)}.`,
      en: `on: ${on} is in the future.`,
    });
  const since = accessKeptSince(now);
  if (on < since)
    throw new ProblemError('parameter-invalid', {
      vi: `on: nhật ký truy cập được lưu từ ngày ${dayText(since)}; ngày ${dayText(on)} không còn dữ liệu.`,
      en: `on: access records are kept from ${since}; those of ${on} have been deleted.`,
    });
}

/**
 * The dossier in question. Citizens may ask about their own dossiers only, not about those they submitted for others.
 */
async function headOf(deps: ReadingDeps, code: string, own: string | undefined): Promise<DossierHead> {
  const found = await deps.dossiers.find(code);
  if (!found || (own !== undefined && found.head.owner !== own)) throw nothingHere();
  return found.head;
}

/** Refuses filters that lead beyond the own list; an officer's is narrowed by the day only. */
function demandOwn({ reader, dossier }: Call<Operation>['query'], byReader: boolean): void {
  if (reader !== undefined)
    throw new ProblemError('forbidden', {
      vi: 'reader: chỉ thanh tra được tra cứu một người đã xem những gì.',
      en: 'reader: only an auditor may look up what a person has read.',
    });
  if (dossier !== undefined && byReader)
    throw new ProblemError('forbidden', {
      vi: 'dossier: chỉ chủ hồ sơ và thanh tra được xem ai đã xem một hồ sơ.',
      en: 'dossier: only its owner and auditors may see who read a dossier.',
    });
}

function auditorsList({ query, now }: Call<Operation>, found: DossierHead | undefined): AccessList {
  const { reader, dossier, on } = query;
  if (reader !== undefined && dossier !== undefined)
    throw new ProblemError('parameter-invalid', {
      vi: 'Chỉ tra cứu theo “reader” hoặc theo “dossier”, không dùng cả hai.',
      en: 'Use either “reader” or “dossier”, not both.',
    });
  if (found) return { owner: found.owner, dossier, on };
  return reader === undefined ? { on: on ?? dateOf(now) } : { reader, on };
}

/** An entry as it may be seen: the data subject sees unit, role and reason, not which officer it was. */
function viewOf(
  { reader, ...record }: AccessRecord,
  withAccount: boolean,
  language: 'vi' | 'en',
): z.infer<typeof accessRecordView> {
  const officer = reader.kind === 'officer' ? reader : { unit: null, roles: [] };
  const account = 'key' in reader ? reader.key : reader.id;
  return {
    ...record,
    reader: {
      kind: reader.kind,
      account: withAccount || reader.kind === 'portal' ? account : null,
      unit: officer.unit,
      roles: [...officer.roles],
    },
    reason: accessReason(record.dossiers, language),
    asked: withAccount ? record.asked : null,
  };
}
