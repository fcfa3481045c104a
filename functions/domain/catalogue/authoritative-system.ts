import * as z from 'zod';
import law from '../../../law/authoritative-systems.json' with { type: 'json' };
import {
  type AuthoritativeSystem,
  authoritativeSystem,
} from '../../../schemas/catalogue/authoritative-system.ts';
import type { Procedure } from '../../../schemas/catalogue/procedure.ts';
import type { Words } from '../../../schemas/words.ts';

const byField = new Map(
  law.fields.flatMap(({ names, system }) => {
    const read = z.parse(authoritativeSystem, system);
    return names.map(name => [name, read] as const);
  }),
);

/** Where citizens submit by themselves: the national portal (Cổng Dịch vụ công quốc gia). */
export const nationalPortal: AuthoritativeSystem = z.parse(authoritativeSystem, law.nationalPortal);

/** The ministry's system that the law names for a field (lĩnh vực) of procedures; undefined if the province decides. */
export function systemOfField(field: string): AuthoritativeSystem | undefined {
  return byField.get(field.normalize('NFC').trim());
}

/**
 * The system that decides a procedure on a day (`YYYY-MM-DD`) instead of the province's; undefined if it is decided
 * here.
 */
export function decidedElsewhere(procedure: Procedure, today: string): AuthoritativeSystem | undefined {
  const system = procedure.authoritativeSystem;
  if (system === undefined || procedure.stillDecidedHere || system.since > today) return undefined;
  return system;
}

/** Where a procedure is decided and where its applicants should go, in a sentence. */
export function elsewhereWords(
  code: string,
  { name, address, since, legalBasis }: AuthoritativeSystem,
): Words {
  const portal = nationalPortal;
  const [year, month, day] = since.split('-');
  return {
    vi: `Thủ tục ${code} được giải quyết tại ${name.vi} (${address}) từ ngày ${day}/${month}/${year} theo ${legalBasis}; tổ chức, cá nhân nộp hồ sơ tại ${portal.name.vi} (${portal.address}).`,
    en: `${code} has been decided in ${name.en} (${address}) since ${since} (${legalBasis}); applicants submit at ${portal.name.en} (${portal.address}).`,
  };
}
