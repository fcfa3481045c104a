import * as z from 'zod';
import { accessRecord } from './access-record.ts';
import { placed } from './places.ts';

/** An entry of the record of reads: in the list of a person, or of its day and its reader. */
export const readItem = placed({ read: accessRecord, expiresAt: z.int() });

/** That something is there until then, which is all it says. */
export const markItem = z.strictObject({ expiresAt: z.int() });
