import { pointer } from '../../schemas/json-pointer.ts';
import { canonicalJson } from './canonical-json.ts';

/** One difference between two versions: its place (JSON pointer), and both values; undefined if a side has none. */
export interface Change {
  readonly pointer: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** The differences between two JSON values: the deepest differing places in document order; empty if there are none. */
export function differences(before: unknown, after: unknown): Change[] {
  return [...differencesAt([], before, after)];
}

function* differencesAt(path: readonly string[], before: unknown, after: unknown): Generator<Change> {
  if (canonicalJson(before) === canonicalJson(after)) return;
  if (!isBranch(before) || !isBranch(after) || Array.isArray(before) !== Array.isArray(after)) {
    yield { pointer: pointer(path), before, after };
    return;
  }
  const members = new Map(Object.entries(before));
  const later = new Map(Object.entries(after));
  for (const key of new Set([...members.keys(), ...later.keys()])) {
    yield* differencesAt([...path, key], members.get(key), later.get(key));
  }
}

function isBranch(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
