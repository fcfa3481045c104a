import * as z from 'zod';
import { agencyCode } from '../codes/agency-code.ts';
import { formKind, plainFormId } from '../dossier/form.ts';
import { padLanguage } from '../dossier/ink.ts';
import { instantText, sha256Hex } from '../instant.ts';
import { says } from '../words.ts';

const idOf = (prefix: string) =>
  z
    .string()
    .regex(
      new RegExp(`^${prefix}_[0-9a-z]{26}$`),
      says({ vi: `phải là mã dạng ${prefix}_…`, en: `must be an id such as ${prefix}_…` }),
    );

export const padId = idOf('pad').meta({ id: 'PadId' });
export const inkRequestId = idOf('ir').meta({ id: 'InkRequestId' });

/** What became of a request to sign. `left`: nobody touched the pad; `expired`: its time is over. */
export const inkRequestState = z
  .enum(['waiting', 'shown', 'signed', 'declined', 'left', 'expired'])
  .meta({ id: 'InkRequestState' });
export type InkRequestState = z.infer<typeof inkRequestState>;

/** A document that waits on a pad to be signed, as officers see it. */
export const inkRequest = z
  .strictObject({
    id: inkRequestId,
    dossier: z.string(),
    form: plainFormId,
    kind: formKind,
    document: sha256Hex.meta({ description: 'Of the file that is signed' }),
    language: padLanguage,
    state: inkRequestState,
    askedBy: z.string(),
    askedAt: instantText,
    expiresAt: instantText,
  })
  .meta({ id: 'InkRequest', description: 'Request to sign a document on a pad (yêu cầu ký trên bàn ký)' });
export type InkRequest = z.infer<typeof inkRequest>;

/** A tablet of a unit on which people sign, as officers see it. */
export const pad = z
  .strictObject({
    id: padId,
    unit: agencyCode,
    name: z.string(),
    state: z.enum(['pairing', 'paired']),
    pairedBy: z.string(),
    endsAt: instantText,
    request: inkRequest.nullable(),
  })
  .meta({ id: 'Pad', description: 'Signing pad at a counter (bàn ký điện tử)' });
export type Pad = z.infer<typeof pad>;
