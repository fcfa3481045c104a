import law from '../../../law/land-obligations.json' with { type: 'json' };
import type { ObligationKind } from '../../../schemas/land-tax/slip.ts';
import type { Words } from '../../../schemas/words.ts';

/** The pauses of law/pauses.json that the exchange with the tax office starts and ends. */
export const LAND_PAUSES = { notice: 'landObligationNotice', payment: 'landObligationPayment' } as const;

/** The kinds that the tax office may be asked to determine for a dossier submitted on a day (`YYYY-MM-DD`). */
export function obligationsOn(date: string): readonly { readonly kind: string; readonly name: Words }[] {
  return law.versions.findLast(({ from }) => from <= date)?.kinds ?? [];
}

/** The name of a kind, from any version. */
export function obligationName(kind: ObligationKind): Words {
  const found = law.versions.flatMap(({ kinds }) => kinds).findLast(entry => entry.kind === kind);
  if (!found) throw new TypeError(`law/land-obligations.json does not name ${kind}`);
  return found.name;
}
