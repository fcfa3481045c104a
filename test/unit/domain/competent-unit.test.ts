import { describe, expect, it } from 'vitest';
import { competentUnitOf } from '../../../functions/domain/dossier/competent-unit.ts';
import { checkSubmission } from '../../../functions/domain/dossier/submit.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import { publishedVersion, starter, starterProcedure } from '../../support/lifecycle/memory-province.ts';

const unitOf = (code: string) => starter.units.find(unit => unit.code === code);

function refusal(code: string, receivingUnit: string, competentUnit: string): string | undefined {
  const { procedure } = starterProcedure(code);
  const components = procedure.components.map(({ id }) => ({ component: id, files: [], paperCopies: 1 }));
  const submission = { channel: 'online' as const, receivingUnit, competentUnit, components };
  try {
    checkSubmission(submission, publishedVersion(procedure), unitOf);
    return undefined;
  } catch (error) {
    if (error instanceof ProblemError) return error.code;
    throw error;
  }
}

describe('who decides where the submission does not say', () => {
  it.each([
    ['1.013225', 'H44.101', 'H44.101'],
    ['1.004222', 'H44.101', 'H44.08.101'],
    ['1.004222', 'H44.248', 'H44.08.248'],
    ['1.013083', 'H44.01', 'H44.08'],
    ['3.000333', 'H44.01', 'H44.08'],
    ['1.013236', 'H44.01', 'H44.04'],
  ])('%s received at %s: %s', (code, receiving, competent) => {
    expect(competentUnitOf(starterProcedure(code).procedure, receiving, starter.units)).toBe(competent);
    expect(refusal(code, receiving, competent)).toBeUndefined();
  });
});

describe('what the police decides', () => {
  it.each([
    ['the commune’s People’s Committee', 'H44.101', 'H44.101'],
    ['the police of another commune', 'H44.101', 'H44.08.102'],
    ['a commune’s police, received at the centre', 'H44.01', 'H44.08.101'],
    ['the province’s police, where communes decide', 'H44.01', 'H44.08'],
  ])('is not decided by %s', (_, receiving, competent) => {
    expect(refusal('1.004222', receiving, competent)).toBe('unit-not-receiving');
  });
});

describe('a procedure that names who decides it', () => {
  it.each(starter.units.map(({ code }) => code).filter(code => code !== 'H44.04'))(
    'is not decided by %s',
    competent => expect(refusal('1.013236', 'H44.01', competent)).toMatch(/^unit-/),
  );

  it('is decided elsewhere where it is received and decided across boundaries', () => {
    expect(refusal('1.012784', 'H44.01', 'H44.03')).toBeUndefined();
  });
});
