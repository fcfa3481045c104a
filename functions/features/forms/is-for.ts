import type { FormKind } from '../../../schemas/dossier/form.ts';
import type { Reader } from '../../domain/rights/reader.ts';

/**
 * Whether a reader of a dossier is given a form. What is addressed to its owner is for all of them; the control sheet
 * shows who decided what on the way, and is for those who handle the dossier.
 */
export const isFor = (kind: FormKind, reader: Reader): boolean =>
  kind !== 'controlSheet' || reader === 'handler';
