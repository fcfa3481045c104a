import type { StarterProvince } from '../../province/load-starter-province.ts';

/**
 * The starter province as it would be if it still decided everything itself and took citizens' own submissions of all of it: what is
 * tested and measured with its procedures is not where the law of the day sends them.
 */
export function stillDeciding(province: StarterProvince): StarterProvince {
  return {
    ...province,
    procedures: province.procedures.map(({ procedure, workflow }) => ({
      procedure: { ...procedure, stillDecidedHere: true, citizensSubmitHere: true },
      workflow,
    })),
  };
}
