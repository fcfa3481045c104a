import { describe, expect, it } from 'vitest';
import { fitTemplate, type TemplateSettings } from '../../../functions/domain/catalogue/default-workflow.ts';
import { workflowTemplateIds, workflowTemplateNamed } from '../../../province/workflow-templates.ts';
import type { Procedure } from '../../../schemas/catalogue/procedure.ts';
import { toDong } from '../../../schemas/money/dong.ts';
import { publishedVersion, starterProcedure } from '../../support/lifecycle/memory-province.ts';

const TODAY = '2026-11-26';
const order = (id: string, own: Partial<TemplateSettings> = {}): TemplateSettings => ({
  template: workflowTemplateNamed(id),
  approvedBy: '3/QĐ-UBND',
  consulted: ['H44.04', 'H44.08'],
  ...own,
});
const HOUSE = starterProcedure('1.013225').procedure;
const { competentUnit: _, ...DEPARTMENT } = starterProcedure('1.013236').procedure;

const apply = (id: string, procedure: Procedure, own?: Partial<TemplateSettings>) =>
  fitTemplate(order(id, own), publishedVersion(procedure), TODAY);

function reason(id: string, procedure: Procedure, own?: Partial<TemplateSettings>): string {
  const tried = apply(id, procedure, own);
  return tried.fits ? 'fits' : tried.because.code;
}

const limited = (
  amount: number,
  unit: 'workingDay' | 'calendarDay' | 'workingHour' | 'month',
): Procedure => ({
  ...HOUSE,
  methods: [{ channel: 'counter', limit: { amount, unit }, fee: { kind: 'free' } }],
});

describe('the templates at hand', () => {
  it('are of a commune and of a department, of one step and of several, without and with consultation', () => {
    expect(workflowTemplateIds()).toEqual([
      'commune-one-step',
      'commune-two-steps',
      'commune-with-consultation',
      'department-with-consultation',
      'department-with-leader',
    ]);
    for (const id of workflowTemplateIds()) expect(workflowTemplateNamed(id).id).toBe(id);
  });

  it.each(workflowTemplateIds())('%s has neither errors nor warnings, whatever the limit', id => {
    const level = workflowTemplateNamed(id).level;
    for (const procedure of [
      limited(1, 'workingDay'),
      limited(7, 'workingDay'),
      limited(30, 'calendarDay'),
      limited(24, 'workingHour'),
      limited(2, 'month'),
    ]) {
      const tried = apply(id, { ...procedure, levels: [level] }, { competentUnit: 'H44.04' });
      expect(tried).toMatchObject({ fits: true, warnings: [], workflow: { approvedBy: '3/QĐ-UBND' } });
    }
  });

  it('take the shortest of a procedure’s limits, so that every way of submission is kept', () => {
    const tried = apply('commune-with-consultation', HOUSE);
    if (!tried.fits) throw new Error(tried.because.code);
    expect(tried.workflow.steps.map(({ limit }) => limit)).toEqual([
      { amount: 9, unit: 'calendarDay' },
      { amount: 3, unit: 'calendarDay' },
      { amount: 3, unit: 'calendarDay' },
    ]);
    expect(tried.workflow.steps[0]?.decisions).toContainEqual({
      decision: 'consult',
      agencies: ['H44.04', 'H44.08'].map(unit => ({ unit, limit: { amount: 4, unit: 'calendarDay' } })),
    });
  });
});

describe('a template is refused', () => {
  it.each<[string, string, Procedure]>([
    ['of another level', 'other-level', DEPARTMENT],
    ['decided by nobody of the province', 'other-level', { ...HOUSE, levels: ['ministry'] }],
    [
      'without a legal limit',
      'no-legal-limit',
      { ...HOUSE, methods: [{ channel: 'counter', limit: null, fee: null }] },
    ],
    ['due at once', 'no-legal-limit', limited(0, 'workingDay')],
    ['with too short a limit', 'limit-too-short', limited(1, 'calendarDay')],
    [
      'decided elsewhere',
      'decided-elsewhere',
      { ...starterProcedure('1.000656').procedure, stillDecidedHere: false },
    ],
    [
      'with a fee before a step that it does not have',
      'fee-point-unknown',
      { ...HOUSE, feeDueBefore: 'inspect' },
    ],
  ])('for a procedure %s: %s', (_name, code, procedure) => {
    expect(reason('commune-with-consultation', procedure)).toBe(code);
  });

  it('for a department’s procedure as long as nobody says which department', () => {
    expect(reason('department-with-leader', DEPARTMENT)).toBe('competent-unit-missing');
    const tried = apply('department-with-leader', DEPARTMENT, { competentUnit: 'H44.04' });
    expect(tried).toMatchObject({ fits: true, procedure: { competentUnit: 'H44.04' } });
    const own = apply(
      'department-with-leader',
      { ...DEPARTMENT, competentUnit: 'H44.03' },
      { competentUnit: 'H44.04' },
    );
    expect(own).toMatchObject({ fits: true, procedure: { competentUnit: 'H44.03' } });
    expect(reason('department-with-leader', { ...DEPARTMENT, levels: ['province', 'commune'] })).toBe(
      'other-level',
    );
  });
});

describe('a template warns', () => {
  const paid: Procedure = {
    ...HOUSE,
    levels: ['province', 'commune'],
    methods: [
      {
        channel: 'counter',
        limit: { amount: 5, unit: 'workingDay' },
        fee: { kind: 'flat', amount: toDong(50_000) },
      },
    ],
  };

  it('of a fee that nobody would ask for, unless it is said before which step', () => {
    const tried = apply('commune-two-steps', paid);
    expect(tried).toMatchObject({
      fits: true,
      warnings: [{ code: 'fee-never-due' }, { code: 'several-levels' }],
    });
    const said = apply('commune-two-steps', paid, { feeDueBefore: 'return' });
    expect(said).toMatchObject({
      procedure: { feeDueBefore: 'return' },
      warnings: [{ code: 'several-levels' }],
    });
    expect(apply('commune-two-steps', HOUSE, { feeDueBefore: 'return' })).toMatchObject({
      procedure: { feeDueBefore: null },
    });
  });

  it('of limits that cannot be compared', () => {
    const mixed: Procedure = {
      ...HOUSE,
      methods: [
        { channel: 'counter', limit: { amount: 5, unit: 'workingDay' }, fee: { kind: 'free' } },
        { channel: 'post', limit: { amount: 30, unit: 'calendarDay' }, fee: { kind: 'free' } },
      ],
    };
    expect(apply('commune-two-steps', mixed)).toMatchObject({
      warnings: [{ code: 'limits-not-comparable' }],
    });
  });
});
