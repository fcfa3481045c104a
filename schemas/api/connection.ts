import * as z from 'zod';
import { dossierCode } from '../codes/dossier-code.ts';
import { instantText } from '../instant.ts';
import { waitingState } from '../stored/cursor.ts';
import { findingKind } from '../stored/reconciliation.ts';
import { says } from '../words.ts';

/** The name of an outside party, or of an internal consumer; parties' names begin with their consumer's. */
export const partyName = z
  .string()
  .regex(
    /^[a-z]+(?:\.[0-9a-z_]+)?$/,
    says({
      vi: 'phải là tên một kết nối, ví dụ webhook.sub_…',
      en: 'must be the name of a connection, such as webhook.sub_…',
    }),
  )
  .meta({ id: 'PartyName' });

const milliseconds = z.number().nullable().meta({
  description: 'Milliseconds from the event to the acknowledgement, rounded up; null if nothing was sent',
});

/** The health of a connection to an outside party (tình trạng kết nối). */
export const connection = z
  .strictObject({
    party: partyName,
    /** `open`: nothing is sent until `openUntil`, after too many consecutive failures. */
    breaker: z.enum(['closed', 'open']),
    openUntil: instantText.nullable(),
    failuresInARow: z.int().min(0),
    lastSuccessAt: instantText.nullable(),
    lastFailure: z.strictObject({ at: instantText, reason: z.string() }).nullable(),
    lastDay: z
      .strictObject({
        sent: z.int().min(0),
        lag: z.strictObject({ p50: milliseconds, p95: milliseconds, p99: milliseconds }),
        failures: z.record(z.string(), z.int()),
      })
      .meta({ description: 'The last 24 hours' }),
    /** Since when the longest-waiting dossier has waited; null if none waits. */
    oldestWaitingSince: instantText.nullable(),
  })
  .meta({ id: 'Connection' });

/** A dossier that waits for an outside party. */
export const waitingDossier = z
  .strictObject({
    dossier: dossierCode,
    state: waitingState,
    reason: z.string(),
    since: instantText,
    attempts: z.int().min(0),
    retryAt: instantText.nullable(),
    doneUpTo: z.int().min(0).meta({ description: 'The last ledger entry that has taken effect' }),
  })
  .meta({ id: 'WaitingDossier' });

/** Dead letters of workers. */
export const deadLetters = z
  .strictObject({
    queue: z.string(),
    count: z.int().min(0).meta({ description: 'Approximate, as the queue reports it' }),
    messages: z
      .array(
        z.strictObject({ dossier: dossierCode.nullable(), reached: z.int().nullable(), sentAt: instantText }),
      )
      .meta({ description: 'Some of them, at most ten' }),
  })
  .meta({ id: 'DeadLetters' });

/** A difference found by the nightly comparison with the ledgers. */
export const finding = z
  .strictObject({
    kind: findingKind,
    name: z
      .string()
      .meta({ description: 'The code of the dossier, or the name of an execution without one' }),
    detail: z.string(),
    state: z.enum(['mended', 'open']).meta({ description: '`open`: needs attention' }),
    foundAt: instantText,
  })
  .meta({ id: 'Finding' });

/** What an operator's redrive sent again. */
export const redriven = z
  .strictObject({
    waiting: z.int().min(0),
    deadLetters: z.int().min(0),
    more: z.boolean().meta({ description: 'Whether there is more: call again' }),
  })
  .meta({ id: 'Redriven' });
