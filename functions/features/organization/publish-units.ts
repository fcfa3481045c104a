import type { organizationOperations } from '../../../schemas/api/operations/organization.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import { digestOf } from '../../domain/canonical-json.ts';
import { faultsOfUnits } from '../../domain/organization/check-units.ts';
import { toRfc3339 } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { LARGEST_RECORD, recordSize } from '../../kernel/table/item-size.ts';
import type { Attempt } from '../../records/idempotency/attempt.ts';
import { demandSuccessors } from './demand-successors.ts';
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
 * Publishes the units as the next version; dossiers keep the version they were received under. Units that have ended
 * by then hand over their work at once; the worker does what does not fit into one request.
 */
export async function publishOrganization(
  deps: OrganizationDeps,
  { body, now }: Call<Operations['publishOrganization']>,
  attempt: Attempt,
): Promise<Reply<Operations['publishOrganization']>> {
  const faults = faultsOfUnits(body.units);
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
  const current = await deps.organization.current();
  if (current && digestOf(current.units) === digestOf(body.units)) {
    await deps.moveEnded();
    return { body: current, version: current.version };
  }
  await demandSuccessors(deps, current?.units ?? [], body.units);
  const next = { version: (current?.version ?? 0) + 1, recordedAt: toRfc3339(now), units: body.units };
  const reply = { body: next, version: next.version };
  if ((await deps.organization.add(next, attempt.keeps(reply))) === 'conflict') {
    throw new ProblemError('version-conflict', {
      vi: 'Danh sách đơn vị vừa được người khác thay đổi; hãy đọc lại.',
      en: 'Someone else changed the units in the meantime; read them again.',
    });
  }
  await deps.moveEnded();
  return reply;
}
