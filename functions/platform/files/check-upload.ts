import type { StoredFile } from '../../../schemas/stored-file.ts';
import { differenceOf } from '../../domain/files/compare-upload.ts';
import { ProblemError } from '../../domain/problem.ts';
import type { FileStore } from './file-store.ts';
import type { UploadedObjects } from './uploaded-objects.ts';

export interface CheckDeps {
  readonly files: FileStore;
  readonly objects: UploadedObjects;
}

/** What became of a check. `missing`: nothing was uploaded yet. */
export type CheckOutcome =
  | { readonly state: 'checked' | 'missing' }
  | { readonly state: 'refused'; readonly difference: string };

/** Compares an upload with its declaration and settles the file's state. Runs when the upload arrives, or when first referred to. */
export async function checkUpload(deps: CheckDeps, file: StoredFile): Promise<CheckOutcome> {
  if (file.state === 'checked') return { state: 'checked' };
  const found = await deps.objects.look(file.key);
  if (!found) return { state: 'missing' };
  const difference = differenceOf(file, found);
  await deps.files.settle(file.id, difference === undefined ? 'checked' : 'refused');
  return difference === undefined ? { state: 'checked' } : { state: 'refused', difference };
}

/** Where a file is referred to, for the pointer of its fault. */
export interface FileReference {
  readonly id: string;
  readonly pointer: string;
  /** The kind of file it must be, where not every kind will do. */
  readonly contentType?: StoredFile['contentType'];
}

/** Makes sure that every file referred to was declared by this caller, uploaded, is what was declared, and belongs to no other dossier. */
export async function demandChecked(
  deps: CheckDeps,
  references: readonly FileReference[],
  caller: string,
  dossier?: string,
): Promise<void> {
  for (const { id, pointer, contentType } of references) {
    const file = await deps.files.find(id);
    const fault = (message: string) => ({ faults: [{ pointer, message }] });
    if (!file || file.declaredBy !== caller)
      throw new ProblemError('file-unknown', `There is no file ${id}.`, fault('unknown'));
    if (file.dossier !== undefined && file.dossier !== dossier) {
      throw new ProblemError('file-in-use', `${id} belongs to another dossier.`, fault('in use'));
    }
    if (contentType !== undefined && file.contentType !== contentType) {
      throw new ProblemError(
        'file-differs',
        `${id} must be ${contentType}.`,
        fault(`must be ${contentType}`),
      );
    }
    const outcome = await checkUpload(deps, file);
    if (outcome.state === 'missing') {
      throw new ProblemError(
        'file-not-uploaded',
        `${id} was declared but not uploaded.`,
        fault('not uploaded'),
      );
    }
    if (outcome.state === 'refused') {
      throw new ProblemError('file-differs', `${id}: ${outcome.difference}.`, fault(outcome.difference));
    }
  }
}
