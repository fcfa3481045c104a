import type { LedgerEvent } from '../../../schemas/dossier/event.ts';

/** A file that a dossier took, and the component it was handed in for; null for evidence of a correction. */
export interface TakenFile {
  readonly file: string;
  readonly component: string | null;
}

/** The files that an entry brought. */
export function takenFiles({ data }: Pick<LedgerEvent, 'data'>): TakenFile[] {
  switch (data.type) {
    case 'submitted':
    case 'supplemented':
      return data.components.flatMap(({ component, files }) => files.map(file => ({ file, component })));
    case 'applicantCorrected':
      return data.evidence.file === null ? [] : [{ file: data.evidence.file, component: null }];
    default:
      return [];
  }
}
