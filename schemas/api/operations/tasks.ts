import * as z from 'zod';
import { agencyCode } from '../../codes/agency-code.ts';
import { procedureCode } from '../../codes/procedure-code.ts';
import { taskId, taskPhase } from '../../dossier/task.ts';
import { officerRole } from '../../identity/roles.ts';
import { taskDecision } from '../decision.ts';
import { operation } from '../operation.ts';
import { pageOf, pageQuery } from '../paging.ts';
import { assignmentBody, decisionReceipt, taskView } from '../task.ts';

const byId = z.strictObject({ id: taskId });

export const taskOperations = {
  listTasks: operation({
    id: 'listTasks',
    method: 'GET',
    path: '/v1/tasks',
    capability: 'tasks',
    tag: 'Tasks',
    summary: 'Open tasks of a unit by due date: mine, or nobody’s, of my roles unless asked otherwise',
    action: 'task.list',
    query: z.strictObject({
      ...pageQuery,
      unit: agencyCode.optional(),
      role: officerRole.optional(),
      phase: taskPhase.optional(),
      procedure: procedureCode.optional(),
      assignee: z.enum(['me', 'nobody', 'anybody']).optional(),
      alarm: z.enum(['none', 'dueSoon', 'overdue', 'escalated']).optional(),
    }),
    answer: { status: 200, schema: pageOf(taskView) },
    problems: ['parameter-invalid', 'cursor-invalid', 'not-found'],
  }),
  getTask: operation({
    id: 'getTask',
    method: 'GET',
    path: '/v1/tasks/{id}',
    capability: 'tasks',
    tag: 'Tasks',
    summary: 'A task and what may be decided at it',
    action: 'task.read',
    params: byId,
    answer: { status: 200, schema: taskView, etag: true },
    problems: ['parameter-invalid', 'not-found'],
  }),
  decideTask: operation({
    id: 'decideTask',
    method: 'POST',
    path: '/v1/tasks/{id}/decision',
    capability: 'tasks',
    tag: 'Tasks',
    summary: 'Decides a task; the same decision again gets the same answer',
    action: 'task.decide',
    params: byId,
    body: taskDecision,
    answer: { status: 200, schema: decisionReceipt, etag: true },
    problems: [
      'request-invalid',
      'parameter-invalid',
      'not-found',
      'decision-not-allowed',
      'task-closed',
      'task-assigned',
      'state-conflict',
      'fee-unpaid',
      'fee-amount-wrong',
      'supplement-once',
      'extension-once',
      'extension-too-late',
      'extension-not-later',
      'deadline-invalid',
      'component-unknown',
      'file-unknown',
      'file-not-uploaded',
      'file-differs',
      'file-in-use',
      'idempotency-key-reused',
      'precondition-failed',
      'version-conflict',
      'too-busy',
    ],
    takesIfMatch: true,
  }),
  assignTask: operation({
    id: 'assignTask',
    method: 'POST',
    path: '/v1/tasks/{id}/assignment',
    capability: 'tasks',
    tag: 'Tasks',
    summary: 'Takes a task, gives it to a colleague of the unit (leaders), or gives it back',
    action: 'task.assign',
    params: byId,
    body: assignmentBody,
    answer: { status: 200, schema: taskView, etag: true },
    problems: [
      'request-invalid',
      'parameter-invalid',
      'not-found',
      'task-closed',
      'task-assigned',
      'idempotency-key-reused',
      'precondition-failed',
      'version-conflict',
      'too-busy',
    ],
    takesIfMatch: true,
  }),
} as const;
