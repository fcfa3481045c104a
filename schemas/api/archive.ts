import * as z from 'zod';
import { dossierCode } from '../codes/dossier-code.ts';
import { procedureCode } from '../codes/procedure-code.ts';
import { handlingState } from '../dossier/states.ts';
import { instantText } from '../instant.ts';
import { archiveBatch, MOST_IN_BATCH, packedDossier } from '../organization/archive-batch.ts';
import { oneLine } from '../text.ts';

/** How long something is kept, with the name of its kind. */
const retentionView = z
  .strictObject({
    kind: z.string(),
    name: z.string(),
    years: z.int().nullable().meta({ description: 'null: for ever' }),
    until: z.iso.date().nullable(),
  })
  .meta({ id: 'Retention', description: 'Period of retention (thời hạn bảo quản)' });

/** An ended dossier that is to be handed over to the archive. */
export const archiveDue = z
  .strictObject({
    code: dossierCode,
    procedure: procedureCode,
    procedureName: z.string(),
    handling: handlingState,
    endedOn: z.iso.date(),
    lastDay: z.iso.date().meta({ description: 'The last day on which it is to be handed over' }),
    overdue: z.boolean(),
    retention: retentionView,
    held: z.boolean(),
  })
  .meta({ id: 'ArchiveDue', description: 'Dossier due for the archive (hồ sơ đến hạn nộp lưu)' });

/** Ended dossiers of the unit to be packed together. */
export const archiveOrder = z
  .strictObject({
    dossiers: z.array(dossierCode).min(1).max(MOST_IN_BATCH),
    note: oneLine(1, 500).nullable().default(null),
  })
  .meta({ id: 'ArchiveOrder' });

/** How a dossier of a batch stands today. */
const batchedDossier = z.strictObject({
  ...packedDossier.shape,
  retentionName: z.string(),
  standing: z.enum(['kept', 'held', 'periodOver']).meta({
    description: 'held: kept beyond its period; periodOver: its period is over and nothing holds it',
  }),
});

const whole = z.strictObject({ ...archiveBatch.shape, dossiers: z.array(batchedDossier) });

/** A batch with its dossiers. */
export const archiveBatchView = whole.meta({ id: 'ArchiveBatch', description: 'Đợt nộp lưu hồ sơ' });

/** A batch in the list of its unit. */
export const archiveBatchSummary = archiveBatch
  .omit({ dossiers: true })
  .extend({
    dossiers: z.int().min(1).meta({ description: 'How many' }),
    /** The first of its dossiers whose period ends; null if all are kept for ever. */
    firstUntil: z.iso.date().nullable(),
  })
  .meta({ id: 'ArchiveBatchSummary' });

/** A dossier held, or no longer. */
export const holdView = z
  .strictObject({ dossier: dossierCode, held: z.boolean(), since: instantText.nullable(), version: z.int() })
  .meta({ id: 'LegalHold', description: 'Lệnh dừng tiêu hủy' });
