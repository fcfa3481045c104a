import { ProblemError } from '../../../schemas/api/problem-error.ts';
import { WHAT_TO_DO } from '../../../schemas/secrecy-marks.ts';
import type { StoredFile } from '../../../schemas/stored/file.ts';

/** Whoever comes upon a state secret is told what to do with it. */
export const stoppedFile = ({ mark, page }: NonNullable<StoredFile['secrecy']>): ProblemError =>
  new ProblemError('file-stopped', {
    vi: `Trang ${page} có dấu chỉ độ mật “${mark}”; ${WHAT_TO_DO.vi}.`,
    en: `Page ${page} carries the mark of a state secret “${mark}”; ${WHAT_TO_DO.en}.`,
  });
