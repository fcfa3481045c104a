import { describe, expect, test } from 'vitest';
import type { OrganizationDeps } from '../../../functions/features/organization/deps.ts';
import { publishOrganization } from '../../../functions/features/organization/publish-units.ts';
import { onlyAttempt } from '../../../functions/records/idempotency/attempt.ts';
import type { UnitWork } from '../../../functions/records/organization/unit-work.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { Unit } from '../../../schemas/organization/unit.ts';
import { commune, ended } from './units.ts';

const nothing = {
  openDossiers: 0,
  closedDossiers: 0,
  openTasks: 0,
  officers: 0,
  procedures: 0,
  workflows: 0,
};

/** Publishes over units that are in force, in a province where units have this work. */
async function publish(before: Unit[], after: Unit[], work: Record<string, Partial<UnitWork>> = {}) {
  const proposed: unknown[] = [];
  const deps = {
    organization: {
      current: async () => ({ version: 1, recordedAt: '2025-01-01T08:00:00+07:00', units: before }),
      add: () => Promise.reject(new Error('nothing is in force before a second administrator confirms it')),
    },
    proposedChanges: {
      adding(one: unknown) {
        proposed.push(one);
        return [];
      },
      write: async () => true,
    },
    moveEnded: async () => {},
    workOf: async (units: readonly string[]) => units.map(unit => ({ ...nothing, ...work[unit], unit })),
  };
  const call = {
    body: { units: after },
    caller: { kind: 'officer', id: 'quantri.h44', unit: 'H44', roles: ['administrator'] },
    language: 'vi',
    now: Date.parse('2025-07-01T08:00:00+07:00'),
  };
  // Only what publishing needs is given.
  const outcome = await publishOrganization(
    deps as unknown as OrganizationDeps,
    call as never,
    onlyAttempt(call.now),
  ).catch(error => {
    if (!(error instanceof ProblemError)) throw error;
    return error;
  });
  return { outcome, proposed };
}

describe('units that would leave work to nobody', () => {
  const lasting = commune('H44.2');

  test('are refused with the numbers, in both languages', async () => {
    const work = { openDossiers: 12, openTasks: 14, officers: 5, workflows: 2, procedures: 1 };
    const { outcome, proposed } = await publish([commune('H44.1'), lasting], [ended('H44.1', []), lasting], {
      'H44.1': work,
    });
    expect(outcome).toMatchObject({
      code: 'unit-in-use',
      facts: { units: [{ unit: 'H44.1', ...work, closedDossiers: 0 }] },
      faults: [{ pointer: '/units/0/successors' }],
    });
    const { vi, en } = (outcome as ProblemError).detail;
    for (const count of ['12', '14', '5', '2', '1']) {
      expect(vi).toContain(count);
      expect(en).toContain(count);
    }
    expect(vi).toContain('12 hồ sơ đang giải quyết, 14 công việc đang mở');
    expect(en).toContain('12 open dossiers, 14 open tasks');
    expect(proposed).toEqual([]);
  });

  test.each([
    ['open dossiers', { openDossiers: 1 }],
    ['open tasks', { openTasks: 1 }],
    ['officers', { officers: 1 }],
    ['workflows', { workflows: 1 }],
    ['procedures', { procedures: 1 }],
  ])('are refused for %s alone', async (_, work) => {
    const { outcome } = await publish([commune('H44.1'), lasting], [ended('H44.1', []), lasting], {
      'H44.1': work,
    });
    expect(outcome).toMatchObject({ code: 'unit-in-use' });
  });

  test('are refused for closed dossiers only where the unit is left out, so that nobody could find them', async () => {
    const work = { 'H44.1': { closedDossiers: 3 } };
    const before = [commune('H44.1'), lasting];
    expect((await publish(before, [lasting], work)).outcome).toMatchObject({ code: 'unit-in-use' });
    expect((await publish(before, [ended('H44.1', []), lasting], work)).proposed).toHaveLength(1);
  });

  test('are taken where a successor goes on with the work, or nothing is left', async () => {
    const before = [commune('H44.1'), lasting];
    const work = { 'H44.1': { openDossiers: 12 } };
    const { outcome, proposed } = await publish(before, [ended('H44.1', ['H44.2']), lasting], work);
    expect(proposed).toHaveLength(1);
    expect(outcome).toMatchObject({
      proposed: true,
      body: { kind: 'units', status: 'proposed', proposedBy: 'quantri.h44', preview: { dossiers: 12 } },
    });
    expect((await publish(before, [ended('H44.1', []), lasting])).proposed).toHaveLength(1);
    expect((await publish(before, [lasting])).proposed).toHaveLength(1);
  });
});
