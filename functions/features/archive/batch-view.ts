import type * as z from 'zod';
import type { archiveBatchView } from '../../../schemas/api/archive.ts';
import type { ArchiveBatch } from '../../../schemas/organization/archive-batch.ts';
import type { Language } from '../../../schemas/words.ts';
import { archiveStanding } from '../../domain/archive/archiving.ts';
import { retentionName } from '../../domain/archive/retention.ts';
import { dateOf, type Instant } from '../../domain/vietnam-time.ts';

/** A batch as it is shown. `held`: those of its dossiers that are held beyond their period. */
export function batchView(
  batch: ArchiveBatch,
  held: ReadonlySet<string>,
  now: Instant,
  language: Language,
): z.infer<typeof archiveBatchView> {
  return {
    ...batch,
    dossiers: batch.dossiers.map(dossier => ({
      ...dossier,
      retentionName: retentionName(dossier.retention, dossier.endedOn)[language],
      standing: archiveStanding(dossier.until, held.has(dossier.code), dateOf(now)),
    })),
  };
}
