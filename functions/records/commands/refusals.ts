import { ProblemError } from '../../../schemas/api/problem-error.ts';
import { isThrottled } from '../../kernel/retry/throttled.ts';
import type { Refusal } from './case-store.ts';

/** Every try lost against a concurrent change. */
export function lostRace(): ProblemError {
  return new ProblemError('version-conflict', {
    vi: 'Hồ sơ đang được nhiều người thay đổi cùng lúc; hãy thử lại.',
    en: 'Others are changing this dossier at the same time; try again.',
  });
}

/** Whether a command failed only because of contention, so that it may be retried unchanged. */
export function isCrowded(error: unknown): boolean {
  if (isThrottled(error)) return true;
  return error instanceof ProblemError && (error.code === 'version-conflict' || error.code === 'too-busy');
}

export function fileRefused(refusal: Extract<Refusal, { refused: 'file' }>): ProblemError {
  return new ProblemError('file-in-use', {
    vi: `Tệp ${refusal.file} vừa được dùng cho hồ sơ khác.`,
    en: `${refusal.file} has just been used in another dossier.`,
  });
}

/**
 * Whether a command was refused because the case's ledger is broken: others of the same page are not to wait for it.
 */
export function isBroken(error: unknown): boolean {
  return error instanceof ProblemError && error.code === 'ledger-broken';
}
