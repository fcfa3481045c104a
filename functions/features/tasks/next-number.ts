import type { PlannedTask } from '../../../schemas/dossier/task.ts';
import type { DecisionContext, Numbering } from '../../domain/dossier/context.ts';
import { letterheadOf } from '../../domain/printing/letterhead.ts';
import { documentNumber, registerFor } from '../../domain/results/result-kinds.ts';
import { dateOf } from '../../domain/vietnam-time.ts';
import type { TakenNumber } from '../../records/dossiers/dossier-store.ts';
import type { TaskDeps } from './deps.ts';

type Deps = {
  readonly dossiers: Pick<TaskDeps['dossiers'], 'documentsCounted'>;
  readonly organization: Pick<TaskDeps['organization'], 'current'>;
};

/** At a task of the registry clerk, the next number of the register the result belongs to; elsewhere nothing. */
export async function nextNumber(
  { dossiers, organization }: Deps,
  { head, rules, now }: DecisionContext,
  { phase }: Pick<PlannedTask, 'phase'>,
): Promise<{ numbering: Numbering; numbered: TakenNumber } | undefined> {
  if (phase !== 'seal') return undefined;
  const agency = head.competentUnit;
  const register = registerFor(rules.procedure);
  const documentDate = dateOf(now);
  const year = documentDate.slice(0, 4);
  const [counted, units] = await Promise.all([
    dossiers.documentsCounted(agency, register.register, year),
    organization.current(),
  ]);
  const count = counted + 1;
  const { agency: name } = letterheadOf(units?.units ?? [], agency);
  return {
    numbering: {
      register: register.register,
      documentNumber: documentNumber(register, count, { year, agency: name }),
      documentDate,
    },
    numbered: { agency, register: register.register, year, count },
  };
}
