import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { Unit } from '../../../schemas/organization/unit.ts';
import type { Words } from '../../../schemas/words.ts';
import { withoutSuccessor } from '../../domain/organization/without-successor.ts';
import type { UnitWork, WorkOf } from './unit-work.ts';

/**
 * Refuses a list of units that would leave work without a unit: one that ends or is left out without a successor,
 * although it still has work or is named in a procedure or workflow. Closed dossiers also need a unit that can find
 * them: a unit with such dossiers must be ended, not left out.
 */
export async function demandSuccessors(
  deps: { readonly workOf: WorkOf },
  before: readonly Unit[],
  after: readonly Unit[],
): Promise<void> {
  const left = new Set(after.map(({ code }) => code));
  const stranded: (UnitWork & { readonly pointer: string })[] = [];
  const ending = new Map(withoutSuccessor(before, after).map(({ unit, pointer }) => [unit, pointer]));
  for (const work of await deps.workOf([...ending.keys()])) {
    const { unit, openDossiers, openTasks, officers, procedures, workflows, closedDossiers } = work;
    const open = openDossiers + openTasks + officers + procedures + workflows;
    if (open > 0 || (!left.has(unit) && closedDossiers > 0))
      stranded.push({ ...work, pointer: ending.get(unit) ?? '/units' });
  }
  if (stranded.length === 0) return;
  throw new ProblemError(
    'unit-in-use',
    {
      vi: `Có đơn vị kết thúc khi còn việc mà chưa có đơn vị kế thừa: ${stranded.map(work => told(work).vi).join('; ')}.`,
      en: `Units would end with work left and no successor: ${stranded.map(work => told(work).en).join('; ')}.`,
    },
    {
      faults: stranded.map(({ pointer, ...work }) => ({ pointer, message: told(work) })),
      facts: { units: stranded.map(({ pointer: _, ...work }) => work) },
    },
  );
}

function told(work: UnitWork): Words {
  const { unit, openDossiers, closedDossiers, openTasks, officers, procedures, workflows } = work;
  const counts = [
    [openDossiers, 'hồ sơ đang giải quyết', 'open dossiers'],
    [openTasks, 'công việc đang mở', 'open tasks'],
    [closedDossiers, 'hồ sơ đã kết thúc', 'closed dossiers'],
    [officers, 'cán bộ, công chức', 'officers'],
    [workflows, 'quy trình nêu tên', 'workflows that name it'],
    [procedures, 'thủ tục nêu tên', 'procedures that name it'],
  ] as const;
  return {
    vi: `${unit} còn ${counts.map(([count, vi]) => `${count} ${vi}`).join(', ')}`,
    en: `${unit} has ${counts.map(([count, , en]) => `${count} ${en}`).join(', ')}`,
  };
}
