import type {
  ClaimedRelief,
  FeeRelief,
  FeeReliefs,
  ReliefEffect,
} from '../../../schemas/money/fee-relief.ts';
import type { FieldFault } from '../../../schemas/wording/field-faults.ts';
import { joined, type Words } from '../../../schemas/words.ts';
import { dayText } from '../wording/dates.ts';
import { inForce } from './reliefs.ts';

/** A relief that may be applied, with what it does that day. */
export interface GrantedRelief {
  readonly relief: FeeRelief;
  readonly effect: ReliefEffect;
  readonly ground: string;
}

/** Reliefs as claimed: those in force that are proved, or why one is not granted. */
export function grantedReliefs(
  claims: readonly ClaimedRelief[],
  day: string,
  law: FeeReliefs,
): { readonly granted: readonly GrantedRelief[]; readonly faults: readonly FieldFault[] } {
  const granted: GrantedRelief[] = [];
  const faults: FieldFault[] = [];
  for (const [index, { relief: code, evidence }] of claims.entries()) {
    const at = `/reliefs/${index}`;
    const relief = law.reliefs.find(each => each.relief === code);
    if (!relief) {
      faults.push({ pointer: `${at}/relief`, message: UNKNOWN });
      continue;
    }
    const found = inForce(relief, day);
    if (!found) faults.push({ pointer: `${at}/relief`, message: notInForce(relief, day) });
    const missing = evidenceFault(relief, evidence, law);
    if (missing) faults.push({ pointer: `${at}/evidence/${missing.member}`, message: missing.message });
    if (found && !missing) granted.push({ relief, ...found });
  }
  return { granted, faults };
}

function evidenceFault(relief: FeeRelief, { kind, attestedBy }: ClaimedRelief['evidence'], law: FeeReliefs) {
  if (!relief.evidence.includes(kind)) {
    const wanted = joined(
      law.evidence.filter(each => relief.evidence.includes(each.kind)).map(({ name }) => name),
    );
    return {
      member: 'kind',
      message: { vi: `cần chứng minh bằng: ${wanted.vi}`, en: `needs as evidence: ${wanted.en}` },
    };
  }
  const attesters = law.evidence.find(each => each.kind === kind)?.attestedBy ?? [];
  const attested = attesters.length === 0 || (attestedBy !== undefined && attesters.includes(attestedBy));
  return attested ? undefined : { member: 'attestedBy', message: NOT_ATTESTED };
}

function notInForce({ needs, from, until }: FeeRelief, day: string): Words {
  const begun = from <= day && (until === null || day <= until);
  if (begun && needs) return { vi: `chưa được áp dụng: ${needs.vi}`, en: `is not applied yet: ${needs.en}` };
  const end = until === null ? '' : dayText(until);
  return {
    vi: `không có hiệu lực ngày ${dayText(day)}: áp dụng từ ${dayText(from)}${end && ` đến hết ${end}`}`,
    en: `is not in force on ${dayText(day)}: it applies from ${dayText(from)}${end && ` to ${end}`}`,
  };
}

const UNKNOWN = { vi: 'không có trường hợp miễn, giảm này', en: 'there is no such relief' };
const NOT_ATTESTED = {
  vi: 'cần người xác nhận: hệ thống định danh (identitySystem) hoặc cán bộ (officer)',
  en: 'needs who attested it: the identity system (identitySystem) or an officer (officer)',
};
