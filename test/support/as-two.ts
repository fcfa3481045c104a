import { expect } from 'vitest';
import type { Answered, Caller, Sent } from './api-caller.ts';

/** Two administrators: what one proposes the other confirms. */
export interface Two {
  readonly administrator: Caller;
  readonly secondAdministrator: Caller;
}

/** What one administrator proposes and must be told is proposed: the proposed change. */
export async function proposed({ administrator }: Pick<Two, 'administrator'>, operation: string, sent: Sent) {
  const answer = await administrator.call(operation, sent);
  expect(answer.status, JSON.stringify(answer.body)).toBe(202);
  return answer.body;
}

/** The answer of the second administrator's confirmation. */
export const confirm = (
  { secondAdministrator }: Pick<Two, 'secondAdministrator'>,
  id: string,
): Promise<Answered> => secondAdministrator.call('confirmProposedChange', { params: { id } });

/** Has one administrator propose something and the other confirm it, which must be done by then. */
export async function asTwo(two: Two, operation: string, sent: Sent) {
  const { id } = await proposed(two, operation, sent);
  const answer = await confirm(two, id);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  expect(answer.body).toMatchObject({ id, status: 'done' });
  return answer;
}
