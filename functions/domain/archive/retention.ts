import law from '../../../law/archive.json' with { type: 'json' };
import type { HandlingState } from '../../../schemas/dossier/states.ts';
import type { Words } from '../../../schemas/words.ts';
import { lawInForce } from '../law-in-force.ts';
import { foldName } from '../search/fold.ts';
import { civilOf, dateOfDayNumber, dayNumberOfCivil, parseDate } from '../vietnam-time.ts';

/** How long a dossier is kept (thời hạn bảo quản), and until when. */
export interface Retention {
  /** A kind of law/archive.json. */
  readonly kind: string;
  /** Null: for ever (vĩnh viễn). */
  readonly years: number | null;
  readonly until: string | null;
}

/** What decides how long a dossier is kept. */
export interface Ended {
  readonly handling: HandlingState;
  /** The field of its procedure, by name. */
  readonly field: string;
  /** The day it ended (`YYYY-MM-DD`). */
  readonly endedOn: string;
}

interface Kind extends Words {
  readonly kind: string;
  readonly years: number | null;
  readonly ended?: readonly string[];
  readonly fields?: readonly string[];
}

const versionOn = (date: string) => lawInForce(law.versions, date, 'archive.json');
const kindsOn = (date: string): readonly Kind[] => versionOn(date).kinds;

/** How long a dossier is kept that ended so: to the last day of a year, as periods count from the year of the end. */
export function retentionOf({ handling, field, endedOn }: Ended): Retention {
  const name = foldName(field);
  const found = kindsOn(endedOn).find(
    ({ ended, fields }) =>
      (ended === undefined || ended.includes(handling)) &&
      (fields === undefined || fields.some(known => foldName(known) === name)),
  );
  if (!found) throw new RangeError(`law/archive.json has no kind for ${handling} of ${endedOn}`);
  const { kind, years } = found;
  return { kind, years, until: years === null ? null : `${Number(endedOn.slice(0, 4)) + years}-12-31` };
}

/** The name of a kind in the law of the day a dossier ended. */
export function retentionName(kind: string, endedOn: string): Words {
  const found = kindsOn(endedOn).find(known => known.kind === kind);
  return found ? { vi: found.vi, en: found.en } : { vi: kind, en: kind };
}

/** The last day on which a dossier that ended on a day is to be handed over to the archive. */
export function transferBy(endedOn: string): string {
  const { year, month, day } = civilOf(parseDate(endedOn));
  const { transferWithinYears, transferFrom } = versionOn(endedOn);
  const later = year + transferWithinYears;
  if (transferFrom === 'yearEnded') return `${later}-12-31`;
  const lastOfMonth = civilOf(dayNumberOfCivil(later, month + 1, 1) - 1).day;
  return dateOfDayNumber(dayNumberOfCivil(later, month, Math.min(day, lastOfMonth)));
}

/** What the law of archives is called on a day, for the papers of a hand-over. */
export const archiveBasisOn = (date: string): string => versionOn(date).basis;
