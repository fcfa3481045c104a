import { describe, expect, it } from 'vitest';
import { lintWorkflow } from '../../../functions/domain/workflow/lint-workflow.ts';
import type { Procedure } from '../../../schemas/catalogue/procedure.ts';
import type { StepDecision, Workflow, WorkflowStep } from '../../../schemas/catalogue/workflow.ts';

function step(id: string, decisions: StepDecision[], more: Partial<WorkflowStep> = {}): WorkflowStep {
  const limit: WorkflowStep['limit'] = { amount: 1, unit: 'workingDay' };
  return { id, name: id, kind: 'work', unit: 'competent', role: 'handler', limit, decisions, ...more };
}

const SIGN = step(
  'sign',
  [
    { decision: 'approve', to: 'decided' },
    { decision: 'refuse', to: 'decided' },
    { decision: 'sendBack', to: 'examine' },
  ],
  { kind: 'signature', role: 'signer' },
);
const EXAMINE = step('examine', [{ decision: 'approve', to: 'sign' }, { decision: 'requestSupplement' }]);

function flow(steps: WorkflowStep[], start = 'examine'): Workflow {
  return {
    procedure: '1.001193',
    start,
    steps,
    supplementLimit: { amount: 10, unit: 'workingDay' },
    paymentLimit: { amount: 10, unit: 'workingDay' },
    collectionLimit: { amount: 30, unit: 'calendarDay' },
    approvedBy: 'test',
  };
}

function found(workflow: Workflow, context?: Parameters<typeof lintWorkflow>[1]) {
  const { errors, warnings } = lintWorkflow(workflow, context);
  const short = (finding: { code: string; step: string | null }) => `${finding.code} ${finding.step}`;
  return { errors: errors.map(short), warnings: warnings.map(short) };
}

const PROCEDURE: Procedure = {
  code: '1.001193',
  name: 'Thủ tục',
  decision: '',
  levels: ['commune'],
  field: { name: 'Hộ tịch' },
  applicants: [],
  onlineLevel: 'none',
  anyBoundary: false,
  methods: [
    { channel: 'counter', limit: { amount: 2, unit: 'workingDay' }, fee: null },
    { channel: 'post', limit: { amount: 2, unit: 'workingDay' }, fee: null },
    { channel: 'online', limit: null, fee: null },
  ],
  components: [],
  results: [],
  feeDueBefore: null,
  supplementClock: 'restart',
};

describe('the workflow linter', () => {
  it('finds nothing in a sound workflow', () => {
    expect(lintWorkflow(flow([EXAMINE, SIGN]), { procedure: PROCEDURE })).toEqual({
      errors: [],
      warnings: [],
    });
  });

  it('accepts a single signature step', () => {
    const only = { ...SIGN, decisions: SIGN.decisions.slice(0, 2) };
    expect(found(flow([only], 'sign'))).toEqual({ errors: [], warnings: [] });
  });

  it('finds a start that is no step', () => {
    expect(found(flow([EXAMINE, SIGN], 'begin')).errors).toEqual(['start-missing begin']);
  });

  it('finds two steps of one id, and a step called like the end', () => {
    expect(found(flow([EXAMINE, EXAMINE, SIGN])).errors).toContain('duplicate-step examine');
    expect(found(flow([EXAMINE, SIGN, step('decided', [{ decision: 'stop' }])])).errors).toContain(
      'duplicate-step decided',
    );
  });

  it('finds a target that is no step', () => {
    const lost = step('examine', [...EXAMINE.decisions, { decision: 'forward', to: 'nowhere' }]);
    expect(found(flow([lost, SIGN])).errors).toEqual(['dangling-target examine']);
  });

  it('finds steps that cannot be reached', () => {
    const aside = step('aside', [{ decision: 'forward', to: 'sign' }]);
    expect(found(flow([EXAMINE, SIGN, aside])).errors).toEqual(['unreachable-step aside']);
  });

  it('finds that no dossier can be decided', () => {
    const round = step('examine', [{ decision: 'forward', to: 'check' }]);
    const check = step('check', [{ decision: 'sendBack', to: 'examine' }, { decision: 'stop' }]);
    expect(found(flow([round, check])).errors).toEqual(['no-way-to-decided null']);
  });

  it('finds one step with no way to the decision', () => {
    const fork = step('examine', [...EXAMINE.decisions, { decision: 'forward', to: 'archive' }]);
    const archive = step('archive', [{ decision: 'stop' }]);
    expect(found(flow([fork, SIGN, archive])).errors).toEqual(['no-way-to-decided archive']);
  });

  it('finds a step nobody may decide', () => {
    expect(found(flow([step('examine', []), SIGN])).errors).toContain('nobody-may-decide examine');
  });

  it('finds a signature that cannot approve', () => {
    const onlyRefuses = {
      ...SIGN,
      decisions: SIGN.decisions.filter(({ decision }) => decision !== 'approve'),
    };
    expect(found(flow([EXAMINE, onlyRefuses])).errors).toEqual(['signature-cannot-approve sign']);
  });

  it.each(['approve', 'refuse'] as const)(
    'finds "%s" of a work step that ends without a signature',
    decision => {
      const hasty = step('examine', [...EXAMINE.decisions, { decision, to: 'decided' }]);
      expect(found(flow([hasty, SIGN])).errors).toEqual(['decided-without-signature examine']);
    },
  );

  it('finds a step that leads to itself and a consultation that asks twice', () => {
    const limit: WorkflowStep['limit'] = { amount: 1, unit: 'workingDay' };
    const agency = { unit: 'H44.02', limit };
    const odd = step('examine', [
      ...EXAMINE.decisions,
      { decision: 'forward', to: 'examine' },
      { decision: 'consult', agencies: [agency, agency] },
    ]);
    expect(found(flow([odd, SIGN])).errors).toEqual([
      'leads-to-itself examine',
      'consult-repeats-agency examine',
    ]);
  });

  it('finds a fee due before a step that does not exist, and another procedure', () => {
    const sound = flow([EXAMINE, SIGN]);
    expect(found(sound, { procedure: { ...PROCEDURE, feeDueBefore: 'sign' } }).errors).toEqual([]);
    expect(found(sound, { procedure: { ...PROCEDURE, feeDueBefore: 'return' } }).errors).toEqual([]);
    const wrong = { ...PROCEDURE, code: '1.000894', feeDueBefore: 'pay' };
    expect(found(sound, { procedure: wrong }).errors).toEqual([
      'wrong-procedure null',
      'fee-point-unknown pay',
    ]);
  });
});

describe('limits of the steps', () => {
  const long = flow([
    { ...EXAMINE, limit: { amount: 12, unit: 'workingHour' } },
    { ...SIGN, limit: { amount: 1, unit: 'workingDay' } },
  ]);

  it('are added up along the longest path, a working day being eight hours, and warned of once per legal limit', () => {
    const { warnings } = lintWorkflow(long, { procedure: PROCEDURE });
    expect(warnings).toEqual([
      {
        code: 'limits-exceed-legal',
        step: null,
        message: {
          vi: 'Các bước cộng lại là 2,5 ngày làm việc (examine 12 giờ làm việc + sign 1 ngày làm việc), trong khi thời hạn giải quyết là 2 ngày làm việc.',
          en: 'The steps add up to 2.5 working days (examine 12 working hours + sign 1 working day), but the legal limit is 2 working days.',
        },
      },
    ]);
    expect(lintWorkflow(long, { legalLimit: { amount: 2.5, unit: 'workingDay' } }).warnings).toEqual([]);
    expect(lintWorkflow(long, { legalLimit: { amount: 19, unit: 'workingHour' } }).warnings).toHaveLength(1);
  });

  it('that do not compare with the legal limit are said so', () => {
    expect(found(long, { legalLimit: { amount: 1, unit: 'month' } }).warnings).toEqual([
      'limits-not-comparable examine',
    ]);
  });

  it('count the longer of two branches', () => {
    const fork = step('examine', [
      { decision: 'approve', to: 'sign' },
      { decision: 'refuse', to: 'sign' },
      { decision: 'forward', to: 'inspect' },
    ]);
    const inspect = step('inspect', [{ decision: 'approve', to: 'sign' }], {
      limit: { amount: 5, unit: 'workingDay' },
    });
    const { warnings } = lintWorkflow(flow([fork, SIGN, inspect]), {
      legalLimit: { amount: 6, unit: 'workingDay' },
    });
    expect(warnings.map(({ message }) => message.en)).toEqual([
      expect.stringContaining('add up to 7 working days'),
    ]);
  });

  it('are exceeded by a consultation longer than its step', () => {
    const asking = step('examine', [
      ...EXAMINE.decisions,
      { decision: 'consult', agencies: [{ unit: 'H44.02', limit: { amount: 9, unit: 'workingHour' } }] },
    ]);
    expect(found(flow([asking, SIGN])).warnings).toEqual(['consult-longer-than-step examine']);
  });

  it('are not added up round a circle, which is warned of', () => {
    const there = step('examine', [...EXAMINE.decisions, { decision: 'forward', to: 'check' }]);
    const again = step('check', [{ decision: 'forward', to: 'examine' }]);
    expect(found(flow([there, again, SIGN]), { legalLimit: { amount: 1, unit: 'workingDay' } })).toEqual({
      errors: [],
      warnings: ['forward-circle null'],
    });
  });

  it('are added up at once where every step leads to every later one', () => {
    const ids = Array.from({ length: 39 }, (_, index) => `s${index}`);
    const steps = ids.map((id, index) =>
      step(id, [
        ...ids.slice(index + 1, index + 11).map(to => ({ decision: 'forward' as const, to })),
        { decision: 'approve', to: 'sign' },
      ]),
    );
    const last = { ...SIGN, decisions: SIGN.decisions.slice(0, 2) };
    const { errors, warnings } = lintWorkflow(flow([...steps, last], 's0'), {
      legalLimit: { amount: 39, unit: 'workingDay' },
    });
    expect(errors).toEqual([]);
    expect(warnings[0]?.message.en).toContain('add up to 40 working days');
  });
});

describe('a workflow without a refusal', () => {
  it('is warned of', () => {
    const yesOnly = { ...SIGN, decisions: SIGN.decisions.filter(({ decision }) => decision !== 'refuse') };
    expect(found(flow([EXAMINE, yesOnly])).warnings).toEqual(['refusal-impossible null']);
  });
});
