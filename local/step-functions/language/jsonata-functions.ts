import { createHash, randomUUID } from 'node:crypto';
import type jsonata from 'jsonata';

const HASHES = new Map([
  ['MD5', 'md5'],
  ['SHA-1', 'sha1'],
  ['SHA-256', 'sha256'],
  ['SHA-384', 'sha384'],
  ['SHA-512', 'sha512'],
]);

const LONGEST_RANGE = 1_000_000;

/** A uniform number in [0, 1) that depends on the seed alone (mulberry32). */
function seeded(seed: number): number {
  let t = (Math.trunc(seed) + 0x6d2b79f5) | 0;
  t = Math.imul(t ^ (t >>> 15), t | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
}

function partition(items: unknown[] | undefined, size: number): unknown[][] | undefined {
  if (items === undefined) return undefined;
  if (!(size >= 1)) throw new Error(`$partition needs a chunk size of at least 1, not ${size}`);
  const step = Math.trunc(size);
  return Array.from({ length: Math.ceil(items.length / step) }, (_, i) =>
    items.slice(i * step, (i + 1) * step),
  );
}

function range(first: number, last: number, step: number): number[] {
  if (step === 0) throw new Error('$range needs a step other than 0');
  const length = Math.max(0, Math.floor((last - first) / step) + 1);
  if (length > LONGEST_RANGE)
    throw new Error(`$range may hold at most ${LONGEST_RANGE} numbers, not ${length}`);
  return Array.from({ length }, (_, i) => first + i * step);
}

function hash(text: string | undefined, algorithm = 'SHA-256'): string | undefined {
  if (text === undefined) return undefined;
  const name = HASHES.get(algorithm);
  if (!name) throw new Error(`$hash knows ${[...HASHES.keys()].join(', ')}, not ${algorithm}`);
  return createHash(name).update(text, 'utf8').digest('hex');
}

/**
 * Teaches one expression the functions that Step Functions adds to JSONata ($partition, $range, $hash, $random,
 * $uuid, $parse) and takes $eval away, which the service does not offer.
 */
export function addStatesFunctions(expression: jsonata.Expression, random: () => number): void {
  expression.registerFunction('partition', partition, '<an:a>');
  expression.registerFunction('range', range, '<nnn:a>');
  expression.registerFunction('hash', hash, '<ss?:s>');
  expression.registerFunction(
    'random',
    (seed?: number) => (seed === undefined ? random() : seeded(seed)),
    '<n?:n>',
  );
  expression.registerFunction('uuid', () => randomUUID(), '<:s>');
  expression.registerFunction(
    'parse',
    (text?: string) => (text === undefined ? undefined : JSON.parse(text)),
    '<s:x>',
  );
  expression.assign('eval', undefined);
}
