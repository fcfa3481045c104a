import { describe, expect, it } from 'vitest';
import { settledState } from '../../../functions/domain/catalogue/settle-state.ts';
import { demandRightDoor } from '../../../functions/domain/dossier/right-door.ts';
import { loadStarterProvince } from '../../../province/load-starter-province.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { Procedure } from '../../../schemas/catalogue/procedure.ts';
import type { Principal } from '../../../schemas/identity/principal.ts';
import { portal } from '../../../simulator/arrivals.ts';

const TODAY = '2026-11-26';
const citizen: Principal = { kind: 'citizen', identityNumber: '025090000001', level: 2 };
const officer: Principal = { kind: 'officer', id: 'tiepnhan.h44-101', unit: 'H44.101', roles: ['reception'] };
const everybody = [citizen, portal, officer];

const { procedures } = loadStarterProvince();
function starterProcedure(code: string): Procedure {
  const found = procedures.find(({ procedure }) => procedure.code === code);
  if (!found) throw new Error(`no procedure ${code}`);
  return found.procedure;
}
const DEATH = starterProcedure('1.000656');
const HOUSE = starterProcedure('1.013225');

function refusalOf(procedure: Procedure, caller: Principal, today = TODAY): ProblemError | undefined {
  try {
    demandRightDoor(procedure, caller, today);
    return undefined;
  } catch (error) {
    if (error instanceof ProblemError) return error;
    throw error;
  }
}

describe('a procedure that a ministry’s system decides', () => {
  it.each(['1.000656', '1.001193', '1.004222', '1.004194', '1.010038', '1.013065', '1.013083', '3.000333'])(
    '%s is refused to everybody, with the address of the right door in both languages',
    code => {
      const procedure = starterProcedure(code);
      for (const caller of everybody) {
        const refusal = refusalOf(procedure, caller);
        const address = procedure.authoritativeSystem?.address ?? 'nowhere';
        expect(refusal?.code).toBe('decided-elsewhere');
        expect(refusal?.facts).toMatchObject({
          authoritativeSystem: { address },
          submitAt: 'https://dichvucong.gov.vn',
        });
        expect(refusal?.detail.vi).toContain(address);
        expect(refusal?.detail.en).toContain(address);
      }
    },
  );

  it('was received here until the day before, and still is where the province says so', () => {
    expect(refusalOf(DEATH, officer, '2026-08-31')).toBeUndefined();
    expect(refusalOf(DEATH, officer, '2026-09-01')?.code).toBe('decided-elsewhere');
    const still = { ...DEATH, stillDecidedHere: true };
    for (const caller of [portal, officer]) expect(refusalOf(still, caller)).toBeUndefined();
    expect(refusalOf({ ...still, citizensSubmitHere: true }, citizen)).toBeUndefined();
  });

  it('is closed in the catalogue from that day on, unless the province still decides it', () => {
    const on = (procedure: Procedure, today: string) =>
      settledState(procedure, 1, { closedByHand: null, today });
    expect(on(DEATH, '2026-08-31')).toEqual({ state: 'open', closedBecause: null });
    expect(on(DEATH, '2026-09-01')).toMatchObject({ state: 'closed' });
    expect(on(DEATH, '2026-09-01').closedBecause).toContain('https://hotichdientu.moj.gov.vn');
    expect(on({ ...DEATH, stillDecidedHere: true }, TODAY).state).toBe('open');
  });
});

describe('a citizen who submits by themselves', () => {
  it('is told the national portal, unless the procedure is open to citizens here', () => {
    const { citizensSubmitHere: _, ...portalOnly } = HOUSE;
    const refusal = refusalOf(portalOnly, citizen);
    expect(refusal?.code).toBe('submit-at-national-portal');
    expect(refusal?.facts).toEqual({ submitAt: 'https://dichvucong.gov.vn' });
    expect(refusal?.detail.vi).toContain('Cổng Dịch vụ công quốc gia');
    expect(refusalOf({ ...portalOnly, citizensSubmitHere: false }, citizen)?.code).toBe(
      'submit-at-national-portal',
    );
    expect(refusalOf(HOUSE, citizen)).toBeUndefined();
  });

  it('does not concern portals and reception', () => {
    const { citizensSubmitHere: _, ...portalOnly } = HOUSE;
    for (const caller of [portal, officer]) expect(refusalOf(portalOnly, caller)).toBeUndefined();
  });
});
