import * as z from 'zod';
import { type Procedure, procedure } from '../../../../schemas/catalogue/procedure.ts';
import { type Workflow, workflow } from '../../../../schemas/catalogue/workflow.ts';
import { textsWithin } from '../../../../schemas/texts-within.ts';
import { readBy } from '../../../../schemas/wording/field-faults.ts';
import type { Words } from '../../../../schemas/words.ts';
import { told } from './reading.ts';

const ownRow = z.strictObject({ procedure, workflow: workflow.optional() });

/** A row in our own format: a procedure as the province wants it, with its workflow if it has one. */
export type OwnReading =
  | { readonly procedure: Procedure; readonly workflow: Workflow | undefined }
  | { readonly refusedBecause: Words; readonly code: string | null };

export function readOwnRow(row: unknown): OwnReading {
  const { value, faults: texts } = textsWithin(row);
  const reading = readBy(ownRow, value);
  if ('data' in reading && texts.length === 0)
    return { procedure: reading.data.procedure, workflow: reading.data.workflow };
  const code = z.object({ procedure: z.object({ code: z.string().max(40) }) }).safeParse(row);
  return {
    refusedBecause: told([...texts, ...('faults' in reading ? reading.faults : [])], 5),
    code: code.success ? code.data.procedure.code : null,
  };
}
