import * as z from 'zod';
import { severalLines } from '../text.ts';
import { says } from '../words.ts';

/** Size limit of a form's answers, as JSON in UTF-8: they are stored in one item beside the applicant. */
const MOST_BYTES = 64 * 1024;

const scalar = z.union([severalLines(0, 8000), z.number(), z.boolean(), z.null()]);
const row = z.record(z.string().min(1).max(80), z.union([scalar, z.array(scalar).max(200)]));

/**
 * The completed electronic form of the procedure (dữ liệu tờ khai điện tử): answers by field name; a table of the
 * form is a list of rows. It is personal data, so it is kept with the applicant and never in the ledger, which has
 * only its digest.
 */
export const formData = z
  .record(z.string().min(1).max(80), z.union([scalar, row, z.array(z.union([scalar, row])).max(200)]))
  .refine(
    data => new TextEncoder().encode(JSON.stringify(data)).length <= MOST_BYTES,
    says({
      vi: `dữ liệu tờ khai không quá ${MOST_BYTES} byte; tài liệu lớn hơn hãy gửi bằng tệp`,
      en: `must be at most ${MOST_BYTES} bytes; send anything larger as a file`,
    }),
  )
  .meta({ id: 'FormData', description: 'Answers of the electronic form (dữ liệu tờ khai điện tử)' });
export type FormData = z.infer<typeof formData>;
