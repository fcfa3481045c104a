import * as z from 'zod';
import { agencyCode } from '../codes/agency-code.ts';
import { accountKind } from '../identity/account.ts';
import { officerRole } from '../identity/roles.ts';
import { instantText } from '../instant.ts';
import { accessPart, dossierRead } from '../stored/access-record.ts';

/** A read of personal data, as shown to the data subject or to an auditor. */
export const accessRecordView = z
  .strictObject({
    at: instantText,
    requestId: z.string(),
    reader: z.strictObject({
      kind: z.enum([...accountKind.options, 'portal', 'officer']),
      account: z.string().nullable().meta({
        description: 'The reader’s account; accounts of officers and applicants are not shown to applicants',
      }),
      unit: agencyCode.nullable(),
      roles: z.array(officerRole),
    }),
    operation: z.string(),
    parts: z.array(accessPart),
    dossiers: z.array(dossierRead),
    reason: z.string().meta({ description: 'Why the reader was allowed to see this, in words' }),
    stated: z
      .string()
      .nullable()
      .meta({ description: 'The reader’s own reason, from Access-Reason or the export request' }),
    asked: z.string().nullable().meta({ description: 'The filters used; not shown to applicants' }),
  })
  .meta({ id: 'AccessRecord', description: 'Read of personal data (nhật ký truy cập dữ liệu cá nhân)' });
