import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { FileRefusal, StoredFile } from '../../../schemas/stored/file.ts';
import type { Words } from '../../../schemas/words.ts';
import { differenceOf } from '../../domain/files/compare-upload.ts';
import { untold } from '../../domain/files/refusals.ts';
import type { FileStore } from './file-store.ts';
import { refusalOfContent } from './judge-content.ts';
import type { UploadedObjects } from './uploaded-objects.ts';

export interface CheckDeps {
  readonly files: FileStore;
  readonly objects: UploadedObjects;
}

/** The verdict on a file. `missing`: nothing was uploaded yet. */
export type CheckOutcome =
  | { readonly state: 'checked' | 'missing' }
  | { readonly state: 'refused'; readonly refusal: FileRefusal };

/**
 * The verdict on an upload. A file is judged once: when its sender reports it, when the store announces its arrival,
 * or when a dossier first refers to it, whichever comes first; the verdict is kept.
 */
export async function checkUpload(deps: CheckDeps, file: StoredFile): Promise<CheckOutcome> {
  if (file.state === 'checked') return { state: 'checked' };
  if (file.state === 'refused') return { state: 'refused', refusal: file.refusal ?? untold };
  const found = await deps.objects.look(file.key);
  if (!found) return { state: 'missing' };
  const refusal = differenceOf(file, found) ?? (await refusalOfContent(file.contentType, found.bytes));
  await deps.files.settle(file.id, refusal);
  return refusal === undefined ? { state: 'checked' } : { state: 'refused', refusal };
}

/** Where the request refers to the file, for the pointer of a fault. */
export interface FileReference {
  readonly id: string;
  readonly pointer: string;
  /** The required media type, if not every type will do. */
  readonly contentType?: StoredFile['contentType'];
}

/**
 * Makes sure that every file referred to was declared by this caller, was uploaded as declared, and belongs to no
 * other dossier.
 */
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
        fault({ vi: 'không có tệp này', en: 'there is no such file' }),
      );
    if (file.dossier !== undefined && file.dossier !== dossier) {
      throw new ProblemError(
        'file-in-use',
        { vi: `Tệp ${id} thuộc hồ sơ khác.`, en: `${id} belongs to another dossier.` },
        fault({ vi: 'tệp thuộc hồ sơ khác', en: 'belongs to another dossier' }),
      );
    }
    if (contentType !== undefined && file.contentType !== contentType) {
      throw new ProblemError(
        'file-differs',
        { vi: `Tệp ${id} phải là ${contentType}.`, en: `${id} must be ${contentType}.` },
        fault({ vi: `phải là ${contentType}`, en: `must be ${contentType}` }),
      );
    }
    demandUsable(id, await checkUpload(deps, file), pointer);
  }
}

/** Refuses a file that is missing or was judged unusable. `pointer`: where the request refers to it. */
export function demandUsable(id: string, outcome: CheckOutcome, pointer?: string): void {
  const fault = (message: Words) => (pointer === undefined ? {} : { faults: [{ pointer, message }] });
  if (outcome.state === 'missing') {
    throw new ProblemError(
      'file-not-uploaded',
      {
        vi: `Tệp ${id} đã khai báo nhưng chưa được tải lên.`,
        en: `${id} was declared but has not been uploaded.`,
      },
      fault({ vi: 'chưa được tải lên', en: 'has not been uploaded' }),
    );
  }
  if (outcome.state === 'refused') {
    const { code, vi, en } = outcome.refusal;
    throw new ProblemError(code, { vi: `Tệp ${id}: ${vi}.`, en: `${id}: ${en}.` }, fault({ vi, en }));
  }
}
