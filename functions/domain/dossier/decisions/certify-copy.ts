import { ProblemError } from '../../../../schemas/api/problem-error.ts';
import type { LedgerEvent } from '../../../../schemas/dossier/event.ts';
import type { ComparedPaper } from '../../../../schemas/dossier/paper-kind.ts';
import type { DigitizingState } from '../../../../schemas/stored/digitization.ts';
import { certifiedCopies } from '../../digitizing/certified-copies.ts';
import type { NewEvent } from '../context.ts';
import type { FileRole } from '../file-role.ts';

/** A file of a dossier whose copy an officer compared with the paper. */
export interface ComparedFile {
  readonly id: string;
  readonly sha256: string;
  readonly role: FileRole;
  /** How far the reading of it is. */
  readonly reading: DigitizingState;
  readonly comparedWith: ComparedPaper;
  /** SHA-256 of the copy, where it is known. */
  readonly copy: string | undefined;
}

/**
 * An officer certifies a digitized copy (xác nhận bản số hóa, TT 01/2023/TT-VPCP): copying a paper into electronic form
 * is to digitize it and to seal the copy (NĐ 30/2020/NĐ-CP Đ25). One that could not be sealed may be certified again.
 */
export function certifyCopy(ledger: readonly LedgerEvent[], file: ComparedFile): NewEvent {
  if (file.role !== 'paper' || file.reading === 'notNeeded')
    throw new ProblemError('state-conflict', {
      vi: 'Tệp này không phải bản số hóa của giấy tờ nên không có gì để xác nhận.',
      en: 'This file is no digitized paper: there is nothing to certify.',
    });
  if (file.reading !== 'done')
    throw new ProblemError('state-conflict', {
      vi: 'Chưa đọc xong tệp này, hoặc không đọc được; chỉ xác nhận được bản số hóa đã đọc xong.',
      en: 'This file is not read yet, or could not be read: only a copy that was read whole is certified.',
    });
  const copy = certifiedCopies(ledger).get(file.id);
  if (copy && copy.state !== 'notSealed')
    throw new ProblemError('state-conflict', {
      vi: 'Bản số hóa này đã được xác nhận.',
      en: 'This copy is certified already.',
    });
  const { id, sha256: original, comparedWith } = file;
  const seen = file.copy === undefined ? {} : { copy: file.copy };
  return {
    data: { type: 'copyCertified', file: id, original, ...seen, comparedWith },
    opens: [],
    closes: [],
  };
}
