import { ProblemError } from '../../../schemas/api/problem-error.ts';
import { LARGEST_FILE } from '../../../schemas/file-limits.ts';
import type { FileRefusal, Quarantine, StoredFile } from '../../../schemas/stored/file.ts';
import type { Words } from '../../../schemas/words.ts';
import { differenceOf } from '../../domain/files/compare-upload.ts';
import { infected, untold } from '../../domain/files/refusals.ts';
import type { MalwareScanner } from '../../domain/ports/malware.ts';
import { countOnce } from '../../kernel/lambda/count-once.ts';
import type { FileStore } from './file-store.ts';
import type { UploadedObjects } from './uploaded-objects.ts';

export interface CheckDeps {
  readonly files: Pick<FileStore, 'find' | 'settle' | 'quarantine'>;
  readonly objects: UploadedObjects;
  /** Where a deployment has a scanner: the scanner itself, or that another function has it. */
  readonly scanner?: MalwareScanner | 'elsewhere' | undefined;
  /** The largest file that this function judges; any, unless it says so. */
  readonly judgesUpTo?: number;
}

/** The verdict on a file. `missing`: nothing was uploaded yet. */
export type CheckOutcome =
  | { readonly state: 'checked' | 'missing' }
  | { readonly state: 'quarantined'; readonly quarantine: Quarantine }
  | { readonly state: 'refused'; readonly refusal: FileRefusal };

/**
 * The verdict on an upload. A file is judged once: when its sender reports it, when the store announces its arrival,
 * or when a dossier first refers to it, whichever comes first; the verdict is kept. Until there is one it waits in
 * quarantine: large files, and all where there is a scanner, are judged by the function that has the means.
 */
export async function checkUpload(deps: CheckDeps, file: StoredFile): Promise<CheckOutcome> {
  if (file.state === 'checked') return { state: 'checked' };
  if (file.state === 'refused') return { state: 'refused', refusal: file.refusal ?? untold };
  const found = await deps.objects.look(file.key);
  if (!found) return { state: 'missing' };
  const difference = differenceOf(file, found);
  if (!difference && found.size > (deps.judgesUpTo ?? LARGEST_FILE))
    return { state: 'quarantined', quarantine: 'large' };
  // Most requests judge no file: what does is loaded with the first.
  const { refusalOfContent } = await import('./judge-content.ts');
  const refusal = difference ?? (await refusalOfContent(file.contentType, await found.read()));
  if (refusal) return refuse(deps, file, refusal);
  if (deps.scanner === undefined) {
    await deps.files.settle(file.id, undefined, 'notScanned');
    return { state: 'checked' };
  }
  if (deps.scanner === 'elsewhere') return { state: 'quarantined', quarantine: 'scanAwaited' };
  const verdict = await deps.scanner.scan({ key: file.key, read: found.read });
  if (verdict === 'infected') return refuse(deps, file, infected);
  if (verdict === 'clean') {
    await deps.files.settle(file.id, undefined, 'clean');
    return { state: 'checked' };
  }
  const quarantine = verdict === 'awaited' ? 'scanAwaited' : 'scannerUnavailable';
  await deps.files.quarantine(file.id, quarantine);
  return { state: 'quarantined', quarantine };
}

async function refuse(deps: CheckDeps, file: StoredFile, refusal: FileRefusal): Promise<CheckOutcome> {
  await deps.files.settle(file.id, refusal);
  if (refusal.code === 'file-state-secret') countOnce('StateSecrets', { file: file.id });
  return { state: 'refused', refusal };
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
 * other dossier. Returns what is recorded of them.
 */
export async function demandChecked(
  deps: CheckDeps,
  references: readonly FileReference[],
  caller: string,
  dossier?: string,
): Promise<StoredFile[]> {
  const files: StoredFile[] = [];
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
    files.push(file);
  }
  return files;
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
  if (outcome.state === 'quarantined') {
    throw new ProblemError(
      'file-in-quarantine',
      {
        vi: `Tệp ${id} đang được kiểm tra an toàn: hãy thử lại sau ít giây.`,
        en: `${id} is still being checked: try again in a few seconds.`,
      },
      fault({ vi: 'đang được kiểm tra an toàn', en: 'is still being checked' }),
    );
  }
  if (outcome.state === 'refused') {
    const { code, vi, en } = outcome.refusal;
    throw new ProblemError(code, { vi: `Tệp ${id}: ${vi}.`, en: `${id}: ${en}.` }, fault({ vi, en }));
  }
}
