import type { Principal } from '../../../schemas/identity/principal.ts';
import { ProblemError } from '../../domain/problem.ts';
import { demand } from '../../domain/rights/judge.ts';

/** Whose tasks an officer is shown: of their unit, or of one they name and may see. */
export function taskScope(caller: Principal, wanted: string | undefined) {
  if (caller.kind !== 'officer') throw new ProblemError('forbidden', 'Only officers have tasks.');
  const unit = wanted ?? caller.unit;
  if (unit === null) throw new ProblemError('parameter-invalid', 'You work in no unit: name one in “unit”.');
  const own = unit === caller.unit;
  demand(caller, 'task.list', new Set(own ? ['unit'] : []));
  return { officer: caller, unit, own };
}
