import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { AccountKind } from '../../../schemas/identity/account.ts';
import type { Action } from '../../../schemas/identity/actions.ts';
import type { Principal } from '../../../schemas/identity/principal.ts';
import { type Grant, policy, type Relation } from './policy.ts';

/** `hide`: answer as if it did not exist, because its existence is already confidential. */
export type Verdict = 'allow' | 'unauthenticated' | 'levelTooLow' | 'forbid' | 'hide';

type Citizen = Extract<Principal, { kind: 'citizen' }>;
type WithoutLevel = Exclude<AccountKind, 'citizen'>;

/** The parts of a caller that decide rights: an applicant's number does not. */
export type RightsHolder =
  | Exclude<Principal, { kind: AccountKind }>
  | Omit<Citizen, 'identityNumber'>
  | { readonly kind: WithoutLevel };

function fits(grant: Grant, caller: RightsHolder): boolean {
  if (grant.who !== caller.kind) return false;
  if (caller.kind === 'officer') return !grant.roles || grant.roles.some(role => caller.roles.includes(role));
  if (caller.kind === 'portal') return !grant.scope || caller.scopes.includes(grant.scope);
  return true;
}

/** The only place that authorizes. `relations` are those of the caller to the requested thing. */
export function judge(caller: RightsHolder, action: Action, relations: ReadonlySet<Relation>): Verdict {
  const grants = policy[action].filter(grant => fits(grant, caller));
  if (grants.length === 0) return caller.kind === 'anonymous' ? 'unauthenticated' : 'forbid';
  const related = grants.filter(grant => grant.relation === 'always' || relations.has(grant.relation));
  if (related.length === 0) return 'hide';
  const lowLevel = caller.kind === 'citizen' && related.every(grant => grant.level === 2 && caller.level < 2);
  return lowLevel ? 'levelTooLow' : 'allow';
}

/** The same answer for what does not exist and for what must be hidden from the caller. */
export function nothingHere(): ProblemError {
  return new ProblemError('not-found', {
    vi: 'Không tìm thấy nội dung này, hoặc ông/bà không có quyền xem.',
    en: 'Not found, or you do not have permission to see it.',
  });
}

const NONE: ReadonlySet<Relation> = new Set();

/** Refuses, as the policy says, what the caller may not do. */
export function demand(caller: RightsHolder, action: Action, relations: ReadonlySet<Relation> = NONE): void {
  switch (judge(caller, action, relations)) {
    case 'allow':
      return;
    case 'unauthenticated':
      throw new ProblemError('unauthenticated', {
        vi: 'Hãy đăng nhập và gửi mã truy cập trong “Authorization: Bearer …”.',
        en: 'Sign in and send the token as “Authorization: Bearer …”.',
      });
    case 'levelTooLow':
      throw new ProblemError('identity-level-too-low', {
        vi: 'Nộp hồ sơ cần tài khoản định danh điện tử mức độ 2 (VNeID).',
        en: 'Submitting requires a level 2 identity account (VNeID).',
      });
    case 'forbid':
      throw new ProblemError('forbidden', {
        vi: 'Tài khoản của ông/bà không có quyền thực hiện việc này.',
        en: 'Your role does not allow this.',
      });
    case 'hide':
      throw nothingHere();
  }
}

/** Refuses a caller who may not perform this action on anything: checked before anything of a request is looked at. */
export function demandAnyhow(caller: RightsHolder, action: Action): void {
  demand(caller, action, new Set(['owner', 'unit']));
}
