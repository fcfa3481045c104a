import forms from '../../../law/forms.json' with { type: 'json' };
import type { LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { Language } from '../../../schemas/words.ts';

/** The form for an event (mẫu biểu, TT 03/2025/TT-VPCP), null if the law prescribes none. */
export function formOf(
  events: readonly Pick<LedgerEvent, 'data'>[],
  language: Language,
): { number: string; name: string } | null {
  const types = events.map(({ data }): string => data.type);
  const form = forms.forms.find(candidate => candidate.events.some(type => types.includes(type)));
  return form ? { number: form.number, name: form.name[language] } : null;
}
