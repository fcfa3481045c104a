import { describe, expect, test } from 'vitest';
import { loadStarterProvince } from '../../../province/load-starter-province.ts';
import { workflowTemplateIds, workflowTemplateNamed } from '../../../province/workflow-templates.ts';
import { workflowTemplate } from '../../../schemas/catalogue/workflow-template.ts';
import type { Procedure, TemplateReport, Workflow } from '../../../web/api/generated.ts';
import { applicationOf, nothingEntered } from '../../../web/officer/administration/templates/order.ts';
import { sumOf, type TemplateRow } from '../../../web/officer/administration/templates/portions.ts';
import {
  consults,
  NoTemplate,
  readTemplate,
} from '../../../web/officer/administration/templates/read-template.ts';
import { NoLikeness, templateLike } from '../../../web/officer/administration/templates/template-like.ts';

/** What procedures and their workflows are as the API answers them. */
const starter = JSON.parse(JSON.stringify(loadStarterProvince().procedures)) as readonly {
  readonly procedure: Procedure;
  readonly workflow: Workflow;
}[];
const raise = (): never => {
  throw new Error('an empty province');
};
const read = (id: string) => readTemplate(JSON.stringify(workflowTemplateNamed(id)));
const row = (code: string, outcome: 'fit' | 'refused'): TemplateRow => ({
  code,
  name: code,
  outcome,
  state: outcome === 'fit' ? 'open' : null,
  closedBecause: null,
  warnings: [],
  refusedBecause: outcome === 'refused' ? { code: 'other-level', message: 'Khác cấp.' } : null,
});

describe('a workflow template', () => {
  test('is read from its file, and what is none is told', () => {
    for (const id of workflowTemplateIds()) expect(read(id).id).toBe(id);
    for (const text of ['{', '[]', 'null', '{"name":{}}', '{"name":{},"steps":[{}]}'])
      expect(() => readTemplate(text)).toThrow(NoTemplate);
  });

  test('asks for agencies only where it consults', () => {
    expect(consults(read('commune-with-consultation'))).toBe(true);
    expect(consults(read('commune-two-steps'))).toBe(false);
  });

  test('is asked for with what was entered, and without what was left empty or has no use', () => {
    const commune = read('commune-two-steps');
    expect(applicationOf(commune, nothingEntered)).toEqual({
      template: commune,
      approvedBy: '',
      filter: {},
      consulted: [],
      replaceExisting: false,
    });
    const entered = {
      approvedBy: 'QĐ 1',
      codes: ' 1.000656, 1.000894\n1.001193 ',
      fields: 'Hộ tịch\n\nPhổ biến, giáo dục pháp luật',
      ministry: ' BTP ',
      consulted: ['H44.02'],
      competentUnit: 'H44.04',
      feeDueBefore: 'return',
      replaceExisting: true,
    };
    expect(applicationOf(commune, entered)).toEqual({
      template: commune,
      approvedBy: 'QĐ 1',
      filter: {
        codes: ['1.000656', '1.000894', '1.001193'],
        fields: ['Hộ tịch', 'Phổ biến, giáo dục pháp luật'],
        ministry: 'BTP',
      },
      consulted: [],
      feeDueBefore: 'return',
      replaceExisting: true,
    });
    expect(applicationOf(read('department-with-consultation'), entered)).toMatchObject({
      consulted: ['H44.02'],
      competentUnit: 'H44.04',
    });
  });

  test('is counted over the portions of a report', () => {
    const report = (rows: TemplateRow[], kept: number): TemplateReport => {
      const fit = rows.filter(({ outcome }) => outcome === 'fit').length;
      const counts = { fit, open: fit, refused: rows.length - fit, kept };
      return { counts, rows, next: null };
    };
    const sum = sumOf([report([row('1', 'fit'), row('2', 'refused')], 3), report([row('3', 'fit')], 1)]);
    expect(sum).toMatchObject({ fit: 2, open: 2, refused: 1, kept: 4, seen: 7 });
  });

  test('like the workflow of a procedure is one that the API reads, with the whole limit shared', () => {
    let made = 0;
    for (const { procedure, workflow } of starter) {
      try {
        const { steps } = workflowTemplate.parse(templateLike(workflow, procedure));
        expect(steps.map(({ id }) => id)).toEqual(workflow.steps.map(({ id }) => id));
        expect(steps.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
        made += 1;
      } catch (error) {
        expect(error, procedure.code).toBeInstanceOf(NoLikeness);
      }
    }
    expect(made).toBeGreaterThan(starter.length / 2);
  });

  test('says no unit by name, and shares no limits that are counted in several units', () => {
    const [{ procedure, workflow } = raise()] = starter;
    const [first = raise(), ...more] = workflow.steps;
    const like = (step: typeof first) => () =>
      templateLike({ ...workflow, steps: [first, step, ...more] }, procedure);
    expect(like({ ...first, unit: { unit: 'H44.02' } })).toThrow(
      expect.objectContaining({ step: first.name }) as NoLikeness,
    );
    expect(like({ ...first, limit: { amount: 1, unit: 'month' } })).toThrow(
      expect.objectContaining({ step: undefined }) as NoLikeness,
    );
  });
});
