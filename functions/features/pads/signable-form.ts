import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import { type CalledFor, formNamed } from '../../domain/forms/called-for.ts';
import type { FormDocument } from '../../domain/forms/form-document.ts';
import { type InkEvent, inksOn } from '../../domain/forms/ink-events.ts';
import { hasPlaceToSign } from '../../domain/forms/inked-document.ts';
import { soundLedger } from '../../records/dossiers/demand-sound.ts';
import { formDocument, madeForm } from '../../records/forms/made-form.ts';
import type { PadDeps } from './deps.ts';

/** A form of a dossier that somebody at the desk can sign, with its file. */
export interface SignableForm {
  readonly called: CalledFor;
  readonly document: FormDocument;
  readonly file: { readonly key: string; readonly sha256: string };
  /** The handwriting it has already. */
  readonly inks: readonly InkEvent[];
}

/** The form as the ledger calls for it, on the paper that the law names first; refused where nobody signs it. */
export async function signableForm(deps: PadDeps, head: DossierHead, id: string): Promise<SignableForm> {
  const events = await soundLedger(deps.dossiers, head);
  const called = formNamed(id, events);
  const [paper] = called?.form.papers ?? [];
  if (!called || paper === undefined) throw noSuchForm();
  const document = await formDocument(deps, head, events, called);
  if (!hasPlaceToSign(document))
    throw new ProblemError('state-conflict', {
      vi: 'Biểu mẫu này không có chỗ ký của người nộp hoặc người nhận.',
      en: 'Nobody but officers signs this form.',
    });
  const file = await madeForm(deps, head, events, called, paper);
  return { called, document, file, inks: inksOn(id, events) };
}

function noSuchForm(): ProblemError {
  const words = { vi: 'Hồ sơ không có biểu mẫu này.', en: 'The dossier has no such form.' };
  return new ProblemError('request-invalid', words, {
    faults: [
      {
        pointer: '/form',
        message: { vi: 'phải là biểu mẫu của hồ sơ', en: 'must be a form of the dossier' },
      },
    ],
  });
}
