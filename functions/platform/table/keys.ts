/**
 * Every key of the table, built here and nowhere else. docs/access-patterns.md lists the questions they answer.
 *
 * One table: `pk` + `sk`, and five sparse indexes, each with its own pair of attributes, so that an item is in an index only
 * when it has them: `work` (open tasks of a unit), `unit` (dossiers of a unit), `owner` (dossiers of a person or organisation),
 * `submitter` (dossiers a portal submitted), `wake` (machines that were not yet told of a decision).
 */

/** Primary key of an item. */
export interface ItemKey {
  readonly pk: string;
  readonly sk: string;
}

/** Width that keeps numbers in order as text. */
const padded = (number: number, width: number) => String(number).padStart(width, '0');

const dossier = (code: string) => `DOSSIER#${code}`;

/** The dossier whose items have a partition key. */
export function dossierOfKey(pk: string): string {
  return pk.slice(dossier('').length);
}

export const keys = {
  head: (code: string): ItemKey => ({ pk: dossier(code), sk: 'HEAD' }),
  /** Copies of the head that are in the list of another unit, or of another person, than the head itself. */
  received: (code: string): ItemKey => ({ pk: dossier(code), sk: 'HEAD#RECEIVED' }),
  filed: (code: string): ItemKey => ({ pk: dossier(code), sk: 'HEAD#FILED' }),
  applicant: (code: string): ItemKey => ({ pk: dossier(code), sk: 'APPLICANT' }),
  machine: (code: string): ItemKey => ({ pk: dossier(code), sk: 'MACHINE' }),
  event: (code: string, seq: number): ItemKey => ({ pk: dossier(code), sk: `EVENT#${padded(seq, 6)}` }),
  eventPrefix: 'EVENT#',
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
  organisation: (): ItemKey => ({ pk: 'ORGANISATION', sk: 'CURRENT' }),
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
} as const;

/** The procedures of the catalogue, by code. */
export const catalogueKey = {
  pk: 'CATALOGUE',
  of: (code: string) => ({ pk: 'CATALOGUE', sk: code }),
} as const;

/** Attributes that put an item into an index. */
export const indexKeys = {
  work: (unit: string, dueAt: string, task: string) => ({
    workPk: `WORK#${unit}`,
    workSk: `${sortable(dueAt)}#${task}`,
  }),
  workPartition: (unit: string) => `WORK#${unit}`,
  unit: (unit: string, submittedAt: string, code: string) => ({
    unitPk: `UNIT#${unit}`,
    unitSk: `${sortable(submittedAt)}#${code}`,
  }),
  unitPartition: (unit: string) => `UNIT#${unit}`,
  owner: (owner: string, submittedAt: string, code: string) => ({
    ownerPk: `OWNER#${owner}`,
    ownerSk: `${sortable(submittedAt)}#${code}`,
  }),
  ownerPartition: (owner: string) => `OWNER#${owner}`,
  submitter: (submitter: string, submittedAt: string, code: string) => ({
    submitterPk: `SUBMITTER#${submitter}`,
    submitterSk: `${sortable(submittedAt)}#${code}`,
  }),
  submitterPartition: (submitter: string) => `SUBMITTER#${submitter}`,
  wake: (code: string, at: string) => ({
    wakePk: `WAKE#${shardOf(code)}`,
    wakeSk: `${sortable(at)}#${code}`,
  }),
  wakePartition: (shard: number) => `WAKE#${shard}`,
} as const;

/** How many partitions the list of machines to be woken is spread over. */
export const WAKE_SHARDS = 4;

function shardOf(code: string): number {
  let sum = 0;
  for (let index = 0; index < code.length; index++) sum = (sum * 31 + code.charCodeAt(index)) % 65521;
  return sum % WAKE_SHARDS;
}

/** An instant as text whose order is the order in time, whatever offset it was written with. */
export function sortable(instant: string): string {
  return new Date(instant).toISOString();
}
