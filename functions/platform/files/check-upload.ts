import type { StoredFile } from '../../../schemas/stored-file.ts';
import type { Words } from '../../../schemas/words.ts';
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
  | { readonly state: 'refused'; readonly difference: Words };

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
    const fault = (message: Words) => ({ faults: [{ pointer, message }] });
    if (!file || file.declaredBy !== caller)
      throw new ProblemError(
        'file-unknown',
        { vi: `Không có tệp ${id}.`, en: `There is no file ${id}.` },
        fault({ vi: 'không có tệp này', en: 'unknown' }),
      );
    if (file.dossier !== undefined && file.dossier !== dossier) {
      throw new ProblemError(
        'file-in-use',
        { vi: `Tệp ${id} thuộc hồ sơ khác.`, en: `${id} belongs to another dossier.` },
        fault({ vi: 'tệp thuộc hồ sơ khác', en: 'in use' }),
      );
    }
    if (contentType !== undefined && file.contentType !== contentType) {
      throw new ProblemError(
        'file-differs',
        { vi: `Tệp ${id} phải là ${contentType}.`, en: `${id} must be ${contentType}.` },
        fault({ vi: `phải là ${contentType}`, en: `must be ${contentType}` }),
      );
    }
    const outcome = await checkUpload(deps, file);
    if (outcome.state === 'missing') {
      throw new ProblemError(
        'file-not-uploaded',
        { vi: `Tệp ${id} đã khai báo nhưng chưa được tải lên.`, en: `${id} was declared but not uploaded.` },
        fault({ vi: 'chưa được tải lên', en: 'not uploaded' }),
      );
    }
    if (outcome.state === 'refused') {
      throw new ProblemError(
        'file-differs',
        { vi: `${id}: ${outcome.difference.vi}.`, en: `${id}: ${outcome.difference.en}.` },
        fault(outcome.difference),
      );
    }
  }
}
