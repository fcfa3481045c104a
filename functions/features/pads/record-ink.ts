import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { KeptInk } from '../../../schemas/stored/ink.ts';
import { digestOf } from '../../domain/canonical-json.ts';
import type { NewEvent } from '../../domain/dossier/context.ts';
import type { InkEvent } from '../../domain/forms/ink-events.ts';
import type { TakenInk } from '../../domain/ports/signing-pad.ts';
import type { PadDeps } from './deps.ts';
import { signableForm } from './signable-form.ts';

/** Ink that is about to be recorded, or that the ledger has already. */
export interface Prepared {
  readonly kept: KeptInk;
  readonly digest: string;
  readonly kind: InkEvent['data']['kind'];
  readonly already: InkEvent | undefined;
}

/** Holds ink against the form it is for: refused where the pad was given another document. */
export async function prepareInk(
  deps: PadDeps,
  head: DossierHead,
  form: string,
  { documentHash, taken }: TakenInk,
): Promise<Prepared> {
  const { called, file, inks } = await signableForm(deps, head, form);
  if (documentHash !== file.sha256) throw anotherDocument();
  const kept: KeptInk = { dossier: head.code, form, document: documentHash, taken };
  const digest = digestOf(kept);
  const { kind } = called.form;
  return { kept, digest, kind, already: inks.find(({ data }) => data.ink === digest) };
}

/** Keeps the ink beside the forms, and gives the entry by which the ledger names it. */
export async function inkEntry(
  { inks }: Pick<PadDeps, 'inks'>,
  { kept, digest, kind }: Prepared,
): Promise<NewEvent> {
  await inks.keep(kept);
  const { form, document, taken } = kept;
  const device = taken.means === 'pad' ? taken.pad : taken.serial;
  return {
    data: { type: 'inkSigned', form, kind, document, ink: digest, means: taken.means, device },
    opens: [],
    closes: [],
  };
}

export function anotherDocument(): ProblemError {
  return new ProblemError('document-differs', {
    vi: 'Mã băm gửi lên không phải của văn bản cần ký: hãy hiển thị lại văn bản và ký lại.',
    en: 'The digest is not that of the document to be signed: show the document again, and sign again.',
  });
}
