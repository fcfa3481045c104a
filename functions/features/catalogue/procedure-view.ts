import type { ProcedureVersion } from '../../../schemas/catalogue/procedure.ts';
import type { Language } from '../../../schemas/words.ts';
import { closedReason } from '../../domain/catalogue/settle-state.ts';

/** A procedure, with the reason why it is closed in the caller's language. */
export function shownIn(version: ProcedureVersion, language: Language): ProcedureVersion {
  return { ...version, closedBecause: closedReason(version)?.[language] ?? null };
}
