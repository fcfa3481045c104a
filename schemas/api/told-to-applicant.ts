import * as z from 'zod';
import { instantText } from '../instant.ts';

/** The open supplement request (yêu cầu bổ sung đang chờ). */
const supplementWanted = z
  .strictObject({
    askedAt: instantText,
    stage: z.enum(['intake', 'processing']),
    reason: z.string(),
    items: z.array(z.string()).meta({ description: 'What to hand in or correct, in words' }),
    components: z.array(z.string()).meta({ description: 'The papers wanted, by their ids in the procedure' }),
    clock: z.enum(['restart', 'resume']).meta({ description: 'How the legal clock continues afterwards' }),
  })
  .meta({ id: 'SupplementWanted', description: 'What the applicant is asked for now (yêu cầu bổ sung)' });

/** How a dossier ended without a result, and why. */
const ending = z
  .strictObject({
    how: z.enum(['declined', 'stopped', 'withdrawn']),
    at: instantText,
    reason: z.string().nullable().meta({ description: 'Null if the applicant withdrew without giving one' }),
  })
  .meta({ id: 'DossierEnding', description: 'Why a dossier ended without a result (lý do)' });

/** The decision. */
const dossierDecision = z
  .strictObject({
    outcome: z.enum(['granted', 'refused']),
    at: instantText,
    text: z.string().nullable().meta({ description: 'Null if the result is a separate file' }),
  })
  .meta({ id: 'DossierDecision', description: 'The decision on a dossier (kết quả giải quyết)' });

/** Members of a dossier’s view that tell the applicant what to do or what happened. */
export const toldToApplicant = {
  supplementWanted: supplementWanted.nullable(),
  ending: ending.nullable(),
  decision: dossierDecision.nullable(),
};

export type ToldToApplicant = {
  readonly [Member in keyof typeof toldToApplicant]: z.infer<(typeof toldToApplicant)[Member]>;
};
