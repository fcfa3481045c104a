import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { PlannedTask } from '../../../schemas/dossier/task.ts';
import type { OfficerPrincipal } from '../../../schemas/identity/principal.ts';
import type { Signature } from '../../../schemas/organization/authorization.ts';
import type { NewEvent } from '../../domain/dossier/context.ts';
import { type Signing, signingOf } from '../../domain/organization/authorizations.ts';
import { isSignature } from '../../domain/rights/four-eyes.ts';
import { actsForPost } from '../../domain/rights/postal.ts';
import { dateOf, type Instant } from '../../domain/vietnam-time.ts';
import type { AuthorizationStore } from '../../records/organization/authorization-store.ts';

interface Deps {
  readonly authorizations: Pick<AuthorizationStore, 'of'>;
}

/**
 * How an officer signs on a day, asked at tasks for signers only. Whoever substitutes for a signer
 * acts in that role on the strength of a dated authorization (NĐ 30/2020/NĐ-CP Đ13, NĐ
 * 309/2026/NĐ-CP Đ6), under their own account.
 */
export async function signingAt(
  { authorizations }: Deps,
  { role }: Pick<PlannedTask, 'role'>,
  officer: Pick<OfficerPrincipal, 'id' | 'unit'>,
  now: Instant,
): Promise<Signing> {
  if (role !== 'signer' || officer.unit === null) return 'unrecorded';
  const { authorizations: all } = await authorizations.of(officer.unit);
  return signingOf(all, officer.id, dateOf(now));
}

/**
 * An officer with the role in which they take a decision: a signer's by an authorization in
 * force, reception's for the post.
 */
export function actingAs(
  officer: OfficerPrincipal,
  signing: Signing,
  { task, decision }: { readonly task: Pick<PlannedTask, 'phase' | 'role'>; readonly decision: string },
): OfficerPrincipal {
  const roles = [...officer.roles];
  if (typeof signing !== 'string') roles.push('signer');
  if (actsForPost(officer, task, decision)) roles.push('reception');
  return { ...officer, roles };
}

/** The signature of a decision, for its entry; refused where the officer's authorization does not hold. */
export function demandPowerToSign(
  task: Pick<PlannedTask, 'phase' | 'step'>,
  decision: string,
  signing: Signing,
): Signature | undefined {
  if (!isSignature(task, decision) || signing === 'unrecorded') return undefined;
  if (signing !== 'lapsed') return signing;
  throw new ProblemError('authorization-lapsed', {
    vi: 'Thẩm quyền ký của ông/bà đã hết hiệu lực. Hãy chuyển cho người đang có thẩm quyền để ký, hoặc đề nghị quản trị viên ghi nhận văn bản mới.',
    en: 'Your authorization to sign has ended: leave it to whoever is authorized, or have a new one recorded.',
  });
}

/** Events with the signature on those that sign. */
export function signedWith(events: NewEvent[], signature: Signature | undefined): NewEvent[] {
  if (signature === undefined) return events;
  return events.map(event => {
    const { data } = event;
    switch (data.type) {
      case 'decided':
      case 'extended':
      case 'resultRevoked':
      case 'correctionSigned':
        return { ...event, data: { ...data, signature } };
      default:
        return event;
    }
  });
}
