import { createHash } from 'node:crypto';
import { digestOf } from '../canonical-json.ts';

/**
 * What is hashed into the trees: lines of plain text, in order, so that a stranger can read a list
 * of leaves and rebuild its tree.
 */

/** How far a ledger had grown by the end of a day: `ledger CODE SEQ HASH`. */
export interface LedgerLeaf {
  readonly code: string;
  readonly seq: number;
  readonly hash: string;
}

export const ledgerLeaf = ({ code, seq, hash }: LedgerLeaf): string => `ledger ${code} ${seq} ${hash}`;

/** Whether a leaf is of this dossier's ledger, without reading all of the line. */
export const isLedgerLeafOf = (code: string, line: string): boolean => line.startsWith(`ledger ${code} `);

export function readLedgerLeaf(line: string): LedgerLeaf | undefined {
  const [, code, seq, hash] = /^ledger (\S+) (\d+) ([0-9a-f]{64})$/.exec(line) ?? [];
  return code === undefined || hash === undefined ? undefined : { code, seq: Number(seq), hash };
}

/** An entry of the register of results: `result NUMBER DIGEST`, the digest of the entry as stored. */
export const resultLeaf = (number: string, entry: unknown): string => `result ${number} ${digestOf(entry)}`;

export function readResultLeaf(line: string): { number: string; digest: string } | undefined {
  const [, number, digest] = /^result (\S+) ([0-9a-f]{64})$/.exec(line) ?? [];
  return number === undefined || digest === undefined ? undefined : { number, digest };
}

/** An access record as stored: its place in the day's list, and itself. */
export interface PlacedRead {
  readonly position: string;
  readonly read: unknown;
}

/** Where access records of a day are: the hour (UTC, as in their keys), and the part of the day's list. */
export interface ReadsPlace {
  readonly hour: string;
  readonly part: number;
}

/**
 * All access records of an hour in a part of the day's list: `reads HOUR PART COUNT DIGEST`. At most 96 leaves a day,
 * however many records there are. Coarse on purpose: a finding names the hour and the part, not the single record.
 */
export function readsLeaf({ hour, part }: ReadsPlace, reads: readonly PlacedRead[]): string {
  const digest = createHash('sha256');
  for (const { position, read } of reads) digest.update(`${position} ${digestOf(read)}\n`);
  return `reads ${hour} ${part} ${reads.length} ${digest.digest('hex')}`;
}

/** The leaves of a part of a day's access records, given in order. */
export function readsLeaves(part: number, reads: readonly PlacedRead[]): string[] {
  const hours = Map.groupBy(reads, ({ position }) => position.slice(0, 13));
  return [...hours].map(([hour, some]) => readsLeaf({ hour, part }, some));
}

export function readReadsLeaf(line: string): (ReadsPlace & { readonly count: number }) | undefined {
  const [, hour, part, count] = /^reads (\S+) (\d+) (\d+) [0-9a-f]{64}$/.exec(line) ?? [];
  return hour === undefined ? undefined : { hour, part: Number(part), count: Number(count) };
}

/** Leaves in the order in which they stand in a tree. */
export const inOrder = (leaves: readonly string[]): string[] => [...leaves].sort();

/** A list of leaves as stored, a line each. */
export const leavesText = (leaves: readonly string[]): string => leaves.map(leaf => `${leaf}\n`).join('');
export const readLeaves = (text: string): string[] => text.split('\n').slice(0, -1);
