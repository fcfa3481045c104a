import * as z from 'zod';
import { comparedPaper } from '../dossier/paper-kind.ts';
import { instantText, sha256Hex } from '../instant.ts';
import { digitizingFault, digitizingState } from '../stored/digitization.ts';
import { finding } from '../stored/finding.ts';
import { fileId } from './upload.ts';

const page = z.int().min(1);
const confidence = z.int().min(0).max(100);

/** A paper that says something other than the form. */
const difference = z.strictObject({
  field: z.enum(['identityNumber', 'fullName', 'birthDate']),
  stated: z.string().meta({ description: 'What the applicant stated' }),
  found: finding,
});

/** A hint for the officer who looks at a paper (gợi ý): it supports, and decides nothing. */
const hint = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('otherPaper'),
    component: z.string().meta({ description: 'The paper of the procedure whose name fits better' }),
    confidence,
    page,
  }),
  z.strictObject({ kind: z.literal('pageMissing'), missing: z.array(page), of: page, page }),
  z.strictObject({ kind: z.literal('unreadable'), pages: z.array(page) }),
  z.strictObject({ kind: z.literal('blank'), pages: z.array(page) }),
]);

export type PaperHint = z.infer<typeof hint>;

/** What was read of a file, and how far the reading is. */
export const digitizationView = z
  .strictObject({
    file: fileId,
    state: digitizingState.meta({
      description:
        'notNeeded: the file has no pages, such as an Office document; failed: it was given up; stopped: it carries the mark of a state secret',
    }),
    fault: digitizingFault.nullable(),
    changedAt: instantText.nullable(),
    pages: z.int(),
    pagesDone: z.int(),
    language: z.literal('vie').nullable(),
    confidence: confidence
      .nullable()
      .meta({ description: 'Mean of all that was read; 100: the file’s own text' }),
    blank: z.array(page),
    unreadable: z.array(page),
    turned: z.array(z.strictObject({ page, by: z.literal([90, 180, 270]) })),
    scan: z.enum(['clean', 'notScanned']).meta({ description: 'What is known of malware in the file' }),
    alsoHandedInAs: z.array(fileId).meta({ description: 'Files of the dossier with the very same content' }),
    findings: z.array(finding),
    differences: z.array(difference),
    hints: z.array(hint).meta({ description: 'For officers, unless the province has switched them off' }),
    searchable: z.url().nullable().meta({ description: 'A copy that can be searched, beside the original' }),
    certification: z
      .strictObject({
        state: z.enum(['sealing', 'sealed', 'notSealed']),
        comparedWith: comparedPaper,
        certifiedAt: instantText,
        sealed: z.strictObject({ sha256: sha256Hex, size: z.int(), url: z.url() }).nullable(),
      })
      .nullable()
      .meta({
        description:
          'The copy as an officer certified it, with the agency’s seal once it is applied; notSealed: it cannot be, because signatures in the file do not hold',
      }),
    texts: z.array(z.url()).meta({ description: 'The text of the pages with its places, as JSON, in order' }),
    urlExpiresAt: instantText,
  })
  .meta({ id: 'Digitization' });
