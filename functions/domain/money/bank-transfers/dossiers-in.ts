import { readDossierCode } from '../../../../schemas/codes/dossier-code.ts';
import { plainAscii } from '../plain-ascii.ts';
import { codesFrom } from './possible-codes.ts';
import { type Scanned, scan } from './scan.ts';

const LONGEST = 500;
const MOST = 50;

/**
 * Dossier codes in the purpose of a transfer (nội dung chuyển khoản), as people and banks write them: in small letters,
 * with blanks, dots and dashes lost or added, between texts of the bank. All that are possible are told, as they are
 * written by the law: which of them exists and is to be paid, the caller knows.
 */
export function dossiersIn(purpose: string): readonly string[] {
  const scanned = scan(plainAscii(purpose.slice(0, LONGEST)).toUpperCase());
  const found = [...scanned.letters.matchAll(/[A-Y](?=\d\d)/g)].map(({ index }) => best(scanned, index));
  const certain = found.filter(({ rank }) => rank < WITHIN).flatMap(({ codes }) => codes);
  const all = certain.length > 0 ? certain : found.flatMap(({ codes }) => codes);
  return [...new Set(all)].slice(0, MOST);
}

/** How well what separates the parts fits a code: at all of its places, at some, once within a part, or not at all. */
const EVERYWHERE = 0;
const SOMEWHERE = 1;
const WITHIN = 2;
const NOWHERE = 3;

/** The codes that fit best from this letter on. */
function best(scanned: Scanned, at: number): { readonly rank: number; readonly codes: readonly string[] } {
  const possible = codesFrom(scanned, at)
    .filter(({ code }) => readDossierCode(code) !== undefined)
    .map(({ code, from, to }) => ({ code, from, rank: rankOf(code, scanned, from, to) }));
  const rank = Math.min(WITHIN, ...possible.map(each => each.rank));
  const fitting = possible.filter(each => each.rank === rank);
  // The older codes end in what alone would be one of the newer ones.
  const first = Math.min(...fitting.map(({ from }) => from));
  const meant = rank === EVERYWHERE ? fitting.filter(({ from }) => from === first) : fitting;
  return { rank, codes: meant.map(({ code }) => code) };
}

function rankOf(code: string, { breaks }: Scanned, from: number, to: number): number {
  const own = new Set<number>();
  let place = from;
  for (const sign of code)
    if (/[.-]/.test(sign)) own.add(place);
    else place += 1;
  const made = [...breaks].filter(each => each > from && each < to);
  const within = made.filter(each => !own.has(each)).length;
  if (within > 0) return within > 1 ? NOWHERE : WITHIN;
  return made.length === own.size ? EVERYWHERE : SOMEWHERE;
}
