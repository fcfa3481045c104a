import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { Procedure } from '../../../schemas/catalogue/procedure.ts';
import { isAccount } from '../../../schemas/identity/account.ts';
import type { Principal } from '../../../schemas/identity/principal.ts';
import { decidedElsewhere, elsewhereWords, nationalPortal } from '../catalogue/authoritative-system.ts';

/**
 * Refuses a submission made in the wrong place, and names the right one: for a procedure decided in a ministry's
 * system, whoever submits; and for citizens, foreigners or companies who submit by themselves what this system
 * accepts from the national portal only (NĐ 224/2026/NĐ-CP Đ15).
 */
export function demandRightDoor(procedure: Procedure, caller: Principal, today: string): void {
  const { code } = procedure;
  const system = decidedElsewhere(procedure, today);
  if (system !== undefined) {
    const { name, address, since, legalBasis } = system;
    throw new ProblemError('decided-elsewhere', elsewhereWords(code, system), {
      facts: { authoritativeSystem: { name, address, since, legalBasis }, submitAt: nationalPortal.address },
    });
  }
  if (!isAccount(caller.kind) || procedure.citizensSubmitHere) return;
  const { name, address } = nationalPortal;
  throw new ProblemError(
    'submit-at-national-portal',
    {
      vi: `Hồ sơ trực tuyến của thủ tục ${code} được nộp tại ${name.vi}: ${address}.`,
      en: `Online dossiers of ${code} are submitted at ${name.en}: ${address}.`,
    },
    { facts: { submitAt: address } },
  );
}
