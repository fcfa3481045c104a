import type { FormSource } from '../../../functions/domain/forms/form-source.ts';
import { loadStarterProvince } from '../../../province/load-starter-province.ts';
import type { Component, Procedure } from '../../../schemas/catalogue/procedure.ts';
import type { Workflow } from '../../../schemas/catalogue/workflow.ts';
import type { Actor } from '../../../schemas/dossier/actor.ts';
import type { EventData, LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { PlannedTask } from '../../../schemas/dossier/task.ts';
import { toDong } from '../../../schemas/money/dong.ts';

export const CODE = 'H44.101-261126-0001';
const UNIT = 'H44.101';
const officer = (id: string): Actor => ({ kind: 'officer', id, unit: UNIT, role: 'reception' });
export const RECEPTION = officer('tiepnhan.h44-101');
export const SIGNER = officer('lanhdao.h44-101');

/** A ledger written by hand: as many entries as there are, each under the next number. */
export function ledgerOf(
  entries: readonly {
    data: EventData;
    at: string;
    actor?: Actor;
    opens?: PlannedTask[];
    closes?: LedgerEvent['closes'];
  }[],
): LedgerEvent[] {
  return entries.map(({ data, at, actor = RECEPTION, opens = [], closes = [] }, index) => ({
    dossier: CODE,
    seq: index + 1,
    at: `2026-11-${at}:00+07:00`,
    actor,
    opens,
    closes,
    data,
    previous: `${index}`.padStart(64, '0'),
    hash: `${index + 1}`.padStart(64, '0'),
  }));
}

export function task(
  number: number,
  changed: Pick<PlannedTask, 'phase' | 'name'> & Partial<PlannedTask>,
): PlannedTask {
  const dueAt = changed.dueAt ?? '2026-12-03T10:00:00+07:00';
  return {
    id: `${CODE}.t${number}`,
    step: null,
    unit: UNIT,
    role: 'handler',
    openedAt: '2026-11-26T10:00:00+07:00',
    dueAt,
    alarms: { dueSoon: dueAt, overdue: dueAt, escalated: dueAt },
    assignee: null,
    ...changed,
  };
}

export const promiseOn = (dueOn: string) => {
  const dueAt = `${dueOn}T17:00:00+07:00`;
  return { dueAt, dueOn, alarms: { dueSoon: dueAt, overdue: dueAt, escalated: dueAt } };
};

export const component = (id: string, name: string): Component => ({
  id,
  name,
  originals: 1,
  copies: 0,
  required: true,
});

type Submitted = Extract<EventData, { type: 'submitted' }>;

export function submitted(changed: Partial<Submitted> = {}): Submitted {
  return {
    type: 'submitted',
    rules: {
      procedure: '1.000001.H44' as Submitted['rules']['procedure'],
      procedureVersion: 1,
      workflowVersion: 3,
      workCalendarVersion: 1,
      organisationVersion: 1,
    },
    receivingUnit: UNIT as Submitted['receivingUnit'],
    competentUnit: UNIT as Submitted['competentUnit'],
    channel: 'counter',
    owner: 'owner',
    applicantDigest: '0'.repeat(64),
    onBehalf: null,
    components: [
      { component: 'c1', files: [], paperCopies: 1, paperKind: 'original' },
      { component: 'c2', files: ['fi_1', 'fi_2'], paperCopies: 0 },
    ],
    returnBy: 'counter',
    fee: { kind: 'flat', amount: toDong(75_000) },
    amountDue: toDong(75_000),
    portalReference: null,
    ...changed,
  };
}

export const accepted: EventData = {
  type: 'accepted',
  promise: promiseOn('2026-12-07'),
  clockStartsAt: '2026-11-26T10:05:00+07:00',
  amountDue: toDong(75_000),
  note: null,
};

/** What forms are made from, beside the ledger. */
export function sourceOf(events: readonly LedgerEvent[], changed: Partial<FormSource> = {}): FormSource {
  const procedure: Procedure = {
    code: '1.000001.H44' as Procedure['code'],
    name: 'Cấp giấy phép xây dựng nhà ở riêng lẻ',
    decision: '',
    levels: ['commune'],
    field: { name: 'Xây dựng' },
    applicants: [],
    onlineLevel: 'full',
    anyBoundary: false,
    methods: [{ channel: 'counter', limit: { amount: toDong(7), unit: 'workingDay' }, fee: null }],
    components: [component('c1', 'Đơn đề nghị cấp giấy phép xây dựng'), component('c2', 'Bản vẽ thiết kế')],
    results: [],
    feeDueBefore: null,
    supplementClock: 'restart',
  };
  const workflow: Workflow = {
    procedure: procedure.code,
    start: 'examine',
    steps: [],
    supplementLimit: { amount: toDong(30), unit: 'calendarDay' },
    paymentLimit: { amount: toDong(10), unit: 'workingDay' },
    collectionLimit: { amount: toDong(30), unit: 'calendarDay' },
    approvedBy: 'Quyết định số 663/QĐ-UBND ngày 12/5/2026',
  };
  return {
    events,
    procedure,
    workflow,
    people: {
      applicant: {
        kind: 'person',
        name: 'Nguyễn Văn An',
        identityNumber: '025090000001',
        address: 'Số 12, tổ 3, phường Tân Hoà, tỉnh Phú Thọ',
        phone: '0912345678' as never,
      },
      earlier: [],
    },
    units: loadStarterProvince().units,
    officers: new Map([
      ['tiepnhan.h44-101', 'Trần Thị Bình'],
      ['lanhdao.h44-101', 'Lê Quang Cường'],
    ]),
    ...changed,
  };
}

/** The ledger of a dossier that was accepted, with more behind. */
export function acceptedLedger(more: Parameters<typeof ledgerOf>[0] = []): LedgerEvent[] {
  const reception = task(1, {
    phase: 'reception',
    name: 'Tiếp nhận hồ sơ',
    role: 'reception',
    dueAt: '2026-11-27T10:00:00+07:00',
  });
  return ledgerOf([
    { data: submitted(), at: '26T10:00', opens: [reception] },
    {
      data: accepted,
      at: '26T10:05',
      opens: [task(2, { phase: 'step', name: 'Thẩm định hồ sơ', openedAt: '2026-11-26T10:05:00+07:00' })],
      closes: [{ task: reception.id, decision: 'accept' }],
    },
    ...more,
  ]);
}
