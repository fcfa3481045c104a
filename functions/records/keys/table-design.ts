/** What the functions and the deployment of the table have to agree on. docs/access-patterns.md says what each index answers. */

export { indexAttributes } from '../../kernel/table/index-attributes.ts';

/** Attributes of the table's primary key. */
export const PRIMARY_KEY = { partition: 'pk', sort: 'sk' } as const;

/** The attribute with the second (of the epoch) after which the table drops an item. */
export const TIME_TO_LIVE = 'expiresAt';

/** What lets the table drop an item after an instant in milliseconds. */
export function droppedAfter(instant: number): { readonly [TIME_TO_LIVE]: number } {
  return { [TIME_TO_LIVE]: Math.floor(instant / 1000) };
}

/** The indexes that order list entries. They carry the rows that lists show, so that a page is one read. */
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

/** What searches find in the province. */
export const FOUND_INDEX = 'found';
/** Machines that were not told of a decision yet, and what is to be tried again at an outside party. */
export const WAKE_INDEX = 'wake';
/** Reads of personal data, by reader. */
export const READS_INDEX = 'reads';

/** Every index, and what it carries beside its keys. A deployment adds one at a time: CloudFormation adds no two. */
export const INDEXES: readonly { readonly name: string; readonly carries: readonly string[] }[] = [
  ...LIST_INDEXES.map(name => ({ name, carries: ['row'] })),
  { name: FOUND_INDEX, carries: ['spelled', 'words'] },
  { name: WAKE_INDEX, carries: [] },
  { name: READS_INDEX, carries: ['read'] },
];

/** How keys begin that rights or the table's stream are limited to. */
export const PREFIX = {
  /** Partitions of work lists. */
  work: 'WORK#',
  /** Partitions of what searches find. */
  found: 'FOUND#',
  /** What waits for outside parties; replays under way. */
  waiting: 'WAITING#',
  replays: 'REPLAYS',
  /** Sort keys of a ledger's events. */
  event: 'EVENT#',
} as const;
