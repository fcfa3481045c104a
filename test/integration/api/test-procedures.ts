/** Procedures made for these tests, in the shape `motcua`, so that every refusal can be met within a few requests. */

const FREE = { kind: 'free' };
const days = (amount: number) => ({ amount, unit: 'workingDay' });

function procedure(code: string, own: Record<string, unknown>) {
  return {
    code,
    name: `Thủ tục thử ${code}`,
    decision: '1/QĐ-UBND',
    levels: ['commune'],
    field: { name: 'Thử nghiệm' },
    applicants: ['Công dân Việt Nam', 'Người nước ngoài', 'Doanh nghiệp', 'Hợp tác xã'],
    onlineLevel: 'full',
    anyBoundary: false,
    citizensSubmitHere: true,
    methods: ['online', 'counter'].map(channel => ({ channel, limit: days(10), fee: FREE })),
    components: [
      { id: 'c1', name: 'Đơn đề nghị', originals: 1, copies: 0, required: true },
      { id: 'c2', name: 'Giấy tờ kèm theo', originals: 0, copies: 1, required: false },
    ],
    results: [{ code: 'KQ.G15.000031' }],
    feeDueBefore: null,
    supplementClock: 'restart',
    ...own,
  };
}

const sign = {
  id: 'sign',
  name: 'Ký duyệt',
  kind: 'signature',
  unit: 'competent',
  role: 'signer',
  limit: days(1),
  decisions: [
    { decision: 'approve', to: 'decided' },
    { decision: 'refuse', to: 'decided' },
    { decision: 'sendBack', to: 'examine' },
  ],
};
const examine = {
  id: 'examine',
  name: 'Thẩm định',
  kind: 'work',
  unit: 'competent',
  role: 'handler',
  limit: days(2),
  decisions: [
    { decision: 'approve', to: 'sign' },
    { decision: 'refuse', to: 'sign' },
    { decision: 'requestSupplement' },
    { decision: 'extend' },
    { decision: 'stop' },
    { decision: 'consult', agencies: [{ unit: 'H44.03.01', limit: days(1) }] },
    { decision: 'pause', kinds: ['otherDecision'] },
  ],
};

export function workflow(code: string, steps: readonly unknown[] = [examine, sign]) {
  return {
    procedure: code,
    start: 'examine',
    steps,
    supplementLimit: days(20),
    paymentLimit: days(20),
    collectionLimit: days(20),
    approvedBy: '2/QĐ-UBND',
  };
}

/** Free, at every kind of decision. */
export const PLAIN = '9.000001';
/** 20,000 đồng, due before the result is returned. */
export const PAID_AT_RETURN = '9.000002';
/** Due within two working hours: too late to extend from the start. */
export const URGENT = '9.000003';
/** 15,000 đồng, due before the examination. */
export const PAID_BEFORE = '9.000004';
/** Has no workflow, so it stays closed. */
export const WITHOUT_WORKFLOW = '9.000005';
/** For foreigners only. */
export const FOREIGNERS_ONLY = '9.000020';
/** Due in the year after: sixty days. */
export const LONG = '9.000006';

/** Decided in a ministry's system since September 2026. */
export const ELSEWHERE = '9.000007';
/** Online through portals only: citizens do not submit it here by themselves. */
export const PORTALS_ONLY = '9.000008';

/** Has no workflow until a template is applied to it. */
export const FOR_TEMPLATE = '9.000009';

/** Its results are numbered and sealed by the registry clerk. */
export const SEALED_BY_CLERK = '9.000010';

/** Takes a birth certificate issued here in place of its second paper. */
export const REUSES = '9.000011';

/** 200.000 đồng before the examination, of a field whose fee the law takes off for digital citizens. */
export const RELIEVED = '9.000012';

/** Land: the tax office is asked at its examination. */
export const LAND = '9.000013';
const PAUSES = {
  decision: 'pause',
  kinds: ['otherDecision', 'landObligationNotice', 'landObligationPayment'],
};

/** 2.000 đồng a page before the examination: a supplement may change how many. */
export const BY_PAGE = '9.000014';

const costs = (amount: number) =>
  ['online', 'counter'].map(channel => ({ channel, limit: days(10), fee: { kind: 'flat', amount } }));

export const testProcedures: readonly unknown[] = [
  { procedure: procedure(PLAIN, {}), workflow: workflow(PLAIN) },
  {
    procedure: procedure(PAID_AT_RETURN, { methods: costs(20_000), feeDueBefore: 'return' }),
    workflow: workflow(PAID_AT_RETURN),
  },
  {
    procedure: procedure(URGENT, {
      methods: [{ channel: 'online', limit: { amount: 2, unit: 'workingHour' }, fee: FREE }],
    }),
    workflow: workflow(URGENT, [
      { ...examine, limit: { amount: 1, unit: 'workingHour' }, decisions: examine.decisions.slice(0, 5) },
      { ...sign, limit: { amount: 1, unit: 'workingHour' } },
    ]),
  },
  {
    procedure: procedure(PAID_BEFORE, { methods: costs(15_000), feeDueBefore: 'examine' }),
    workflow: workflow(PAID_BEFORE),
  },
  { procedure: procedure(WITHOUT_WORKFLOW, {}) },
  {
    procedure: procedure(RELIEVED, {
      field: { name: 'Lý lịch tư pháp' },
      methods: costs(200_000),
      feeDueBefore: 'examine',
    }),
    workflow: workflow(RELIEVED),
  },
  {
    procedure: procedure(BY_PAGE, {
      methods: ['online', 'counter'].map(channel => ({
        channel,
        limit: days(10),
        fee: { kind: 'perUnit', amount: 2000, unit: 'page' },
      })),
      feeDueBefore: 'examine',
    }),
    workflow: workflow(BY_PAGE),
  },
  {
    procedure: procedure(FOREIGNERS_ONLY, { applicants: ['Người nước ngoài'] }),
    workflow: workflow(FOREIGNERS_ONLY),
  },
  {
    procedure: procedure(LONG, {
      methods: [{ channel: 'online', limit: { amount: 60, unit: 'calendarDay' }, fee: FREE }],
    }),
    workflow: workflow(LONG),
  },
  {
    procedure: procedure(ELSEWHERE, {
      authoritativeSystem: {
        name: { vi: 'Hệ thống của Bộ', en: 'the ministry’s system' },
        address: 'https://hethong.example.gov.vn',
        since: '2026-09-01',
        legalBasis: '3/2026/NĐ-CP',
      },
    }),
    workflow: workflow(ELSEWHERE),
  },
  { procedure: procedure(FOR_TEMPLATE, {}) },
  {
    procedure: procedure(REUSES, {
      components: [
        { id: 'c1', name: 'Đơn đề nghị', originals: 1, copies: 0, required: true },
        {
          id: 'c2',
          name: 'Giấy khai sinh',
          originals: 0,
          copies: 1,
          required: true,
          fulfilledBy: ['KQ.G15.000031'],
        },
      ],
    }),
    workflow: workflow(REUSES),
  },
  {
    procedure: procedure(SEALED_BY_CLERK, {}),
    workflow: { ...workflow(SEALED_BY_CLERK), registry: 'clerk' },
  },
  {
    procedure: procedure(LAND, {}),
    workflow: workflow(LAND, [{ ...examine, decisions: [...examine.decisions.slice(0, 6), PAUSES] }, sign]),
  },
  { procedure: procedure(PORTALS_ONLY, { citizensSubmitHere: false }), workflow: workflow(PORTALS_ONLY) },
];

/** A workflow with an error: its second step cannot be reached. */
export const faultyWorkflow = workflow(PLAIN, [
  { ...examine, decisions: [{ decision: 'approve', to: 'sign' }] },
  sign,
  { ...examine, id: 'island' },
]);
