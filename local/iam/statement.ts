import * as z from 'zod';

const oneOrMore = z.union([z.string().transform(one => [one]), z.array(z.string())]);

/** A statement of a policy that a role carries, its intrinsics resolved. */
export const statementSchema = z.strictObject({
  Sid: z.string().optional(),
  Effect: z.enum(['Allow', 'Deny']),
  Action: oneOrMore,
  Resource: oneOrMore,
  Condition: z.record(z.string(), z.record(z.string(), oneOrMore)).default({}),
});

export type Statement = z.infer<typeof statementSchema>;

/** One thing that a request asks to be allowed. A request may ask several. */
export interface Asked {
  /** As policies name it, `dynamodb:GetItem`. */
  readonly action: string;
  /** Its ARN; left out where the request does not say whose it is. */
  readonly resource?: string | undefined;
  /** Condition keys in lower case, with all their values: `dynamodb:leadingkeys`. */
  readonly context?: Readonly<Record<string, readonly string[]>>;
}

/** Whether the statements of a role allow what is asked: some statement does, and none denies it. */
export function allows(statements: readonly Statement[], asked: Asked): boolean {
  const fitting = statements.filter(statement => fits(statement, asked));
  return fitting.length > 0 && fitting.every(({ Effect }) => Effect === 'Allow');
}

function fits(
  { Action, Resource, Condition }: Statement,
  { action, resource, context = {} }: Asked,
): boolean {
  return (
    Action.some(pattern => like(pattern.toLowerCase(), action.toLowerCase())) &&
    (resource === undefined || Resource.some(pattern => like(pattern, resource))) &&
    Object.entries(Condition).every(([operator, keys]) =>
      Object.entries(keys).every(([key, wanted]) =>
        holds(operator, wanted, context[key.toLowerCase()] ?? []),
      ),
    )
  );
}

type Compare = (pattern: string, value: string) => boolean;

const COMPARISONS: Readonly<Record<string, Compare>> = {
  StringEquals: (pattern, value) => pattern === value,
  StringLike: like,
  ArnLike: like,
  ArnEquals: like,
};

/**
 * As IAM: `ForAllValues` holds of no value at all, `ForAnyValue` does not. Throws a TypeError
 * for an operator not known here.
 */
function holds(operator: string, wanted: readonly string[], values: readonly string[]): boolean {
  const [set, whole = ''] = operator.includes(':') ? operator.split(':') : [undefined, operator];
  const name = whole.replace(/IfExists$/, '');
  if (name !== whole && values.length === 0) return true;
  const compare = COMPARISONS[name];
  if (!compare || !(set === undefined || set === 'ForAllValues' || set === 'ForAnyValue'))
    throw new TypeError(`the embedded host does not know the condition operator ${operator}`);
  const some = (value: string) => wanted.some(pattern => compare(pattern, value));
  return set === 'ForAllValues' ? values.every(some) : values.some(some);
}

/** Patterns of policies: `*` is any text, `?` one character. */
function like(pattern: string, value: string): boolean {
  if (!/[*?]/.test(pattern)) return pattern === value;
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(value);
}
