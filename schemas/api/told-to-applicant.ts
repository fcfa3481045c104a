import * as z from 'zod';
import { instantText } from '../instant.ts';

/** The supplement that is wanted now (yêu cầu bổ sung đang chờ). */
const supplementWanted = z
  .strictObject({
    askedAt: instantText,
    stage: z.enum(['intake', 'processing']),
    reason: z.string(),
    items: z.array(z.string()).meta({ description: 'What to hand in or to mend, in words' }),
    components: z.array(z.string()).meta({ description: 'The papers wanted, by their ids in the procedure' }),
    clock: z.enum(['restart', 'resume']).meta({ description: 'How the legal clock goes on afterwards' }),
  })
  .meta({ id: 'SupplementWanted', description: 'What is wanted of the applicant now (yêu cầu bổ sung)' });

/** How a dossier ended without a result, and why. */
const ending = z
  .strictObject({
    how: z.enum(['declined', 'stopped', 'withdrawn']),
    at: instantText,
    reason: z.string().nullable().meta({ description: 'Null where an applicant withdrew and gave none' }),
  })
  .meta({ id: 'DossierEnding', description: 'Why a dossier ended without a result (lý do)' });

/** What was decided. */
const dossierDecision = z
  .strictObject({
    outcome: z.enum(['granted', 'refused']),
    at: instantText,
    text: z.string().nullable().meta({ description: 'Null where the result is a file of its own' }),
  })
  .meta({ id: 'DossierDecision', description: 'What was decided of a dossier (kết quả giải quyết)' });

/** Members of a dossier’s view that say what the applicant is told. */
export const toldToApplicant = {
  supplementWanted: supplementWanted.nullable(),
  ending: ending.nullable(),
  decision: dossierDecision.nullable(),
};

export type ToldToApplicant = {
  readonly [Member in keyof typeof toldToApplicant]: z.infer<(typeof toldToApplicant)[Member]>;
};
