import law from '../../../law/result-changes.json' with { type: 'json' };
import { type Limit, limit } from '../../../schemas/calendar.ts';
import type { ResultChange } from '../../../schemas/dossier/result-change.ts';
import type { Words } from '../../../schemas/words.ts';

/** A ground for revoking or correcting an issued result, as in law/result-changes.json. */
export interface ChangeGround {
  readonly ground: string;
  readonly kind: ResultChange['kind'];
  readonly name: Words;
}

// `law/check-law.ts` holds the file to this shape.
const GROUNDS = law.grounds as readonly ChangeGround[];

/** The grounds of a revocation, or of a correction. */
export const groundsOf = (kind: ResultChange['kind']): readonly ChangeGround[] =>
  GROUNDS.filter(each => each.kind === kind);

/** What a ground is called; its code if this version does not know it. */
export function groundName(ground: string): Words {
  return GROUNDS.find(each => each.ground === ground)?.name ?? { vi: ground, en: ground };
}

/** How long the signer of a change has. */
export const changeSigningLimit: Limit = limit.parse(law.signing);
