import * as z from 'zod';
import { ledgerEvent } from '../dossier/event.ts';
import { dossierHead } from '../dossier/head.ts';
import { applicantRecord } from './applicant-record.ts';
import { storedHold } from './hold.ts';
import { storedLabels } from './labels.ts';
import { storedTask } from './task.ts';

/** The head of a dossier, with what lists show of it besides. */
export const headItem = z.strictObject({
  head: dossierHead,
  labels: storedLabels,
  hold: storedHold.optional(),
});

/** An entry of a ledger. */
export const eventItem = z.strictObject({ event: ledgerEvent });

/** A task of a dossier, open or closed. */
export const taskItem = z.strictObject({ task: storedTask });

/** The people of a dossier. */
export const peopleItem = z.strictObject(applicantRecord.shape);
