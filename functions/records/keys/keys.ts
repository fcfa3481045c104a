/**
 * Every key of the table but those of search (found-keys.ts), built here and nowhere else. docs/access-patterns.md lists the questions they
 * answer.
 *
 * One table: `pk` + `sk`, and the sparse indexes of table-design.ts, each with its own pair of attributes, so that an item is in an index
 * only when it has them.
 */

import { readTaskId } from '../../../schemas/dossier/task.ts';
import type { Scope } from '../../domain/lists/list-scopes.ts';
import type { Stage } from '../../domain/lists/stage.ts';
import { foldName } from '../../domain/search/fold.ts';
import { indexAttributes } from '../../kernel/table/index-attributes.ts';
import { type ItemKey, padded, sortable } from '../../kernel/table/item-key.ts';
import { type FOUND_INDEX, type LIST_INDEXES, PREFIX, type READS_INDEX } from './table-design.ts';

const dossier = (code: string) => `DOSSIER#${code}`;

/** The dossier whose items have a partition key. */
export function dossierOfKey(pk: string): string {
  return pk.slice(dossier('').length);
}

export const keys = {
  head: (code: string): ItemKey => ({ pk: dossier(code), sk: 'HEAD' }),
  /** The dossier's entry in the lists of a scope: a unit, the province, an owner, a portal. */
  listed: (code: string, scope: ListScope): ItemKey => ({ pk: dossier(code), sk: `LISTED#${scope}` }),
  /** An open task in the hands it is in: of an officer, or of a role until somebody takes it. */
  inHands: (unit: string, hands: Hands, dueAt: string, task: string): ItemKey => ({
    pk: handsPartition(unit, hands),
    sk: `${sortable(dueAt)}#${task}`,
  }),
  /** One of the counts of a unit's open tasks, which together are the count. */
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
  result: (number: string): ItemKey => ({ pk: `RESULT#${number}`, sk: 'RESULT' }),
  file: (id: string): ItemKey => ({ pk: `FILE#${id}`, sk: 'FILE' }),
  /** An export, and its places in the lists of its asker's exports and of everybody's. */
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
  officer: (id: string): ItemKey => ({ pk: 'OFFICER', sk: `OFFICER#${id}` }),
  officerPrefix: 'OFFICER#',
  workCalendar: (): ItemKey => ({ pk: 'WORKCALENDAR', sk: 'CURRENT' }),
  workCalendarDraft: (): ItemKey => ({ pk: 'WORKCALENDAR', sk: 'DRAFT' }),
  workCalendarVersion: (version: number): ItemKey => ({
    pk: 'WORKCALENDAR',
    sk: `VERSION#${padded(version, 6)}`,
  }),
  keyring: (): ItemKey => ({ pk: 'KEYRING', sk: 'KEYRING' }),
  /** A read of a person's data: in the list of that person, and once, whoever it was of, in the list of its day. */
  readOf: (owner: string, read: ReadPlace): ItemKey => ({ pk: `READS#${owner}`, sk: readPosition(read) }),
  readOn: (date: string, read: ReadPlace): ItemKey => ({
    pk: `READDAY#${date}#${shardOf(read.requestId, READ_SHARDS)}`,
    sk: readPosition(read),
  }),
  /** That a dossier was read by somebody in one way on a day, where that is recorded once. */
  readMark: (code: string, date: string, reader: string, what: string): ItemKey => ({
    pk: `READMARK#${code}`,
    sk: `${date}#${reader}#${what}`,
  }),
} as const;

/** What places a read in a list: when, by which request, and the first dossier of those that its entry names. */
export interface ReadPlace {
  readonly at: string;
  readonly requestId: string;
  readonly first: string;
}

const readPosition = ({ at, requestId, first }: ReadPlace) => `${sortable(at)}#${requestId}#${first}`;

/** How many partitions the reads of a day are spread over: every read of the province passes through them. */
const READ_SHARDS = 4;

/** Partitions of the record of reads: of a person, by keyed digest; of a day, all of them together. */
export const readPartitions = {
  owner: (owner: string) => [`READS#${owner}`],
  day: (date: string) => Array.from({ length: READ_SHARDS }, (_, shard) => `READDAY#${date}#${shard}`),
} as const;

/** The procedures of the catalogue, by code. */
export const catalogueKey = {
  pk: 'CATALOGUE',
  of: (code: string) => ({ pk: 'CATALOGUE', sk: code }),
} as const;

/** Whose list: `UNIT#…`, `PROVINCE`, `OWNER#<keyed digest>`, `SUBMITTER#portal:…`. */
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

/** Who has a task: an officer by account, or nobody yet of a role. */
export type Hands = { readonly officer: string } | { readonly role: string };

/** The partition of the open tasks in somebody's hands. */
export function handsPartition(unit: string, hands: Hands): string {
  return `${PREFIX.work}${unit}#${'officer' in hands ? `@${hands.officer}` : hands.role}`;
}

/** The task whose entry in somebody's hands has a key, and its dossier. */
export function taskAtHand({ sk }: ItemKey): { readonly task: string; readonly dossier: string } {
  const task = sk.slice(sk.indexOf('#') + 1);
  return { task, dossier: readTaskId(task)?.dossier ?? task };
}

export type ListIndex = (typeof LIST_INDEXES)[number];

/** An index that is read in its order: of lists, of what searches find, or of the record of reads. */
export type OrderedIndex = ListIndex | typeof FOUND_INDEX | typeof READS_INDEX;

/** Attributes that put an item into an index of lists, at an instant; the name behind it makes the place unique. */
export function listPlace(index: ListIndex, partition: string, at: string, name: string) {
  const attributes = indexAttributes(index);
  return { [attributes.partition]: partition, [attributes.sort]: `${sortable(at)}#${name}` };
}

/** Partitions of the indexes of lists. */
export const listPartitions = {
  all: (scope: ListScope) => scope,
  state: (scope: ListScope, handling: string) => `${scope}#${handling}`,
  /** `open` until decided or ended, then `done`: the few that somebody works on are apart from the many. */
  due: (scope: ListScope, stage: Stage) => `${scope}#${stage}`,
  procedure: (scope: ListScope, procedure: string, stage: Stage) => `${scope}#${procedure}#${stage}`,
  /** A field by its folded name; until November 2026 by its name as written (`asWritten`). */
  field: (scope: ListScope, field: string, stage: Stage) => `${scope}#${foldName(field)}#${stage}`,
  fieldAsWritten: (scope: ListScope, field: string, stage: Stage) => `${scope}#${field}#${stage}`,
  /** What few dossiers have: a way of submission, a state of the fee. */
  rare: (scope: ListScope, value: string) => `${scope}#${value}`,
  /** Open tasks of a unit: all, and those of a procedure, a field, an alarm state, a rare way of submission. */
  work: (unit: string) => `${PREFIX.work}${unit}`,
  workWith: (unit: string, value: string) => `${PREFIX.work}${unit}#${value}`,
  workOfField: (unit: string, field: string) => `${PREFIX.work}${unit}#${foldName(field)}`,
} as const;

/** Attributes that put items into the indexes that are not of lists. */
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

/** How many items a unit's count of open tasks is spread over, so that decisions on different dossiers rarely meet. */
export const TALLY_SHARDS = 8;

/** The shard of a dossier or another name, the same for ever. */
export function shardOf(text: string, shards: number): number {
  let sum = 0;
  for (let index = 0; index < text.length; index++) sum = (sum * 31 + text.charCodeAt(index)) % 65521;
  return sum % shards;
}
