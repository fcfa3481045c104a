import type { Procedure } from '../../../schemas/catalogue/procedure.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';

/** The legal limit of a procedure for a dossier's submission channel; none if the publication names none. */
export function legalLimit(procedure: Procedure, { channel }: Pick<DossierHead, 'channel'>) {
  return procedure.methods.find(method => method.channel === channel)?.limit;
}
