import type { Language } from '../../../schemas/words.ts';

/** Longest header that is parsed: browsers send a dozen languages at most. */
const LONGEST = 1000;

/** A language range of the header: its primary tag, or `*` for any other. */
interface Range {
  readonly primary: string;
  readonly weight: number;
}

/** How much a language is preferred: its highest weight if named, otherwise that of `*`; and how early it is named. */
interface Wish {
  readonly weight: number;
  readonly place: number;
}

/**
 * The language of an answer by `Accept-Language` (RFC 9110 §12.5.4): the preferred one of the two supported, by
 * weight and then by order; Vietnamese if neither is named.
 */
export function languageOf(header: string | undefined): Language {
  const ranges = (header ?? '').slice(0, LONGEST).split(',').map(readRange);
  const vi = wishFor('vi', ranges);
  const en = wishFor('en', ranges);
  const first = en.weight === vi.weight && en.weight > 0 && en.place < vi.place;
  return en.weight > vi.weight || first ? 'en' : 'vi';
}

function readRange(text: string): Range {
  const [tag = '', ...parameters] = text.split(';').map(part => part.trim().toLowerCase());
  return { primary: tag.split('-')[0] ?? '', weight: weightOf(parameters) };
}

function wishFor(language: Language, ranges: readonly Range[]): Wish {
  const named = ranges.filter(({ primary }) => primary === language);
  const weight = Math.max(
    0,
    ...(named.length > 0 ? named : ranges.filter(({ primary }) => primary === '*')).map(one => one.weight),
  );
  const place = ranges.findIndex(one => one.primary === language && one.weight === weight);
  return { weight, place: place < 0 ? ranges.length : place };
}

/** `q=0.8`; 1 if absent, 0 (not acceptable) if unreadable. */
function weightOf(parameters: readonly string[]): number {
  const given = parameters.find(parameter => parameter.startsWith('q='));
  if (given === undefined) return 1;
  return /^q=(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(given) ? Number(given.slice(2)) : 0;
}
