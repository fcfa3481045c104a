import type { organizationOperations } from '../../../schemas/api/operations/organization.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import { digestOf } from '../../domain/canonical-json.ts';
import { faultsOfIssuers } from '../../domain/organization/check-issuers.ts';
import { faultsOfUnits } from '../../domain/organization/check-units.ts';
import { toRfc3339 } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { LARGEST_RECORD, recordSize } from '../../kernel/table/item-size.ts';
import type { Attempt } from '../../records/idempotency/attempt.ts';
import { demandSuccessors } from '../../records/organization/demand-successors.ts';
import { planUnits } from '../../records/proposed-changes/plan-units.ts';
import { propose } from '../../records/proposed-changes/propose.ts';
import type { OrganizationDeps } from './deps.ts';

type Operations = typeof organizationOperations;

/** The units in force. */
export async function getOrganization(
  deps: Pick<OrganizationDeps, 'organization'>,
): Promise<Reply<Operations['getOrganization']>> {
  const current = await deps.organization.current();
  if (!current)
    throw new ProblemError('not-found', {
      vi: 'Chưa công bố đơn vị nào.',
      en: 'No units have been published yet.',
    });
  return { body: current, version: current.version };
}

/**
 * Proposes the units as the next version, which a second administrator confirms: units that end by it hand
 * over all they have. The first list is in force at once, for nobody has work yet. Dossiers keep the
 * version they were received under.
 */
export async function publishOrganization(
  deps: OrganizationDeps,
  call: Call<Operations['publishOrganization']>,
  attempt: Attempt,
): Promise<Reply<Operations['publishOrganization']>> {
  const { body, now } = call;
  const current = await deps.organization.current();
  const faults = [...faultsOfUnits(body.units), ...faultsOfIssuers(current?.units ?? [], body.units)];
  if (faults.length > 0) {
    throw new ProblemError(
      'request-invalid',
      {
        vi: 'Danh sách đơn vị có chỗ không nhất quán.',
        en: 'The list of units is inconsistent.',
      },
      { faults },
    );
  }
  if (recordSize(body.units) > LARGEST_RECORD) {
    throw new ProblemError(
      'request-invalid',
      {
        vi: `Danh sách đơn vị lớn hơn ${LARGEST_RECORD} byte.`,
        en: `The list of units has more than ${LARGEST_RECORD} bytes.`,
      },
      { faults: [{ pointer: '/units', message: { vi: 'tổng cộng quá lớn', en: 'the list is too large' } }] },
    );
  }
  if (current && digestOf(current.units) === digestOf(body.units)) {
    await deps.moveEnded();
    return { body: current, version: current.version };
  }
  if (current) {
    const content = { kind: 'units', units: body.units } as const;
    return propose(deps, call, { content, plan: await planUnits(deps, content) }, attempt);
  }
  await demandSuccessors(deps, [], body.units);
  const first = { version: 1, recordedAt: toRfc3339(now), units: body.units };
  const reply = { body: first, version: 1 };
  if ((await deps.organization.add(first, attempt.keeps(reply))) === 'conflict') {
    throw new ProblemError('version-conflict', {
      vi: 'Danh sách đơn vị vừa được người khác thay đổi; hãy đọc lại.',
      en: 'Someone else changed the units in the meantime; read them again.',
    });
  }
  return reply;
}
