/** Unicode names of the characters refused most often: they are invisible, so people must be told which they are. */
const NAMES: Readonly<Record<number, string>> = {
  0: 'NULL',
  7: 'BELL',
  8: 'BACKSPACE',
  9: 'TAB',
  10: 'LINE FEED',
  11: 'LINE TABULATION',
  12: 'FORM FEED',
  13: 'CARRIAGE RETURN',
  27: 'ESCAPE',
  127: 'DELETE',
  133: 'NEXT LINE',
  173: 'SOFT HYPHEN',
  847: 'COMBINING GRAPHEME JOINER',
  1564: 'ARABIC LETTER MARK',
  4447: 'HANGUL CHOSEONG FILLER',
  4448: 'HANGUL JUNGSEONG FILLER',
  6068: 'KHMER VOWEL INHERENT AQ',
  6069: 'KHMER VOWEL INHERENT AA',
  6158: 'MONGOLIAN VOWEL SEPARATOR',
  8203: 'ZERO WIDTH SPACE',
  8204: 'ZERO WIDTH NON-JOINER',
  8205: 'ZERO WIDTH JOINER',
  8206: 'LEFT-TO-RIGHT MARK',
  8207: 'RIGHT-TO-LEFT MARK',
  8234: 'LEFT-TO-RIGHT EMBEDDING',
  8235: 'RIGHT-TO-LEFT EMBEDDING',
  8236: 'POP DIRECTIONAL FORMATTING',
  8237: 'LEFT-TO-RIGHT OVERRIDE',
  8238: 'RIGHT-TO-LEFT OVERRIDE',
  8288: 'WORD JOINER',
  8289: 'FUNCTION APPLICATION',
  8290: 'INVISIBLE TIMES',
  8291: 'INVISIBLE SEPARATOR',
  8292: 'INVISIBLE PLUS',
  8294: 'LEFT-TO-RIGHT ISOLATE',
  8295: 'RIGHT-TO-LEFT ISOLATE',
  8296: 'FIRST STRONG ISOLATE',
  8297: 'POP DIRECTIONAL ISOLATE',
  10240: 'BRAILLE PATTERN BLANK',
  12644: 'HANGUL FILLER',
  65279: 'ZERO WIDTH NO-BREAK SPACE',
  65440: 'HALFWIDTH HANGUL FILLER',
  65529: 'INTERLINEAR ANNOTATION ANCHOR',
  65530: 'INTERLINEAR ANNOTATION SEPARATOR',
  65531: 'INTERLINEAR ANNOTATION TERMINATOR',
  65532: 'OBJECT REPLACEMENT CHARACTER',
  65533: 'REPLACEMENT CHARACTER',
};

/** Kinds of code points without names of their own; Unicode labels them by kind. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/\p{Noncharacter_Code_Point}/u, 'noncharacter'],
  [/\p{Variation_Selector}/u, 'variation selector'],
  [/\p{Cs}/u, 'surrogate'],
  [/\p{Co}/u, 'private use'],
  [/\p{Cn}/u, 'unassigned'],
  [/\p{Cc}/u, 'control'],
  [/\p{Cf}/u, 'format character'],
];

/** A code point as Unicode writes it: U+202E. */
export function codePointOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** How to identify an invisible character: its code point, with its name or kind if listed here. */
export function nameOfCharacter(character: string): string {
  const name = NAMES[character.codePointAt(0) ?? 0] ?? KINDS.find(([kind]) => kind.test(character))?.[1];
  return name === undefined ? codePointOf(character) : `${codePointOf(character)} ${name}`;
}
