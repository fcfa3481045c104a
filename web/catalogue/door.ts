import type { Answer } from '../api/client.ts';

type Published = Answer<'getProcedure'>;

/** Where a procedure is submitted online, as the catalogue says. What is right, the API decides when it is sent. */
export type Door =
  | { readonly kind: 'here' }
  | { readonly kind: 'nationalPortal' | 'counter' }
  | { readonly kind: 'closed'; readonly because: string | null }
  | {
      readonly kind: 'elsewhere';
      readonly system: NonNullable<Published['procedure']['authoritativeSystem']>;
    };

export function doorOf({ procedure, state, closedBecause }: Published, today: string): Door {
  const { authoritativeSystem: system, stillDecidedHere, citizensSubmitHere, methods } = procedure;
  if (system && !stillDecidedHere && system.since <= today) return { kind: 'elsewhere', system };
  if (state === 'closed') return { kind: 'closed', because: closedBecause };
  if (!methods.some(({ channel }) => channel === 'online')) return { kind: 'counter' };
  return { kind: citizensSubmitHere ? 'here' : 'nationalPortal' };
}
