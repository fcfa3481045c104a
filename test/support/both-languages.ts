import { expect } from 'vitest';
import type { Answered } from './api-caller.ts';

/** Letters that only Vietnamese has among the languages of the API. */
const VIETNAMESE = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/i;

/** Refusals whose sentence somebody wrote by hand, which is told as it was written. */
const BY_HAND: ReadonlySet<string> = new Set(['procedure-closed']);

interface Fault {
  readonly pointer: string;
  readonly message: string;
}

/** Fails unless a refusal asked for without a language is Vietnamese, and the same one in English says the same in English. */
export function expectBothLanguages(vietnamese: Answered, english: Answered): void {
  const what = `${vietnamese.status} ${JSON.stringify(vietnamese.body)} ${JSON.stringify(english.body)}`;
  expect([vietnamese.status, vietnamese.body.code], what).toEqual([english.status, english.body.code]);
  const languages = [vietnamese, english].map(({ headers }) => headers.get('content-language'));
  expect(languages, what).toEqual(['vi', 'en']);
  const { code, title, detail, errors = [] } = vietnamese.body;
  expect(title, what).toMatch(VIETNAMESE);
  expect(detail, what).toMatch(VIETNAMESE);
  expect(english.body.title, what).not.toMatch(VIETNAMESE);
  if (!BY_HAND.has(code)) expect(english.body.detail, what).not.toBe(detail);
  const others: readonly Fault[] = english.body.errors ?? [];
  expect(places(others), what).toEqual(places(errors));
  for (const [index, { message }] of (errors as Fault[]).entries()) {
    // Codes and names are the same in every language.
    if (message === others[index]?.message) expect(message, what).toMatch(/^[\w .,-]+$|: /);
    else expect(message, what).toMatch(VIETNAMESE);
  }
}

const places = (faults: readonly Fault[]) => faults.map(({ pointer }) => pointer).sort();
