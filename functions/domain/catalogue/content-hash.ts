import type { Procedure } from '../../../schemas/catalogue/procedure.ts';
import type { Workflow } from '../../../schemas/catalogue/workflow.ts';
import { digestOf } from '../canonical-json.ts';

/** SHA-256 (hex) of a procedure's or workflow's canonical JSON: equal content has an equal hash, so a second import changes nothing. */
export function contentHash(content: Procedure | Workflow): string {
  return digestOf(content);
}
