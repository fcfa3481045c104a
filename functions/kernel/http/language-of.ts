import type { Language } from '../../../schemas/words.ts';

/** Longest header that is looked at: browsers send a dozen languages at the most. */
const LONGEST = 1000;

/**
 * The language of an answer by `Accept-Language` (RFC 9110 §12.5.4): of the two spoken here the one wanted most, by weight and then by order;
 * Vietnamese where neither is wanted.
 */
export function languageOf(header: string | undefined): Language {
  let best: { language: Language; weight: number } = { language: 'vi', weight: 0 };
  for (const range of (header ?? '').slice(0, LONGEST).split(',')) {
    const [tag = '', ...parameters] = range.split(';').map(part => part.trim().toLowerCase());
    const language = spoken(tag);
    const weight = weightOf(parameters);
    if (language && weight > best.weight) best = { language, weight };
  }
  return best.language;
}

function spoken(tag: string): Language | undefined {
  const primary = tag.split('-')[0];
  if (primary === 'en') return 'en';
  return primary === 'vi' || primary === '*' ? 'vi' : undefined;
}

/** `q=0.8`; 1 without one, 0 (not wanted) where it cannot be read. */
function weightOf(parameters: readonly string[]): number {
  const given = parameters.find(parameter => parameter.startsWith('q='));
  if (given === undefined) return 1;
  return /^q=(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(given) ? Number(given.slice(2)) : 0;
}
