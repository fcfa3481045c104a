import type { EventData, LedgerEvent } from '../../../schemas/dossier/event.ts';

/**
 * The role of a file in its dossier. paper: handed in, or the evidence of a correction; resultFile: attached by an
 * officer as the result.
 */
export type FileRole = 'paper' | 'resultFile';

/** The role in which the ledger names a file; undefined where it does not. */
export function roleOfFile(events: readonly LedgerEvent[], file: string): FileRole | undefined {
  if (events.some(({ data }) => papersIn(data).includes(file))) return 'paper';
  return events.some(({ data }) => resultIn(data) === file) ? 'resultFile' : undefined;
}

function papersIn(data: EventData): readonly string[] {
  switch (data.type) {
    case 'submitted':
    case 'supplemented':
      return data.components.flatMap(({ files }) => files);
    case 'applicantCorrected':
      return data.evidence.file === null ? [] : [data.evidence.file];
    default:
      return [];
  }
}

function resultIn(data: EventData): string | null {
  switch (data.type) {
    case 'proposed':
    case 'decided':
    case 'resultChangeProposed':
    case 'correctionSigned':
      return data.resultFile;
    default:
      return null;
  }
}
