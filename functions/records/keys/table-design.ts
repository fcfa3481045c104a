/**
 * What the functions and the deployment of the table have to agree on. docs/access-patterns.md says which queries
 * each index answers.
 */

export { indexAttributes } from '../../kernel/table/index-attributes.ts';

/** Attributes of the table's primary key. */
export const PRIMARY_KEY = { partition: 'pk', sort: 'sk' } as const;

/** The attribute with the epoch second after which the table drops an item. */
export const TIME_TO_LIVE = 'expiresAt';

/** Lets the table drop an item after an instant in milliseconds. */
export function droppedAfter(instant: number): { readonly [TIME_TO_LIVE]: number } {
  return { [TIME_TO_LIVE]: Math.floor(instant / 1000) };
}

/** The indexes that order list entries. They project the displayed rows, so that a page is one read. */
export const LIST_INDEXES = [
  'submission',
  'state',
  'open',
  'due',
  'procedure',
  'field',
  'channel',
  'money',
] as const;

/** Search entries of the province. */
export const FOUND_INDEX = 'found';
/** Machines not yet told of a decision, and retries due at outside parties. */
export const WAKE_INDEX = 'wake';
/** Reads of personal data, by reader. */
export const READS_INDEX = 'reads';

/**
 * Every index and what it projects besides its keys. A deployment adds one at a time: CloudFormation cannot add two.
 */
export const INDEXES: readonly { readonly name: string; readonly carries: readonly string[] }[] = [
  ...LIST_INDEXES.map(name => ({ name, carries: ['row'] })),
  { name: FOUND_INDEX, carries: ['spelled', 'words'] },
  { name: WAKE_INDEX, carries: [] },
  { name: READS_INDEX, carries: ['read'] },
];

/**
 * Partitions of the record of who read a person's data: of the person, of the day, and marks of
 * what is recorded once a day.
 */
export const AUDIT_PREFIXES = ['READS#', 'READDAY#', 'READMARK#'] as const;

/** Key prefixes to which rights or the table's stream are limited. */
export const PREFIX = {
  /** Partitions of work lists. */
  work: 'WORK#',
  /** Partitions of search entries. */
  found: 'FOUND#',
  /** What waits for outside parties; running replays. */
  waiting: 'WAITING#',
  replays: 'REPLAYS',
  /** The one partition of officers' accounts. */
  officers: 'OFFICER',
  /** The one partition of the deployment's secrets. */
  keyring: 'KEYRING',
  /** Partitions of a dossier: its head, ledger, people and tasks. */
  dossier: 'DOSSIER#',
  /** Partitions of what a repeated request is answered. */
  answered: 'ANSWERED#',
  /**
   * Partitions of files; of exports, and of the lists of exports; of procedures and
   * workflows; of the work calendar.
   */
  file: 'FILE#',
  export: 'EXPORT#',
  exports: 'EXPORTS',
  procedure: 'PROCEDURE#',
  workflow: 'WORKFLOW#',
  catalogue: 'CATALOGUE',
  workCalendar: 'WORKCALENDAR',
  /** Partitions of what was used of quotas. */
  quota: 'QUOTA#',
  /** The one partition of the progress of audits; partitions of findings. */
  anchor: 'ANCHOR',
  findings: 'FINDINGS#',
  /** Partitions of transfers of money, payments, requests for payment, drawers and statements. */
  money: 'MONEY#',
  /** Partitions of transfer slips to the tax office, and of what it tells. */
  landTax: 'LANDTAX#',
  /** Partitions of the archives of units. */
  archive: 'ARCHIVE#',
  /** The one partition of changes that wait for a second administrator. */
  proposed: 'PROPOSED',
  /** Partitions of the pads of a unit, and of pairing codes. */
  pads: 'PADS#',
  pairing: 'PAIRING#',
  /** Sort keys of a ledger's events. */
  event: 'EVENT#',
} as const;
