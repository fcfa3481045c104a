import type { organisationOperations } from '../../schemas/api/operations/organisation.ts';
import { digestOf } from '../domain/canonical-json.ts';
import { faultsOfUnits } from '../domain/organisation/check-units.ts';
import { ProblemError } from '../domain/problem.ts';
import { toRfc3339 } from '../domain/vietnam-time.ts';
import type { Attempt } from '../platform/http/attempt.ts';
import type { Call, Reply } from '../platform/http/call.ts';
import { LARGEST_RECORD, recordSize } from '../platform/table/item-size.ts';
import { demandSuccessors } from './demand-successors.ts';
import type { OrganisationDeps } from './deps.ts';

type Operations = typeof organisationOperations;

/** The units in force. */
export async function getOrganisation(
  deps: Pick<OrganisationDeps, 'organisation'>,
): Promise<Reply<Operations['getOrganisation']>> {
  const current = await deps.organisation.current();
  if (!current)
    throw new ProblemError('not-found', {
      vi: 'Chưa công bố đơn vị nào.',
      en: 'No units were published yet.',
    });
  return { body: current, version: current.version };
}

/**
 * Publishes the units as the next version; dossiers keep the version they were received under. Units that have ended by
 * then hand their work over at once; what is too much for one request, the worker does.
 */
export async function publishOrganisation(
  deps: OrganisationDeps,
  { body, now }: Call<Operations['publishOrganisation']>,
  attempt: Attempt,
): Promise<Reply<Operations['publishOrganisation']>> {
  const faults = faultsOfUnits(body.units);
  if (faults.length > 0) {
    throw new ProblemError(
      'request-invalid',
      {
        vi: 'Danh sách đơn vị không khớp với nhau.',
        en: 'The units do not hold together.',
      },
      { faults },
    );
  }
  if (recordSize(body.units) > LARGEST_RECORD) {
    throw new ProblemError(
      'request-invalid',
      {
        vi: `Danh sách đơn vị lớn hơn ${LARGEST_RECORD} byte.`,
        en: `The units together have more than ${LARGEST_RECORD} bytes.`,
      },
      { faults: [{ pointer: '/units', message: { vi: 'tổng cộng quá lớn', en: 'too large together' } }] },
    );
  }
  const current = await deps.organisation.current();
  if (current && digestOf(current.units) === digestOf(body.units)) {
    await deps.moveEnded();
    return { body: current, version: current.version };
  }
  await demandSuccessors(deps, current?.units ?? [], body.units);
  const next = { version: (current?.version ?? 0) + 1, recordedAt: toRfc3339(now), units: body.units };
  const reply = { body: next, version: next.version };
  if ((await deps.organisation.add(next, attempt.keeps(reply))) === 'conflict') {
    throw new ProblemError('version-conflict', {
      vi: 'Danh sách đơn vị vừa được người khác thay đổi; hãy đọc lại.',
      en: 'The units were changed by somebody else meanwhile; read them again.',
    });
  }
  await deps.moveEnded();
  return reply;
}
