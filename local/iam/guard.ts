import type { HostLog } from '../host/log.ts';
import type { WireRequest } from '../host/wire.ts';
import type { S3Request } from '../s3/protocol/request.ts';
import { type AskedDeps, askedOf } from './asked.ts';
import { askedOfObjects } from './asked-of-objects.ts';
import type { Callers } from './callers.ts';
import { signatureFault } from './signed.ts';
import { type Asked, allows } from './statement.ts';

/** Why a request is not served, by the name AWS's JSON protocols give it. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
}

/** Refuses what is not signed rightly, and what the role of the function that asks does not allow. */
export interface Guard {
  /** Of every service but S3. */
  refusal(request: WireRequest, accessKeyId: string | undefined): Refusal | undefined;
  /** Of S3, which checks its signatures itself: in headers, links, forms and chunks. */
  denial(accessKeyId: string, request: S3Request): string | undefined;
}

export function openGuard(deps: AskedDeps & { callers: Callers; log: HostLog }): Guard {
  const { callers, place, log } = deps;

  const denial = (accessKeyId: string, asked: () => readonly Asked[]): string | undefined => {
    const role = callers.find(accessKeyId)?.role;
    if (!role) return undefined;
    const denied = asked().find(one => !allows(role.statements, one));
    if (!denied) return undefined;
    const message = `User: arn:aws:sts::${place.accountId}:assumed-role/${role.name} is not authorized to perform: ${denied.action} on resource: ${denied.resource ?? '*'}`;
    log.warn(`${message}${kindsOf(denied)}.`);
    return message;
  };

  return {
    denial: (accessKeyId, request) => denial(accessKeyId, () => askedOfObjects(request)),
    refusal(request, accessKeyId) {
      const fault = signatureFault(request, callers);
      if (fault || accessKeyId === undefined) return fault;
      const message = denial(accessKeyId, () => askedOf(request, deps));
      return message === undefined ? undefined : { code: 'AccessDeniedException', message };
    },
  };
}

/** What partition keys begin with: whole, they may be made from a person's data. */
function kindsOf({ context }: Asked): string {
  const kinds = context?.['dynamodb:leadingkeys']?.map(key => key.split('#')[0]) ?? [];
  return kinds.length === 0 ? '' : ` (${[...new Set(kinds)].join(', ')})`;
}
