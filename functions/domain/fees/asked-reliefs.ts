import type { Fee } from '../../../schemas/catalogue/fee.ts';
import type { AskedRelief } from '../../../schemas/money/fee-relief.ts';
import type { FieldFault } from '../../../schemas/wording/field-faults.ts';
import type { Words } from '../../../schemas/words.ts';
import { offeredReliefs } from './offered-reliefs.ts';
import type { RelievedProcedure } from './reliefs.ts';

/**
 * What stands against reliefs that an applicant asks for with the dossier (đề nghị miễn, giảm): each must be meant for
 * this fee and in force that day, and named with what proves it. Whether they are entitled, an officer says later.
 */
export function askedFaults(
  asked: readonly AskedRelief[],
  { fee, procedure }: { readonly fee: Fee | null; readonly procedure: RelievedProcedure },
  day: string,
): FieldFault[] {
  const offered = offeredReliefs(fee, procedure, day);
  const seen = new Set<string>();
  return asked.flatMap(({ relief, evidence }, index): FieldFault[] => {
    const at = `/reliefs/${index}`;
    const found = offered.find(each => each.relief === relief);
    if (!found) return [{ pointer: `${at}/relief`, message: NOT_OFFERED }];
    if (seen.has(relief)) return [{ pointer: `${at}/relief`, message: TWICE }];
    seen.add(relief);
    const known = found.evidence.some(({ kind }) => kind === evidence);
    return known ? [] : [{ pointer: `${at}/evidence`, message: NO_PROOF }];
  });
}

const NOT_OFFERED: Words = {
  vi: 'không áp dụng cho thủ tục này vào ngày nộp',
  en: 'does not apply to this procedure today',
};
const TWICE: Words = { vi: 'đã đề nghị ở trên', en: 'is asked for twice' };
const NO_PROOF: Words = { vi: 'không phải giấy tờ chứng minh trường hợp này', en: 'does not prove it' };
