import { expect } from 'vitest';
import { type Caller, devCaller } from '../../support/api-caller.ts';
import type { World } from './world.ts';

/** An address of this machine where nobody listens. */
export const NOWHERE = 'http://127.0.0.1:9/events';

let portals = 0;

/** A portal that nobody has met yet. */
export function freshPortal({ url, conformance }: World): Promise<Caller> {
  const id = `portal-${++portals}`;
  return devCaller({ url, conformance }, id, { kind: 'portal', id });
}

/** The id of a new subscription. */
export async function subscribed(portal: Caller, body: object = { url: NOWHERE }): Promise<string> {
  const answer = await portal.call('createSubscription', { body });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.id;
}
