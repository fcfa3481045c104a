import type { HandlingState, WaitPhase } from '../../../schemas/dossier/states.ts';

/** One handling state: its code at the national portal, what it waits for, and the states it may lead to. */
export interface LifecycleState {
  /** Status code of the national portal (trạng thái hồ sơ, Cổng DVCQG), QCVN 120:2019/BTTTT practice. */
  readonly nationalCode: number;
  readonly vietnamese: string;
  readonly english: string;
  /** What the state machine waits for in this state; none in the end states. */
  readonly waitsFor: readonly WaitPhase[];
  readonly leadsTo: readonly HandlingState[];
  /** Whether the applicant may withdraw here: as long as no result is decided. */
  readonly withdrawable: boolean;
}

/**
 * The lifecycle of a dossier. The diagram in the docs, the checks before every commit and the tests of the
 * synthesized state machine all derive from this table.
 */
export const lifecycle: Readonly<Record<HandlingState, LifecycleState>> = {
  submitted: {
    nationalCode: 1,
    vietnamese: 'Mới đăng ký',
    english: 'Submitted',
    waitsFor: ['reception'],
    leadsTo: ['accepted', 'declined', 'supplementing', 'withdrawn'],
    withdrawable: true,
  },
  declined: {
    nationalCode: 3,
    vietnamese: 'Không được tiếp nhận',
    english: 'Declined',
    waitsFor: [],
    leadsTo: [],
    withdrawable: false,
  },
  accepted: {
    nationalCode: 2,
    vietnamese: 'Được tiếp nhận',
    english: 'Accepted',
    waitsFor: ['step', 'signature'],
    leadsTo: ['processing', 'supplementing', 'awaitingPayment', 'withdrawn', 'stopped', 'decided'],
    withdrawable: true,
  },
  processing: {
    nationalCode: 4,
    vietnamese: 'Đang xử lý',
    english: 'In process',
    waitsFor: ['step', 'consultations', 'signature', 'others'],
    leadsTo: ['supplementing', 'awaitingPayment', 'withdrawn', 'stopped', 'decided'],
    withdrawable: true,
  },
  supplementing: {
    nationalCode: 5,
    vietnamese: 'Yêu cầu bổ sung giấy tờ',
    english: 'Supplement asked for',
    waitsFor: ['supplement'],
    leadsTo: ['submitted', 'processing', 'declined', 'withdrawn', 'stopped'],
    withdrawable: true,
  },
  awaitingPayment: {
    nationalCode: 6,
    vietnamese: 'Yêu cầu thực hiện nghĩa vụ tài chính',
    english: 'Payment asked for',
    waitsFor: ['payment', 'others'],
    leadsTo: ['processing', 'withdrawn', 'stopped'],
    withdrawable: true,
  },
  withdrawn: {
    nationalCode: 7,
    vietnamese: 'Công dân yêu cầu rút hồ sơ',
    english: 'Withdrawn by the applicant',
    waitsFor: [],
    leadsTo: [],
    withdrawable: false,
  },
  stopped: {
    nationalCode: 8,
    vietnamese: 'Dừng xử lý',
    english: 'Stopped',
    waitsFor: [],
    leadsTo: [],
    withdrawable: false,
  },
  decided: {
    nationalCode: 9,
    vietnamese: 'Đã xử lý xong',
    english: 'Decided',
    waitsFor: ['seal', 'collection'],
    leadsTo: ['returned'],
    withdrawable: false,
  },
  returned: {
    nationalCode: 10,
    vietnamese: 'Đã trả kết quả',
    english: 'Result returned',
    waitsFor: [],
    leadsTo: [],
    withdrawable: false,
  },
};

/** Whether a dossier in this state is closed for good. */
export function isEnd(state: HandlingState): boolean {
  return lifecycle[state].leadsTo.length === 0;
}

/** Whether the table allows a transition from one state to the other. Staying in a state is always allowed. */
export function mayLeadTo(from: HandlingState, to: HandlingState): boolean {
  return from === to || lifecycle[from].leadsTo.includes(to);
}
