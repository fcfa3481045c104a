import { explainRequest, explainResponse } from '../../deadline.ts';
import { operation } from '../operation.ts';

export const deadlineOperations = {
  explainDeadline: operation({
    id: 'explainDeadline',
    method: 'POST',
    path: '/v1/deadlines/explain',
    capability: 'deadlines',
    tag: 'Public',
    summary: 'When a time limit ends and why: every day or period, counted or not',
    action: 'public.read',
    body: explainRequest,
    answer: { status: 200, schema: explainResponse },
    problems: ['request-invalid', 'deadline-invalid'],
  }),
} as const;
