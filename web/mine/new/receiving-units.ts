import type { Answer } from '../../api/client.ts';
import { vietnameseOrder } from '../../wording/formats.ts';
import type { Unit } from '../account.tsx';

type Procedure = Pick<Answer<'getProcedure'>['procedure'], 'levels' | 'competentUnit' | 'anyBoundary'>;

/**
 * The units to offer for a procedure, by name: those that receive dossiers and are likely to take this one. Whether one
 * does, the API says; where nothing seems likely, all are offered.
 */
export function receivingUnits(units: readonly Unit[], procedure: Procedure, today: string): readonly Unit[] {
  const receiving = units
    .filter(
      ({ receives, validFrom, validTo }) => receives && validFrom <= today && (validTo ?? today) >= today,
    )
    .toSorted((one, other) => vietnameseOrder.compare(one.name, other.name));
  const likely = receiving.filter(unit => isLikely(unit, procedure));
  return likely.length > 0 ? likely : receiving;
}

function isLikely({ code, kind }: Unit, { levels, competentUnit, anyBoundary }: Procedure): boolean {
  if (anyBoundary) return true;
  if (competentUnit !== undefined) return code === competentUnit || kind === 'centre';
  if (levels.includes('commune') === levels.includes('province')) return true;
  return (kind === 'commune') === levels.includes('commune');
}

/** A text without diacritics and case: `Phường Việt Trì` is found by `viet tri`. */
export const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll(/[đĐ]/g, 'd').toLowerCase();

/** The units whose name or code has every word that was typed, whatever the order. */
export function unitsFound(units: readonly Unit[], typed: string): readonly Unit[] {
  const wanted = plain(typed).split(/\s+/).filter(Boolean);
  return units.filter(({ name, code }) => {
    const text = plain(`${name} ${code}`);
    return wanted.every(word => text.includes(word));
  });
}
