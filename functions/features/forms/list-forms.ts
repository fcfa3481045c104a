import type { formOperations } from '../../../schemas/api/operations/forms.ts';
import { formsCalledFor, papersOf } from '../../domain/forms/called-for.ts';
import { readerOf } from '../../domain/rights/reader.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { soundLedger } from '../../records/dossiers/demand-sound.ts';
import { findDossier } from '../../records/dossiers/find-dossier.ts';
import type { FormDeps } from './deps.ts';
import { isFor } from './is-for.ts';

type Operation = (typeof formOperations)['listForms'];

/** The forms of a dossier that the caller may open. None is made for it. */
export async function listForms(deps: FormDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const { head } = await findDossier(deps, call.params.code, call.caller);
  const reader = readerOf(head, call.caller);
  const called = formsCalledFor(await soundLedger(deps.dossiers, head));
  return {
    body: {
      items: called
        .filter(({ form }) => isFor(form.kind, reader))
        .map(called => ({
          id: called.id,
          kind: called.form.kind,
          number: called.form.number,
          name: called.form.name[call.language],
          madeAt: called.event.at,
          event: called.event.seq,
          papers: [...papersOf(called)],
          inkedAt: called.ink?.at ?? null,
        })),
    },
  };
}
