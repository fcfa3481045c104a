import * as z from 'zod';
import { HostError } from '../host/host-error.ts';

/** Whether an event is one that a rule waits for. */
export type Matcher = (event: unknown) => boolean;

const Comparison = z.array(z.union([z.string(), z.number()]));
const Condition = z.strictObject({
  prefix: z.union([z.string(), z.strictObject({ 'equals-ignore-case': z.string() })]).optional(),
  suffix: z.union([z.string(), z.strictObject({ 'equals-ignore-case': z.string() })]).optional(),
  'equals-ignore-case': z.string().optional(),
  'anything-but': z
    .union([
      z.string(),
      z.number(),
      z.array(z.union([z.string(), z.number()])),
      z.strictObject({ prefix: z.string() }),
      z.strictObject({ suffix: z.string() }),
    ])
    .optional(),
  exists: z.boolean().optional(),
  numeric: Comparison.optional(),
});

type Leaf = (present: boolean, value: unknown) => boolean;
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads an event pattern of EventBridge. Throws a HostError that names an operator the host does not support. */
export function readPattern(pattern: unknown, where: string): Matcher {
  if (!isRecord(pattern)) throw new HostError(`The event pattern of ${where} is not an object.`);
  const fields = Object.entries(pattern).map(([name, part]) => {
    if (name.startsWith('$'))
      throw new HostError(
        `The event pattern of ${where} uses ${name}, which the embedded host does not support.`,
      );
    if (!Array.isArray(part)) {
      const inner = readPattern(part, where);
      return (event: unknown) => isRecord(event) && values(event[name]).some(inner);
    }
    const leaves = part.map(condition => readLeaf(condition, where));
    return (event: unknown) => {
      const present = isRecord(event) && Object.hasOwn(event, name);
      const found = present ? values(event[name]) : [undefined];
      return leaves.some(leaf => found.some(value => leaf(present, value)));
    };
  });
  return event => fields.every(matches => matches(event));
}

/** A list in an event matches when one of its items does. */
const values = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? (value.length === 0 ? [undefined] : value) : [value];

function readLeaf(condition: unknown, where: string): Leaf {
  if (!isRecord(condition)) return (present, value) => present && value === condition;
  const parsed = Condition.safeParse(condition);
  if (!parsed.success || Object.keys(condition).length !== 1) {
    throw new HostError(
      `The event pattern of ${where} holds ${JSON.stringify(condition)}, which the embedded host does not support.`,
    );
  }
  const { prefix, suffix, 'equals-ignore-case': folded, 'anything-but': but, exists, numeric } = parsed.data;
  if (exists !== undefined) return (present, value) => (present && !isRecord(value)) === exists;
  if (prefix !== undefined) return text(prefix, (value, wanted) => value.startsWith(wanted));
  if (suffix !== undefined) return text(suffix, (value, wanted) => value.endsWith(wanted));
  if (folded !== undefined)
    return text({ 'equals-ignore-case': folded }, (value, wanted) => value === wanted);
  if (numeric !== undefined) return compare(numeric, where);
  return (present, value) => present && !named(but, value);
}

function text(
  wanted: string | { 'equals-ignore-case': string },
  holds: (value: string, wanted: string) => boolean,
): Leaf {
  if (typeof wanted === 'string') return (_, value) => typeof value === 'string' && holds(value, wanted);
  const lower = wanted['equals-ignore-case'].toLowerCase();
  return (_, value) => typeof value === 'string' && holds(value.toLowerCase(), lower);
}

function named(but: z.infer<typeof Condition>['anything-but'], value: unknown): boolean {
  if (Array.isArray(but)) return but.some(item => item === value);
  if (!isRecord(but)) return but === value;
  if (typeof value !== 'string') return false;
  return 'prefix' in but ? value.startsWith(String(but['prefix'])) : value.endsWith(String(but['suffix']));
}

const COMPARE: Readonly<Record<string, (value: number, limit: number) => boolean>> = {
  '=': (value, limit) => value === limit,
  '<': (value, limit) => value < limit,
  '<=': (value, limit) => value <= limit,
  '>': (value, limit) => value > limit,
  '>=': (value, limit) => value >= limit,
};

function compare(parts: readonly (string | number)[], where: string): Leaf {
  const tests: ((value: number) => boolean)[] = [];
  for (let index = 0; index < parts.length; index += 2) {
    const [operator, limit] = [COMPARE[String(parts[index])], parts[index + 1]];
    if (!operator || typeof limit !== 'number')
      throw new HostError(
        `The event pattern of ${where} compares numbers by ${JSON.stringify(parts)}, which AWS does not know.`,
      );
    tests.push(value => operator(value, limit));
  }
  return (_, value) => typeof value === 'number' && tests.every(test => test(value));
}
