import type { formOperations } from '../../../schemas/api/operations/forms.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { FormPaper } from '../../../schemas/dossier/form.ts';
import { type CalledFor, formNamed, papersOf } from '../../domain/forms/called-for.ts';
import { nothingHere } from '../../domain/rights/judge.ts';
import { readerOf } from '../../domain/rights/reader.ts';
import { toRfc3339 } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { LINK_LIFE } from '../../kernel/objects/link-life.ts';
import { recordReads } from '../../records/audit-log/record-reads.ts';
import { soundLedger } from '../../records/dossiers/demand-sound.ts';
import { findDossier } from '../../records/dossiers/find-dossier.ts';
import { madeForm } from '../../records/forms/made-form.ts';
import type { FormDeps } from './deps.ts';
import { isFor } from './is-for.ts';

type Operation = (typeof formOperations)['getForm'];

/** A form of a dossier as a file, made when it is first asked for; from then on it is the same file. */
export async function getForm(deps: FormDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const { head } = await findDossier(deps, call.params.code, call.caller);
  const events = await soundLedger(deps.dossiers, head);
  const found = formNamed(call.params.id, events);
  if (!found || !isFor(found.form.kind, readerOf(head, call.caller))) throw nothingHere();
  const { id, form } = found;
  const paper = paperOf(found, call.query.paper);
  await recordReads(deps, { ...call, operation: 'getForm', parts: ['applicant'], dossiers: [head] });
  const { key, ...stored } = await madeForm(deps, head, events, found, paper);
  const fileName = `${head.code}-${id}.pdf`;
  return {
    body: {
      id,
      kind: form.kind,
      number: form.number,
      name: form.name[call.language],
      paper,
      fileName,
      contentType: 'application/pdf',
      ...stored,
      url: await deps.files.linkTo(key, fileName),
      urlExpiresAt: toRfc3339(call.now + LINK_LIFE * 1000),
    },
  };
}

function paperOf(called: CalledFor, wanted: FormPaper | undefined): FormPaper {
  const papers = papersOf(called);
  const [prescribed] = papers;
  const paper = papers.find(offered => offered === wanted) ?? (wanted === undefined ? prescribed : undefined);
  if (paper === undefined)
    throw new ProblemError(
      'parameter-invalid',
      {
        vi: `Biểu mẫu này chỉ in trên khổ ${papers.join(', ')}.`,
        en: `This form is printed on ${papers.join(', ')} only.`,
      },
      {
        faults: [
          {
            pointer: '/paper',
            message: { vi: `phải là ${papers.join(', ')}`, en: `must be one of: ${papers.join(', ')}` },
          },
        ],
      },
    );
  return paper;
}
