import * as z from 'zod';
import { type Procedure, procedure } from '../../../schemas/catalogue/procedure.ts';
import { type Workflow, workflow } from '../../../schemas/catalogue/workflow.ts';
import { textsWithin } from '../texts-within.ts';

const ownRow = z.strictObject({ procedure, workflow: workflow.optional() });

/** A row of our own shape: a procedure as the province wants it, with its workflow if it has one. */
export type OwnReading =
  | { readonly procedure: Procedure; readonly workflow: Workflow | undefined }
  | { readonly refusedBecause: string; readonly code: string | null };

export function readOwnRow(row: unknown): OwnReading {
  const { value, faults: texts } = textsWithin(row);
  const parsed = ownRow.safeParse(value);
  if (parsed.success && texts.length === 0)
    return { procedure: parsed.data.procedure, workflow: parsed.data.workflow };
  const code = z.object({ procedure: z.object({ code: z.string().max(40) }) }).safeParse(row);
  const faults = [
    ...texts.map(({ pointer, message }) => `${pointer}: ${message.en}`),
    ...(parsed.error?.issues ?? []).map(issue => `/${issue.path.join('/')}: ${issue.message}`),
  ].slice(0, 5);
  return { refusedBecause: faults.join('; '), code: code.success ? code.data.procedure.code : null };
}
