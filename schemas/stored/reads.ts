import * as z from 'zod';
import { accessRecord } from './access-record.ts';
import { placed } from './places.ts';

/** An access record entry: in the list of a person, or of its day and its reader. */
export const readItem = placed({ read: accessRecord, expiresAt: z.int() });

/** A mark with an expiry and no other content. */
export const markItem = z.strictObject({ expiresAt: z.int() });
