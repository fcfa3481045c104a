import { standingExtension } from '../functions/domain/dossier/extension.ts';
import { addDays, dateOf, dayNumberOf, parseInstant, startOfDay } from '../functions/domain/vietnam-time.ts';
import type { TaskDecisionBody } from '../schemas/api/decision.ts';
import type { DossierHead } from '../schemas/dossier/head.ts';
import type { PlannedTask } from '../schemas/dossier/task.ts';
import { toDong } from '../schemas/money/dong.ts';
import { asRead } from '../test/support/lifecycle/as-read.ts';
import { starterProcedure } from '../test/support/lifecycle/memory-province.ts';
import type { Errand } from './desks.ts';
import { officeHoursOf } from './office-hours.ts';
import type { Random } from './random.ts';

/** What an officer knows who is about to decide. */
export interface Deciding {
  readonly random: Random;
  readonly now: number;
  readonly head: DossierHead;
  readonly task: PlannedTask;
  readonly intent: Errand['intent'];
  /** What the task allows, as the API says. */
  readonly allowed: readonly string[];
  /** Whether other agencies were asked before. */
  readonly consulted: boolean;
  /** Makes a file of the officer's to give as the result. */
  readonly resultFile: () => Promise<string>;
}

const reason = 'Lý do ghi trong hồ sơ mô phỏng';
const text = 'Hồ sơ đủ điều kiện. Đồng ý giải quyết.';

/** What the officer decides; undefined when there is nothing to be decided (yet). */
export async function decisionOf(deciding: Deciding): Promise<TaskDecisionBody | undefined> {
  const { intent, allowed, random, head } = deciding;
  switch (intent) {
    case 'recordSupplement':
      return { decision: 'recordSupplement', components: [{ component: 'c1', files: [], paperCopies: 1 }] };
    case 'recordPayment':
      return payment(head);
    case 'handOver':
      return isGated(head) ? payment(head) : handedOver(head);
    case 'giveUp':
      return head.acceptedAt === null ? { decision: 'decline', reason } : { decision: 'stop', reason };
    case 'proceed':
      return { decision: 'proceed', reason, unheard: stillAsked(head) };
    case 'decide':
      break;
  }
  if (deciding.task.phase === 'reception') return atReception(deciding);
  if (deciding.task.phase === 'consultation')
    return { decision: 'giveOpinion', opinion: 'Phù hợp quy định', agrees: random.chance(0.9) };
  if (deciding.task.phase === 'apology') return atApology(deciding);
  if (deciding.task.phase === 'seal') return { decision: 'seal' };
  if (deciding.task.phase === 'others')
    return random.chance(0.05)
      ? { decision: 'stop', reason }
      : { decision: 'resume', document: 'Văn bản trả lời số 15' };
  return atStep(deciding, allowed);
}

const stillAsked = (head: DossierHead) =>
  head.tasks.flatMap(({ phase, unit }) => (phase === 'consultation' ? [unit] : []));

/** The signer signs while it is not too late, and returns what can no longer be signed. */
function atApology({ head, now, random }: Deciding): TaskDecisionBody {
  const inTime = head.dueAt !== null && dateOf(now) < dateOf(parseInstant(head.dueAt));
  if (!inTime || random.chance(0.1)) return { decision: 'returnApology', reason };
  return { decision: 'signApology', proposal: standingExtension(head)?.digest };
}

function atReception({ head, random }: Deciding): TaskDecisionBody {
  if (random.chance(0.03)) return { decision: 'decline', reason };
  if (random.chance(0.07)) return supplementRequest(head.supplements.intake);
  if (head.money === 'due' && head.amountDue !== null && isGated(head) && random.chance(0.3))
    return payment(head);
  const counted = head.fee?.kind === 'perUnit' && head.money === 'due';
  const amount = head.fee?.kind === 'perUnit' ? head.fee.amount * random.whole(1, 12) : 0;
  return { decision: 'accept', ...(counted && { amountDue: toDong(amount) }) };
}

async function atStep(deciding: Deciding, allowed: readonly string[]): Promise<TaskDecisionBody> {
  const { random, head, now, task } = deciding;
  const may = (decision: string, probability: number) =>
    allowed.includes(decision) && random.chance(probability);
  if (may('consult', deciding.consulted ? 0.02 : 0.5)) return { decision: 'consult', question: reason };
  if (may('requestSupplement', 0.05)) return supplementRequest(head.supplements.processing);
  if (may('stop', 0.01)) return { decision: 'stop', reason };
  if (may('pause', 0.04)) return { decision: 'pause', kind: kindAt(deciding), reason };
  const nearDue = head.dueAt !== null && parseInstant(head.dueAt) - now < 3 * 24 * 3_600_000;
  const unextended = head.extendedTo === null && head.extensionProposal === null;
  if (nearDue && unextended && may('extend', 0.25)) {
    const later = extension(head, random);
    if (later) return later;
  }
  if (may('sendBack', 0.03)) return { decision: 'sendBack', reason };
  if (may('refuse', 0.06)) return { decision: 'refuse', reason };
  if (allowed.includes('forward')) return { decision: 'forward' };
  if (task.phase === 'signature') return asRead(head, task, { decision: 'approve', text });
  const given = random.chance(0.1);
  return { decision: 'approve', text, ...(given && { resultFile: await deciding.resultFile() }) };
}

/** One of the grounds that the workflow names at the step. */
function kindAt({ head, task, random }: Deciding): string {
  const { workflow } = starterProcedure(head.rules.procedure);
  const step = workflow.steps.find(({ id }) => id === task.step);
  const kinds = step?.decisions.flatMap(option => (option.decision === 'pause' ? option.kinds : [])) ?? [];
  return kinds[random.whole(0, kinds.length - 1)] ?? '';
}

function supplementRequest(asked: number): TaskDecisionBody {
  return {
    decision: 'requestSupplement',
    reason,
    items: ['Bản sao giấy tờ còn thiếu'],
    ...(asked > 0 && { legalBasis: 'Luật chuyên ngành cho phép', approvedBy: 'Lãnh đạo đơn vị' }),
  };
}

/**
 * A later date on which the office is open, within what an extension may reach; undefined where there is no such
 * day.
 */
function extension(head: DossierHead, random: Random): TaskDecisionBody | undefined {
  const due = dateOf(head.dueAt === null ? 0 : parseInstant(head.dueAt));
  const hours = officeHoursOf(head.competentUnit);
  const wanted = random.whole(1, reachInDays(head));
  const dates = Array.from({ length: wanted }, (_, nth) => addDays(due, wanted - nth));
  const newDueOn = dates.find(date => hours.isWorkingDay(dayNumberOf(startOfDay(date))));
  return newDueOn === undefined
    ? undefined
    : { decision: 'extend', reason, newDueOn, apology: 'Thành thật xin lỗi và hẹn lại ngày trả kết quả' };
}

/** How far an extension reaches at least, in days of the calendar: the procedure's own bound, or its limit. */
function reachInDays(head: DossierHead): number {
  const { extensionLimit, methods } = starterProcedure(head.rules.procedure).procedure;
  const limit = extensionLimit ?? methods.find(({ channel }) => channel === head.channel)?.limit;
  return limit && limit.unit !== 'workingHour' ? Math.max(1, Math.floor(limit.amount)) : 1;
}

/** Whether the fee must be paid before the result is returned. */
export function isGated(head: DossierHead): boolean {
  return head.money === 'due' && starterProcedure(head.rules.procedure).procedure.feeDueBefore !== null;
}

function payment(head: DossierHead): TaskDecisionBody {
  const unit = head.fee?.kind === 'perUnit' || head.fee?.kind === 'flat' ? head.fee.amount : 0;
  return { decision: 'recordPayment', amount: head.amountDue ?? toDong(unit), method: 'cash' };
}

/** What is posted has a number that its owner follows it by. */
const handedOver = ({ returnBy }: Pick<DossierHead, 'returnBy'>) =>
  returnBy === 'post'
    ? ({ decision: 'handOver', consignment: 'EK473124829VN' } as const)
    : ({ decision: 'handOver', receivedBy: 'chủ hồ sơ' } as const);
