import type { Body } from '../../api/client.ts';
import type { ReturnMethod } from '../../api/generated.ts';

export type Decision = Body<'decideTask'>;
export type DecisionName = Decision['decision'];

/** How a member of a decision is asked for. */
export type FieldKind =
  | 'text'
  | 'line'
  | 'date'
  | 'money'
  | 'case'
  | 'counts'
  | 'reliefs'
  | 'lines'
  | 'step'
  | 'papers'
  | 'supplied'
  | 'agencies'
  | 'pause'
  | 'method'
  | 'agrees'
  | 'collector'
  | 'slip'
  | 'attestedBy'
  | 'witnesses'
  | 'resultFile';

export interface DecisionField {
  /** The member of the decision's body. */
  readonly name: string;
  readonly kind: FieldKind;
  readonly required?: true;
  /** Asked for only where another field has this value. */
  readonly when?: readonly [name: string, value: string];
}

const field = (name: string, kind: FieldKind, required?: true): DecisionField => ({
  name,
  kind,
  ...(required && { required }),
});
const reason = field('reason', 'text', true);
const note = field('note', 'text');

/** What is said of the fee; the API tells what is missing. */
const charge: readonly DecisionField[] = [
  field('amountDue', 'money'),
  field('case', 'case'),
  field('counts', 'counts'),
  field('reliefs', 'reliefs'),
];

/** Who collects a result at the counter, with which paper, and how they attest it. */
const atCounter: readonly DecisionField[] = [
  field('collectionCode', 'line'),
  field('collector', 'collector'),
  field('receivedBy', 'line'),
  { ...field('authorization', 'line'), when: ['collector', 'authorized'] },
  field('slip', 'slip'),
  field('attestedBy', 'attestedBy'),
  { ...field('witnesses', 'witnesses'), when: ['attestedBy', 'thumbPrint'] },
];

const posted: readonly DecisionField[] = [field('consignment', 'line', true)];

/** What is asked about the return of a result, by the way it goes. */
export const collectionFields = (returnBy: ReturnMethod): readonly DecisionField[] =>
  returnBy === 'post' ? posted : atCounter;

/** The fields that are asked for, by what was entered in others. */
export const askedFor = (
  fields: readonly DecisionField[],
  entered: Readonly<Record<string, unknown>>,
): readonly DecisionField[] => fields.filter(({ when }) => !when || entered[when[0]] === when[1]);

/**
 * What each decision asks for. Which decisions there are at a task, and whether what is said is right, the API tells;
 * the compiler sees that none of its decisions is missing here.
 */
export const decisionFields: Readonly<Record<DecisionName, readonly DecisionField[]>> = {
  accept: [...charge, note],
  decline: [reason],
  requestSupplement: [
    reason,
    field('items', 'lines', true),
    field('components', 'papers'),
    field('legalBasis', 'line'),
    field('approvedBy', 'line'),
    field('despiteVault', 'line'),
    ...charge,
  ],
  recordSupplement: [field('components', 'supplied', true), ...charge, note],
  recordPayment: [field('amount', 'money', true), field('method', 'method', true), field('receipt', 'line')],
  forward: [field('to', 'step'), note],
  sendBack: [field('to', 'step'), reason],
  approve: [field('text', 'text'), field('resultFile', 'resultFile'), field('validUntil', 'date')],
  refuse: [reason, field('resultFile', 'resultFile')],
  consult: [field('question', 'text', true), field('agencies', 'agencies')],
  giveOpinion: [field('opinion', 'text', true), field('agrees', 'agrees')],
  proceed: [reason, field('unheard', 'agencies')],
  extend: [reason, field('newDueOn', 'date', true), field('apology', 'text', true)],
  signApology: [],
  returnApology: [reason],
  confirmChange: [],
  returnChange: [reason],
  pause: [field('kind', 'pause', true), reason, field('document', 'line')],
  resume: [field('document', 'line', true), note],
  stop: [reason],
  seal: [],
  handOver: [...posted, ...atCounter],
};

/** Decisions that end something for the citizen or sign: they are asked about once more. */
export const IRREVERSIBLE: readonly DecisionName[] = [
  'decline',
  'refuse',
  'stop',
  'signApology',
  'confirmChange',
];

export const isKnown = (name: string): name is DecisionName => Object.hasOwn(decisionFields, name);
