import law from '../../../law/form-texts.json' with { type: 'json' };
import { lawInForce } from '../law-in-force.ts';

/** The fixed texts of forms in force on a day (`YYYY-MM-DD`). */
export function formTextsOn(date: string): FormTexts {
  return lawInForce(law.versions, date, 'form-texts.json');
}
export type FormTexts = (typeof law.versions)[number];

/** Fills the `{…}` of a fixed text in. */
export function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
