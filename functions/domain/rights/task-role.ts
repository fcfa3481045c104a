import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { PlannedTask } from '../../../schemas/dossier/task.ts';
import type { OfficerPrincipal } from '../../../schemas/identity/principal.ts';
import { roleNames } from '../wording/names.ts';

/** The officer acts in the task's role, and nobody else holds the task. */
export function demandRole(task: Pick<PlannedTask, 'role' | 'assignee'>, officer: OfficerPrincipal): void {
  if (!officer.roles.includes(task.role)) {
    throw new ProblemError(
      'forbidden',
      {
        vi: `Công việc này dành cho vai trò ${roleNames[task.role].vi}.`,
        en: `This task is for the role ${task.role}.`,
      },
      {
        facts: { role: task.role },
      },
    );
  }
  if (task.assignee !== null && task.assignee !== officer.id) {
    throw new ProblemError('task-assigned', {
      vi: 'Công việc đã phân công cho đồng nghiệp; lãnh đạo có thể phân công lại.',
      en: 'This task is assigned to a colleague; a leader can reassign it to you.',
    });
  }
}
