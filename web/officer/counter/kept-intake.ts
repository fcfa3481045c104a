import { type LostFile, lostFiles, type SentFile } from '../../upload/uploads.ts';
import type { EnteredCharge } from './charge-fields.tsx';
import type { EnteredDossier, Procedure } from './intake.ts';
import { noVisit, type Visit } from './visit.ts';

/** The names under which the counter is kept over a new sign-in: the visit, and the dossier being entered. */
export const VISIT = 'counter';
export const INTAKE = 'counter.dossier';

/** A dossier that was being entered, as it is kept: files only as far as the API has them. */
export interface KeptIntake {
  readonly entered: Omit<EnteredDossier, 'files'>;
  readonly procedure?: Procedure | undefined;
  readonly charge: EnteredCharge;
  readonly files: readonly SentFile[];
  readonly lost: readonly LostFile[];
  /** Of a try whose answer is not known. */
  readonly key?: string | undefined;
}

/** What of a dossier is kept; nothing where nothing was entered. */
export function intakeToKeep(now: Omit<KeptIntake, 'lost'>): KeptIntake | undefined {
  const { entered, procedure, files } = now;
  const typed = Object.values(entered.applicant).some(value => value.trim() !== '');
  if (!typed && !entered.onBehalf.acts && !procedure && files.length === 0) return undefined;
  const names = new Map(procedure?.components.map(({ id, name }) => [id, name]));
  return {
    ...now,
    files: files.filter(({ state }) => state.kind === 'done').map(({ file: _, ...kept }) => kept),
    lost: lostFiles(files, field => names.get(field) ?? field),
  };
}

/** What of a visit is kept: not why a dossier could not be accepted, which is over with the sign-in. */
export function visitToKeep(visit: Visit): Visit | undefined {
  if (visit === noVisit) return undefined;
  return {
    ...visit,
    dossiers: visit.dossiers.map(taken => ({ ...taken, failure: undefined })),
  };
}
