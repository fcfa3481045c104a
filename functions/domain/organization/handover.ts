import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { OrganizationVersion } from '../../../schemas/stored/organization.ts';
import type { TakingOver } from '../dossier/decisions/transfer.ts';
import { dateOf, type Instant } from '../vietnam-time.ts';
import { hasEnded, successionOf } from './succession.ts';

/** Whose work goes to whom, by the published version of the units. */
export type Handover = Pick<TakingOver, 'ended' | 'to' | 'organisationVersion'>;

/** The receiver that is wanted; the unit that holds the dossiers, or the dossiers themselves. */
interface AskedFor {
  readonly to?: string | undefined;
  readonly from?: string | undefined;
  readonly dossiers?: readonly string[] | undefined;
}

/**
 * Whose work goes to whom; refused for a unit without a successor, or for a receiver that is not one. An active unit
 * can only get back what it handed over when it seemed to have ended.
 */
export function handoverOf(
  current: OrganizationVersion | undefined,
  code: string,
  { to: wanted, from, dossiers }: AskedFor,
  now: Instant,
): Handover {
  const unit = current?.units.find(one => one.code === code);
  if (!current || !unit)
    throw new ProblemError('unit-unknown', {
      vi: `Không có đơn vị ${code}.`,
      en: `There is no unit ${code}.`,
    });
  const today = dateOf(now);
  if (!hasEnded(unit, today)) {
    const back = (from !== undefined || dossiers !== undefined) && (wanted ?? code) === code;
    if (back) return { ended: code, to: code, organisationVersion: current.version };
    throw new ProblemError('unit-in-force', {
      vi: `${unit.name} còn hoạt động${unit.validTo === null ? '' : ` đến hết ngày ${unit.validTo}`}; chỉ chuyển hồ sơ khi đơn vị đã kết thúc. Để trả lại cho đơn vị những hồ sơ đã chuyển nhầm, hãy nêu đơn vị đang giữ (from) hoặc các hồ sơ cần trả (dossiers).`,
      en: `${code} ${unit.validTo === null ? 'has not ended' : `lasts until ${unit.validTo}`}: its dossiers are handed over once it has ended. To return dossiers handed over by mistake, name the unit that holds them (from) or the dossiers.`,
    });
  }
  const heirs = successionOf(current.units, today).heirsOf(code);
  const [principal] = heirs;
  if (principal === undefined) {
    throw new ProblemError('unit-in-use', {
      vi: `${unit.name} đã kết thúc mà chưa có đơn vị kế thừa; hãy công bố đơn vị kế thừa (successors).`,
      en: `${code} ended without a successor: publish the units with its successors.`,
    });
  }
  if (wanted !== undefined && !heirs.includes(wanted)) {
    throw new ProblemError(
      'request-invalid',
      { vi: `${wanted} không kế thừa ${unit.name}.`, en: `${wanted} does not succeed ${code}.` },
      {
        faults: [
          {
            pointer: '/to',
            message: {
              vi: `phải là một trong: ${heirs.join(', ')}`,
              en: `must be one of: ${heirs.join(', ')}`,
            },
          },
        ],
      },
    );
  }
  return { ended: code, to: wanted ?? principal, organisationVersion: current.version };
}
