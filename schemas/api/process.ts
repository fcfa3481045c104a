import * as z from 'zod';
import { agencyCode } from '../codes/agency-code.ts';
import { dossierCode } from '../codes/dossier-code.ts';
import { procedureCode } from '../codes/procedure-code.ts';
import { instantText } from '../instant.ts';

const count = z.int().min(0);
const hours = z.number().nullable();

/** A step of a process, over all dossiers that passed it. */
const stepIndicator = z.strictObject({
  name: z.string(),
  done: count,
  inTime: count.meta({ description: 'Closed before its own limit' }),
  medianHours: hours.meta({ description: 'From opening to closing, nights and weekends included' }),
  normHours: hours.meta({ description: 'From opening to its own limit, counted alike' }),
});

/** What was not as the process wants it, as the ledger tells. */
const nonconformity = z.strictObject({
  kind: z.enum(['stepLate', 'resultRecalled', 'agencyMistake']),
  dossier: dossierCode,
  entry: z.int().min(1).meta({ description: 'Number of the ledger entry that tells' }),
  at: instantText,
  step: z.string().nullable(),
});

/** How the dossiers of a process did in a unit, each version of it apart. */
export const processIndicators = z
  .strictObject({
    unit: agencyCode,
    procedure: procedureCode,
    from: z.iso.date(),
    to: z.iso.date(),
    versions: z.array(
      z.strictObject({
        workflowVersion: z.int().min(1),
        dossiers: count,
        decided: count,
        onTime: count.meta({ description: 'Of the decided ones, those not after the promised date' }),
        steps: z.array(stepIndicator),
        nonconformities: z.array(nonconformity),
      }),
    ),
  })
  .meta({ id: 'ProcessIndicators', description: 'Chỉ số của quy trình (ISO điện tử)' });
