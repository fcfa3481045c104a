import type { Procedure } from '../../../schemas/catalogue/procedure.ts';
import type { Workflow } from '../../../schemas/catalogue/workflow.ts';
import { digestOf } from '../canonical-json.ts';

/**
 * SHA-256 (hex) of the canonical JSON of a procedure or workflow: equal content has an equal hash, so a repeated
 * import changes nothing.
 */
export function contentHash(content: Procedure | Workflow): string {
  return digestOf(content);
}
