/**
 * Every key of the table except those of search (found-keys.ts), built here and nowhere else. docs/access-patterns.md
 * lists the queries they answer.
 *
 * One table: `pk` + `sk`, and the sparse indexes of table-design.ts, each with its own pair of attributes, so that an
 * item is in an index only if it has them.
 */

import { readTaskId } from '../../../schemas/dossier/task.ts';
import type { Scope } from '../../domain/lists/list-scopes.ts';
import type { Stage } from '../../domain/lists/stage.ts';
import { foldName } from '../../domain/search/fold.ts';
import { indexAttributes } from '../../kernel/table/index-attributes.ts';
import { type ItemKey, padded, sortable } from '../../kernel/table/item-key.ts';
import { type FOUND_INDEX, type LIST_INDEXES, PREFIX, type READS_INDEX } from './table-design.ts';

const dossier = (code: string) => `${PREFIX.dossier}${code}`;

/** The dossier a partition key belongs to. */
export function dossierOfKey(pk: string): string {
  return pk.slice(dossier('').length);
}

export const keys = {
  head: (code: string): ItemKey => ({ pk: dossier(code), sk: 'HEAD' }),
  /** The dossier's entry in the lists of a scope: a unit, the province, an owner, a portal. */
  listed: (code: string, scope: ListScope): ItemKey => ({ pk: dossier(code), sk: `LISTED#${scope}` }),
  /** An open task in the list of its holder: an officer, or a role until somebody takes it. */
  inHands: (unit: string, hands: Hands, dueAt: string, task: string): ItemKey => ({
    pk: handsPartition(unit, hands),
    sk: `${sortable(dueAt)}#${task}`,
  }),
  /** One share of a unit's count of open tasks; the shares add up to the count. */
  tally: (unit: string, shard: number): ItemKey => ({ pk: `TALLY#${unit}`, sk: padded(shard, 2) }),
  applicant: (code: string): ItemKey => ({ pk: dossier(code), sk: 'APPLICANT' }),
  machine: (code: string): ItemKey => ({ pk: dossier(code), sk: 'MACHINE' }),
  event: (code: string, seq: number): ItemKey => ({
    pk: dossier(code),
    sk: `${PREFIX.event}${padded(seq, 6)}`,
  }),
  eventPrefix: PREFIX.event,
  taskPrefix: 'TASK#',
  listedPrefix: 'LISTED#',
  task: (code: string, number: number): ItemKey => ({ pk: dossier(code), sk: `TASK#${padded(number, 5)}` }),
  dossierNumber: (agency: string, date: string): ItemKey => ({
    pk: `NUMBER#DOSSIER#${agency}#${date}`,
    sk: 'NUMBER',
  }),
  resultNumber: (agency: string, year: string): ItemKey => ({
    pk: `NUMBER#RESULT#${agency}#${year}`,
    sk: 'NUMBER',
  }),
  documentNumber: (agency: string, register: string, year: string): ItemKey => ({
    pk: `NUMBER#DOCUMENT#${agency}#${register}#${year}`,
    sk: 'NUMBER',
  }),
  result: (number: string): ItemKey => ({ pk: `RESULT#${number}`, sk: 'RESULT' }),
  /** A result in the vault of its owner. */
  vault: (owner: string, number: string): ItemKey => ({ pk: `VAULT#${owner}`, sk: number }),
  file: (id: string): ItemKey => ({ pk: `FILE#${id}`, sk: 'FILE' }),
  digitization: (file: string): ItemKey => ({ pk: `FILE#${file}`, sk: 'DIGITIZED' }),
  /** An export, and its places in the lists of its requester's exports and of all exports. */
  export: (id: string): ItemKey => ({ pk: `EXPORT#${id}`, sk: 'EXPORT' }),
  exportOf: (account: string, id: string): ItemKey => ({
    pk: `EXPORTS#${encodeURIComponent(account)}`,
    sk: id,
  }),
  exportOfAll: (id: string): ItemKey => ({ pk: 'EXPORTS', sk: id }),
  answered: (caller: string, key: string): ItemKey => ({
    pk: `ANSWERED#${encodeURIComponent(caller)}#${key}`,
    sk: 'ANSWERED',
  }),
  procedure: (code: string): ItemKey => ({ pk: `PROCEDURE#${code}`, sk: 'CURRENT' }),
  procedureVersion: (code: string, version: number): ItemKey => ({
    pk: `PROCEDURE#${code}`,
    sk: `VERSION#${padded(version, 6)}`,
  }),
  workflowVersion: (code: string, version: number): ItemKey => ({
    pk: `WORKFLOW#${code}`,
    sk: `VERSION#${padded(version, 6)}`,
  }),
  workflow: (code: string): ItemKey => ({ pk: `WORKFLOW#${code}`, sk: 'CURRENT' }),
  organization: (): ItemKey => ({ pk: 'ORGANISATION', sk: 'CURRENT' }),
  organisationVersion: (version: number): ItemKey => ({
    pk: 'ORGANISATION',
    sk: `VERSION#${padded(version, 6)}`,
  }),
  officer: (id: string): ItemKey => ({ pk: PREFIX.officers, sk: `OFFICER#${id}` }),
  officerPrefix: 'OFFICER#',
  authorizations: (unit: string): ItemKey => ({
    pk: `AUTHORIZATIONS#${unit}`,
    sk: 'AUTHORIZATIONS',
  }),
  archiveBatch: (unit: string, id: string): ItemKey => ({
    pk: `${PREFIX.archive}${unit}`,
    sk: `BATCH#${id}`,
  }),
  absences: (unit: string): ItemKey => ({ pk: `ABSENCES#${unit}`, sk: 'ABSENCES' }),
  /** A pad on which people sign, among those of its unit; and which one a pairing code is for. */
  pad: (unit: string, id: string): ItemKey => ({ pk: `${PREFIX.pads}${unit}`, sk: id }),
  padPrefix: 'pad_',
  pairing: (digest: string): ItemKey => ({ pk: `${PREFIX.pairing}${digest}`, sk: 'PAIRING' }),
  workCalendar: (): ItemKey => ({ pk: 'WORKCALENDAR', sk: 'CURRENT' }),
  workCalendarDraft: (): ItemKey => ({ pk: 'WORKCALENDAR', sk: 'DRAFT' }),
  workCalendarVersion: (version: number): ItemKey => ({
    pk: 'WORKCALENDAR',
    sk: `VERSION#${padded(version, 6)}`,
  }),
  keyring: (): ItemKey => ({ pk: PREFIX.keyring, sk: 'KEYRING' }),
  /** A read of a person's data: in that person's list, and once in the list of its day. */
  readOf: (owner: string, read: ReadPlace): ItemKey => ({ pk: `READS#${owner}`, sk: readPosition(read) }),
  readOn: (date: string, read: ReadPlace): ItemKey => ({
    pk: `READDAY#${date}#${shardOf(read.requestId, READ_SHARDS)}`,
    sk: readPosition(read),
  }),
  /** The mark that somebody read a dossier in one way on a day, if that is recorded once a day. */
  readMark: (code: string, date: string, reader: string, what: string): ItemKey => ({
    pk: `READMARK#${code}`,
    sk: `${date}#${reader}#${what}`,
  }),
} as const;

/** What orders reads in a list: time, request, and the first dossier the entry names. */
export interface ReadPlace {
  readonly at: string;
  readonly requestId: string;
  readonly first: string;
}

const readPosition = ({ at, requestId, first }: ReadPlace) => `${sortable(at)}#${requestId}#${first}`;

/** How many partitions the reads of a day are spread over: every read in the province goes there. */
const READ_SHARDS = 4;

/** Partitions of access records: of a person, by keyed digest; of a day, of everybody. */
export const readPartitions = {
  owner: (owner: string) => [`READS#${owner}`],
  day: (date: string) => Array.from({ length: READ_SHARDS }, (_, shard) => `READDAY#${date}#${shard}`),
} as const;

/** The procedures of the catalogue, by code. */
export const catalogueKey = {
  pk: 'CATALOGUE',
  of: (code: string) => ({ pk: 'CATALOGUE', sk: code }),
} as const;

/** A list scope: `UNIT#…`, `PROVINCE`, `OWNER#<keyed digest>`, `SUBMITTER#portal:…`. */
export type ListScope = `UNIT#${string}` | 'PROVINCE' | `OWNER#${string}` | `SUBMITTER#${string}`;

/** How a scope is written in keys. */
export function scopeKey(scope: Scope): ListScope {
  switch (scope.kind) {
    case 'unit':
      return `UNIT#${scope.unit}`;
    case 'province':
      return 'PROVINCE';
    case 'portal':
      return `SUBMITTER#${scope.submitter}`;
    case 'person':
      return `OWNER#${scope.key}`;
  }
}

/** The holder of a task: an officer by account, or nobody yet within a role. */
export type Hands = { readonly officer: string } | { readonly role: string };

/** The partition of a holder's open tasks. */
export function handsPartition(unit: string, hands: Hands): string {
  return `${PREFIX.work}${unit}#${'officer' in hands ? `@${hands.officer}` : hands.role}`;
}

/** The task and dossier of a holder's entry, by its key. */
export function taskAtHand({ sk }: ItemKey): { readonly task: string; readonly dossier: string } {
  const task = sk.slice(sk.indexOf('#') + 1);
  return { task, dossier: readTaskId(task)?.dossier ?? task };
}

export type ListIndex = (typeof LIST_INDEXES)[number];

/** An index read in order: of lists, of search entries, or of access records. */
export type OrderedIndex = ListIndex | typeof FOUND_INDEX | typeof READS_INDEX;

/** Attributes that put an item into a list index at an instant; the name after it makes the position unique. */
export function listPlace(index: ListIndex, partition: string, at: string, name: string) {
  const attributes = indexAttributes(index);
  return { [attributes.partition]: partition, [attributes.sort]: `${sortable(at)}#${name}` };
}

/** Partitions of the indexes of lists. */
export const listPartitions = {
  all: (scope: ListScope) => scope,
  state: (scope: ListScope, handling: string) => `${scope}#${handling}`,
  /** `open` until decided or ended, then `done`: keeps the few active dossiers apart from the many finished ones. */
  due: (scope: ListScope, stage: Stage) => `${scope}#${stage}`,
  procedure: (scope: ListScope, procedure: string, stage: Stage) => `${scope}#${procedure}#${stage}`,
  /** A field by its folded name; until November 2026 by its name as written (`asWritten`). */
  field: (scope: ListScope, field: string, stage: Stage) => `${scope}#${foldName(field)}#${stage}`,
  fieldAsWritten: (scope: ListScope, field: string, stage: Stage) => `${scope}#${field}#${stage}`,
  /** Rare values: a submission channel, a state of the fee. */
  rare: (scope: ListScope, value: string) => `${scope}#${value}`,
  /** Open tasks of a unit: all, and those of a procedure, a field, an alarm state, a rare channel. */
  work: (unit: string) => `${PREFIX.work}${unit}`,
  workWith: (unit: string, value: string) => `${PREFIX.work}${unit}#${value}`,
  workOfField: (unit: string, field: string) => `${PREFIX.work}${unit}#${foldName(field)}`,
} as const;

/** Attributes that put items into the other indexes. */
export const indexKeys = {
  wake: (code: string, at: string) => ({
    wakePk: `WAKE#${shardOf(code, WAKE_SHARDS)}`,
    wakeSk: `${sortable(at)}#${code}`,
  }),
  wakePartition: (shard: number) => `WAKE#${shard}`,
  reads: (reader: string, read: ReadPlace) => ({ readsPk: `READER#${reader}`, readsSk: readPosition(read) }),
  readsPartition: (reader: string) => `READER#${reader}`,
} as const;

/** How many partitions the list of machines to be woken is spread over. */
export const WAKE_SHARDS = 4;

/**
 * How many items a unit's count of open tasks is spread over, so that decisions on different dossiers rarely collide.
 */
export const TALLY_SHARDS = 8;

/** The shard of a dossier or another name; never changes. */
export function shardOf(text: string, shards: number): number {
  let sum = 0;
  for (let index = 0; index < text.length; index++) sum = (sum * 31 + text.charCodeAt(index)) % 65521;
  return sum % shards;
}
