import type { LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { FormPaper } from '../../../schemas/dossier/form.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { CalledFor } from '../../domain/forms/called-for.ts';
import type { FormDocument } from '../../domain/forms/form-document.ts';
import { inkedDocument } from '../../domain/forms/inked-document.ts';
import { makeForm } from '../../domain/forms/make-form.ts';
import type { StoredForm } from './form-files.ts';
import { formKey } from './form-key.ts';
import { formSource } from './form-source.ts';
import type { MakingDeps } from './making-deps.ts';

/** A form as it was first given; made and stored if nobody asked for it before. */
export async function madeForm(
  deps: MakingDeps,
  head: DossierHead,
  events: readonly LedgerEvent[],
  called: CalledFor,
  paper: FormPaper,
): Promise<StoredForm & { readonly key: string }> {
  const key = formKey(called.ink ?? called.event, called.id, paper);
  const stored = await deps.files.keep(key, async () =>
    deps.render(await inkedForm(deps, head, events, called), paper),
  );
  return { ...stored, key };
}

/** What a form says, before any ink is on it. */
export async function formDocument(
  deps: MakingDeps,
  head: DossierHead,
  events: readonly LedgerEvent[],
  { form, event }: CalledFor,
): Promise<FormDocument> {
  return makeForm(form, await formSource(deps, head, events.slice(0, event.seq)));
}

async function inkedForm(
  deps: MakingDeps,
  head: DossierHead,
  events: readonly LedgerEvent[],
  called: CalledFor,
): Promise<FormDocument> {
  const document = await formDocument(deps, head, events, called);
  const { ink } = called;
  return ink === undefined
    ? document
    : inkedDocument(document, ink, await deps.inks.read(head.code, ink.data.ink));
}
