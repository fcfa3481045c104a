import * as z from 'zod';
import { instantText } from '../instant.ts';
import { dossierCloudEvent } from '../outside/cloud-event.ts';

/** An entry of a portal's change feed, as stored: its position, and the event as it is told. */
export const storedChange = z.object({
  position: z.int().min(1),
  /** When it got its position. */
  at: instantText,
  event: dossierCloudEvent,
});
export type StoredChange = z.infer<typeof storedChange>;
