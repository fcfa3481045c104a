import { type Principal, principal } from '../../../schemas/identity/principal.ts';

/** The caller as the authorizer determined it, passed on as JSON; anonymous on routes without a token. */
export function callerOf(authorizer: unknown): Principal {
  const text =
    authorizer !== null && typeof authorizer === 'object' && 'principal' in authorizer
      ? authorizer.principal
      : undefined;
  return typeof text === 'string' ? principal.parse(JSON.parse(text)) : { kind: 'anonymous' };
}
