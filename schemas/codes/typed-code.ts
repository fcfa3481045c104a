import * as z from 'zod';
import { faultAt, type Words } from '../words.ts';

/** A code as typed, split up: its letters and digits, and the positions of its separators. */
export interface TypedCode {
  readonly compact: string;
  readonly parted: ReadonlySet<number>;
}

/** How a typed code was read, or what is wrong with it. */
export type CodeRead = { readonly code: string } | { readonly wrong: Words };

/** Punctuation around a code copied from a sentence. */
const AROUND = /^[\s"'“”‘’«»()[\]<>,;:#]+|[\s"'“”‘’«»()[\]<>,;:.]+$/g;

/** The same code in capitals, with one kind of dash and dot, and nothing around it. It may already be valid. */
export function tidyCode(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/[·。]/g, '.')
    .toUpperCase()
    .replace(AROUND, '')
    .replace(/\s*([.-])\s*/g, '$1');
}

/**
 * Splits a tidied code; undefined if it contains characters no code has. Blanks, slashes and underscores separate
 * like dots and dashes.
 */
export function takeApart(tidied: string): TypedCode | undefined {
  const pieces = tidied.split(/[-.\s/_,]+/);
  const compact = pieces.join('');
  if (!/^[0-9A-Z]+$/.test(compact)) return undefined;
  let length = 0;
  const parted = new Set(
    pieces.map(piece => {
      length += piece.length;
      return length;
    }),
  );
  parted.delete(compact.length);
  parted.delete(0);
  return { compact, parted };
}

/**
 * Whether a code could be what was typed: the same letters and digits, with separators at least where they were
 * typed.
 */
export function fits(code: string, { compact, parted }: TypedCode): boolean {
  const apart = takeApart(code);
  return apart?.compact === compact && [...parted].every(place => apart.parted.has(place));
}

/** All ways to split digits into at most `most` groups of two or three, as in agency codes. */
export function groupsOf(digits: string, most = 5): string[][] {
  if (digits === '') return [[]];
  if (most === 0) return [];
  return [2, 3]
    .filter(length => length <= digits.length)
    .flatMap(length =>
      groupsOf(digits.slice(length), most - 1).map(rest => [digits.slice(0, length), ...rest]),
    );
}

/** The one code that matches, or why there is none: two matches are refused, naming what was left out. */
export function onlyOne(candidates: readonly string[], typed: TypedCode, wrong: Words): CodeRead {
  const fitting = candidates.filter(code => fits(code, typed));
  const [code, other] = fitting;
  if (code === undefined) return { wrong };
  if (other === undefined) return { code };
  return {
    wrong: {
      vi: `thiếu dấu chấm hoặc gạch nối nên chưa rõ là ${code} hay ${other}`,
      en: `without its dots and dashes it may be ${code} or ${other}`,
    },
  };
}

/** A parameter in which a person may have typed a code: accepted in lenient form, passed on in canonical form. */
export function typedCode(read: (text: string) => CodeRead) {
  const result = (text: string) => read(text);
  return z
    .string()
    .max(100)
    .overwrite(text => {
      const found = result(text);
      return 'code' in found ? found.code : text;
    })
    .superRefine((text, context) => {
      const found = result(text);
      if ('wrong' in found) context.addIssue(faultAt([], found.wrong));
    });
}
