import {
  applicantKnownBy,
  personKnownBy,
  representativeOf,
} from '../../../functions/domain/applicants/known-by.ts';
import { digestOf } from '../../../functions/domain/canonical-json.ts';
import { raiseAlarms } from '../../../functions/domain/dossier/alarms.ts';
import type { NewEvent, PinnedRules } from '../../../functions/domain/dossier/context.ts';
import { decide, decisionsAt } from '../../../functions/domain/dossier/decide.ts';
import { issueResult } from '../../../functions/domain/dossier/decisions/issue-result.ts';
import { withdraw } from '../../../functions/domain/dossier/decisions/withdraw.ts';
import { amountToPay } from '../../../functions/domain/dossier/fee.ts';
import { formatResultNumber } from '../../../functions/domain/dossier/number.ts';
import { receptionTask } from '../../../functions/domain/dossier/reception-task.ts';
import { type Outcome, sealEvents } from '../../../functions/domain/dossier/seal.ts';
import { unitClocks } from '../../../functions/domain/dossier/unit-clock.ts';
import { waitingTask } from '../../../functions/domain/dossier/waiting.ts';
import { dateOf, HOUR, MINUTE, parseInstant } from '../../../functions/domain/vietnam-time.ts';
import type { Keyring } from '../../../functions/records/keyring/keyring.ts';
import type { TaskDecisionBody } from '../../../schemas/api/decision.ts';
import type { Actor } from '../../../schemas/dossier/actor.ts';
import type { LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { PlannedTask } from '../../../schemas/dossier/task.ts';
import { toDong } from '../../../schemas/money/dong.ts';
import { asRead } from '../../../test/support/lifecycle/as-read.ts';
import { workCalendar } from '../../../test/support/lifecycle/memory-province.ts';
import type { DossierPlan } from './plan-day.ts';
import { type Random, randomOf } from './random.ts';
import { NOW } from './world.ts';

const clockOf = unitClocks(workCalendar);

/** Whose dossier it is: the keyed digest by which it is found. */
export function ownerOf({ applicant }: Pick<DossierPlan, 'applicant'>, keyring: Keyring): string {
  return keyring.personKey(applicantKnownBy(applicant));
}

/**
 * Walks a dossier by the domain's own commands, from its submission as far as its fate is. Nothing happens after the
 * moment at which the store is looked at; alarms due by then have sounded.
 */
export function walk(plan: DossierPlan, seed: string, keyring: Keyring): Outcome {
  const walker = new Walker(plan, randomOf(seed, 'walk', plan.code), keyring);
  walker.run();
  return { events: walker.events, head: walker.head };
}

class Walker {
  readonly events: LedgerEvent[] = [];
  head: DossierHead;
  readonly #plan: DossierPlan;
  readonly #random: Random;
  readonly #rules: PinnedRules;
  #now: number;

  constructor(plan: DossierPlan, random: Random, keyring: Keyring) {
    this.#plan = plan;
    this.#random = random;
    this.#rules = { ...plan.procedure, clockOf, successorOf: unit => unit };
    this.#now = plan.submittedAt;
    const { events, head } = submission(plan, this.#rules, keyring);
    this.events.push(...events);
    this.head = head;
  }

  run(): void {
    const { fate } = this.#plan;
    if (fate !== 'submitted') this.#leaveReception();
    if (this.head.tasks.length > 0) this.#end();
  }

  #leaveReception(): void {
    const { fate } = this.#plan;
    this.#pass(this.#random.between(0.3, 5) * HOUR);
    const early = this.#random.chance(0.4);
    const { fee } = this.head;
    if (fate === 'declined') this.#decide({ decision: 'decline', reason: 'Hồ sơ không thuộc thẩm quyền' });
    else if (fate === 'withdrawn' && early) this.#enter(withdraw(this.#context(), {}));
    else if (fate === 'supplementing' && early) this.#decide(missing);
    else {
      this.#decide({
        decision: 'accept',
        ...(fee?.kind === 'perUnit' && { amountDue: toDong(2 * fee.amount) }),
      });
      if (fate !== 'accepted') this.#work();
    }
  }

  /** Works step by step; what is open is left at one of them, what is done was mostly done in time. */
  #work(): void {
    const due = parseInstant(this.head.dueAt ?? this.head.updatedAt);
    const late = this.#random.chance(0.05);
    const whole =
      (due - this.#now) * (late ? this.#random.between(1.05, 2) : this.#random.between(0.15, 0.97));
    const steps = this.#plan.procedure.workflow.steps.length;
    const leftAt = 1 + this.#random.below(steps);
    for (let step = 1; ; step++) {
      const task = waitingTask(this.head);
      if (!task) break;
      const left = this.#plan.fate === 'processing' && step > leftAt && this.head.handling === 'processing';
      if (left || !this.#act(task, whole / steps)) return;
    }
    this.#issue();
  }

  /** One decision of the work; false when the dossier is left there, or at its end. */
  #act(task: PlannedTask, milliseconds: number): boolean {
    const { fate } = this.#plan;
    if (task.phase === 'payment' && fate === 'awaitingPayment') return false;
    this.#pass(milliseconds);
    const allowed = decisionsAt({ rules: this.#rules }, task);
    const decided = fate === 'returned' || fate === 'collection';
    if (task.phase === 'payment') this.#pay();
    else if (task.phase === 'seal') this.#decide({ decision: 'seal' });
    else if (fate === 'withdrawn') this.#enter(withdraw(this.#context(), {}));
    else if (fate === 'stopped' && allowed.includes('stop')) this.#decide(stopping);
    else if (fate === 'supplementing' && allowed.includes('requestSupplement')) this.#decide(missing);
    else if (task.phase === 'signature' && !decided) return false;
    else if (allowed.includes('approve')) this.#decide({ decision: 'approve', text: 'Đồng ý giải quyết.' });
    else this.#decide({ decision: 'forward' });
    const ended = this.head.closedAt !== null || this.head.handling === 'supplementing';
    return !ended;
  }

  #issue(): void {
    const { competentUnit, resultCount, submittedAt } = this.#plan;
    this.#pass(MINUTE);
    const year = String(new Date(submittedAt).getUTCFullYear());
    const number = formatResultNumber(competentUnit, year, resultCount);
    const sha256 = digestOf(number);
    this.#enter(issueResult(this.#context(), { number, sha256, size: 48_000, origin: 'rendered' }));
    if (this.#plan.fate !== 'returned' || this.head.tasks.length === 0) return;
    this.#pass(this.#random.between(2, 60) * HOUR);
    if (this.head.money === 'due' && this.#rules.procedure.feeDueBefore !== null) this.#pay();
    const posted = this.head.returnBy === 'post';
    this.#decide({ decision: 'handOver', ...(posted && { consignment: 'EK473124829VN' }) });
  }

  /** Somebody holds half of the open tasks of the work, and what is late was heard of. */
  #end(): void {
    this.#now = NOW;
    const task = waitingTask(this.head);
    if (task && (task.phase === 'step' || task.phase === 'signature') && this.#random.chance(0.5))
      this.#enter([
        { data: { type: 'assigned', task: task.id, assignee: holderOf(task, this.#random) }, ...nothing },
      ]);
    this.#enter(raiseAlarms(this.head, NOW));
  }

  #pay(): void {
    const amount = this.head.amountDue ?? toDong(0);
    this.#decide({ decision: 'recordPayment', amount, method: 'transfer' });
  }

  #decide(body: TaskDecisionBody): void {
    const task = waitingTask(this.head);
    if (!task) throw new TypeError(`${this.head.code}: nothing to decide`);
    this.#enter(decide(this.#context(task), task, asRead(this.head, task, body)));
  }

  #context(task?: PlannedTask) {
    const { competentUnit } = this.#plan;
    const unit = task?.unit ?? competentUnit;
    const actor: Actor = {
      kind: 'officer',
      id: accountOf('thuly1', unit),
      unit,
      role: task?.role ?? 'handler',
    };
    const numbering = {
      register: 'outgoing',
      documentNumber: `${this.#plan.resultCount}/KQ-UBND`,
      documentDate: dateOf(this.#now),
    };
    return { head: this.head, rules: this.#rules, actor, now: this.#now, numbering };
  }

  #enter(news: readonly NewEvent[]): void {
    if (news.length === 0) return;
    const { actor } = this.#context(waitingTask(this.head));
    const outcome = sealEvents({ code: this.head.code, head: this.head }, news, { actor, now: this.#now });
    this.events.push(...outcome.events);
    this.head = outcome.head;
  }

  #pass(milliseconds: number): void {
    this.#now = Math.min(this.#now + Math.max(MINUTE, Math.round(milliseconds / 1000) * 1000), NOW - MINUTE);
  }
}

const nothing = { opens: [], closes: [] };
const stopping: TaskDecisionBody = { decision: 'stop', reason: 'Chủ hồ sơ không còn nhu cầu' };
const missing: TaskDecisionBody = {
  decision: 'requestSupplement',
  reason: 'Thiếu giấy tờ theo quy định',
  items: ['Bản sao giấy tờ chứng minh'],
};

/** Account of an officer of the starter province. */
export const accountOf = (name: string, unit: string) => `${name}.${unit.toLowerCase().replaceAll('.', '-')}`;

const holderOf = ({ role, unit }: PlannedTask, random: Random) =>
  role === 'handler'
    ? accountOf(random.pick(['thuly1', 'thuly2']), unit)
    : accountOf(role === 'leader' ? 'lanhdao' : role === 'signer' ? 'kyduyet' : 'tiepnhan', unit);

function submission(plan: DossierPlan, rules: PinnedRules, keyring: Keyring): Outcome {
  const { code, receivingUnit, competentUnit, channel, applicant, returnBy, submittedAt: now } = plan;
  const fee = rules.procedure.methods.find(method => method.channel === channel)?.fee ?? null;
  const head = { code, tasksOpened: 0, receivingUnit, competentUnit };
  const named = representativeOf(applicant);
  const event: NewEvent = {
    data: {
      type: 'submitted',
      rules: {
        procedure: rules.procedure.code,
        procedureVersion: 1,
        workflowVersion: 1,
        workCalendarVersion: 1,
        organisationVersion: 1,
      },
      receivingUnit,
      competentUnit,
      channel,
      owner: ownerOf(plan, keyring),
      ...(named && { representative: keyring.personKey(personKnownBy(named)) }),
      applicantDigest: digestOf({ dossier: code, applicant }),
      onBehalf: null,
      components: [{ component: 'c1', files: [], paperCopies: 1 }],
      returnBy,
      fee,
      amountDue: amountToPay(fee),
      portalReference: plan.by === 'portal' ? `${plan.portal}-${code}` : null,
    },
    opens: [receptionTask({ head, rules, now })],
    closes: [],
  };
  return sealEvents({ code, head: undefined }, [event], { actor: submitterOf(plan, keyring), now });
}

function submitterOf({ by, portal, receivingUnit: unit, applicant }: DossierPlan, keyring: Keyring): Actor {
  if (by === 'portal') return { kind: 'portal', id: portal };
  if (by === 'officer') return { kind: 'officer', id: accountOf('tiepnhan', unit), unit, role: 'reception' };
  const representative = representativeOf(applicant);
  const number = representative ? personKnownBy(representative) : applicantKnownBy(applicant);
  return { kind: 'citizen', key: keyring.personKey(number) };
}
