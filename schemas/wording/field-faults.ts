import * as z from 'zod';
import { pointer } from '../json-pointer.ts';
import { asWritten, type Words, wordsOf } from '../words.ts';
import { issueWords } from './issue-words.ts';

/** A field that was wrong: where (JSON pointer) and why. */
export interface FieldFault {
  readonly pointer: string;
  readonly message: Words;
}

/** The fault of a missing field. */
export const MISSING: Words = { vi: 'cần điền mục này', en: 'is missing' };
const UNKNOWN: Words = { vi: 'không có mục này', en: 'unknown field' };

/** A value as read by its schema, or everything that is wrong with it, in both languages. */
export type Reading<T> = { readonly data: T } | { readonly faults: FieldFault[]; readonly error: z.ZodError };

/** Reads a value by a schema. Faults without words of their own are worded here. */
export function readBy<S extends z.ZodType>(schema: S, value: unknown): Reading<z.output<S>> {
  // Zod keeps one message per issue, the English one; the Vietnamese one is remembered for this reading.
  const worded = new Map<string, Words>();
  const keep = (words: Words) => {
    worded.set(words.en, words);
    return words.en;
  };
  const parsed = schema.safeParse(value, {
    error: issue => keep(issue.input === undefined ? MISSING : issueWords(issue)),
  });
  if (parsed.success) return { data: parsed.data };
  const faults = parsed.error.issues.flatMap((issue): FieldFault[] => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map(key => ({ pointer: pointer([...issue.path, key]), message: UNKNOWN }));
    const message = wordsOfIssue(issue) ?? worded.get(issue.message) ?? asWritten(issue.message);
    return [{ pointer: pointer(issue.path), message }];
  });
  return { faults, error: parsed.error };
}

const carried = z.object({ words: z.object({ vi: z.string(), en: z.string() }) });

/** The words of a rule of our own: kept by `says`, or carried with the issue by `faultAt`. */
function wordsOfIssue(issue: z.core.$ZodIssue): Words | undefined {
  if (issue.code === 'custom') {
    const own = carried.safeParse(issue.params);
    if (own.success) return own.data.words;
  }
  return wordsOf(issue.message);
}
