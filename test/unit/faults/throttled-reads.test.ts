import { describe, expect, it } from 'vitest';
import { problemReply } from '../../../functions/kernel/http/problem-reply.ts';
import { isCrowded } from '../../../functions/records/commands/refusals.ts';
import { answerLost, serviceError } from './table-client.ts';

const context = { language: 'vi', requestId: 'r1', now: 0 } as const;

describe('a request whose reads the table throttles', () => {
  it('is told when to come again, and is no fault of ours', () => {
    for (const name of ['ThrottlingException', 'ProvisionedThroughputExceededException', 'SlowDown']) {
      const { ours, problem, reply } = problemReply(serviceError(name), context);
      expect({ ours, code: problem.code, status: reply.statusCode }).toEqual({
        ours: false,
        code: 'too-busy',
        status: 503,
      });
      expect(reply.headers).toMatchObject({ 'retry-after': '2' });
      expect(problem.detail).toBe('Hệ thống đang bận; hãy thử lại sau vài giây.');
    }
  });

  it('is not mistaken for one whose answer was lost, or whose right is missing', () => {
    for (const error of [answerLost(), serviceError('AccessDeniedException')]) {
      expect(problemReply(error, context)).toMatchObject({ ours: true, problem: { code: 'internal' } });
      expect(isCrowded(error)).toBe(false);
    }
    expect(isCrowded(serviceError('ThrottlingException'))).toBe(true);
  });
});
