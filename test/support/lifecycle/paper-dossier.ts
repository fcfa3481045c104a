import { applicantDigest } from '../../../functions/domain/applicants/applicant-digest.ts';
import { raiseAlarms } from '../../../functions/domain/dossier/alarms.ts';
import type { DecisionContext, NewEvent, PinnedRules } from '../../../functions/domain/dossier/context.ts';
import { decide } from '../../../functions/domain/dossier/decide.ts';
import { type IssuedResult, issueResult } from '../../../functions/domain/dossier/decisions/issue-result.ts';
import { supplement } from '../../../functions/domain/dossier/decisions/supplement.ts';
import { withdraw } from '../../../functions/domain/dossier/decisions/withdraw.ts';
import { standingExtension } from '../../../functions/domain/dossier/extension.ts';
import { amountToPay } from '../../../functions/domain/dossier/fee.ts';
import { receptionTask } from '../../../functions/domain/dossier/reception-task.ts';
import { type Outcome, sealEvents } from '../../../functions/domain/dossier/seal.ts';
import { unitClocks } from '../../../functions/domain/dossier/unit-clock.ts';
import { waitingTask } from '../../../functions/domain/dossier/waiting.ts';
import { dateOf, type Instant, parseInstant } from '../../../functions/domain/vietnam-time.ts';
import type { TaskDecisionBody } from '../../../schemas/api/decision.ts';
import type { Fee } from '../../../schemas/catalogue/fee.ts';
import type { Channel } from '../../../schemas/catalogue/procedure.ts';
import type { Actor } from '../../../schemas/dossier/actor.ts';
import type { Applicant } from '../../../schemas/dossier/applicant.ts';
import type { LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { ReturnMethod } from '../../../schemas/dossier/states.ts';
import { asRead } from './as-read.ts';
import { starterProcedure, workCalendar } from './memory-province.ts';

const clockOf = unitClocks(workCalendar);

/** The rules of a starter procedure, as a dossier is pinned to them. */
export function rulesOf(procedure: string): PinnedRules {
  return { ...starterProcedure(procedure), clockOf, successorOf: unit => unit };
}

export const officer: Actor = { kind: 'officer', id: 'thuly1.h44-101', unit: 'H44.101', role: 'handler' };
export const citizen: Actor = { kind: 'citizen', key: 'k'.repeat(32) };

/** Whose dossiers these are, unless a test says otherwise. */
export const applicant: Applicant = {
  kind: 'person',
  name: 'Nguyễn Thị Lành',
  identityNumber: '025090000001',
};

export interface Filing {
  readonly applicant?: Applicant;
  readonly code?: string;
  readonly at?: string;
  readonly channel?: Channel;
  /** Instead of the procedure's own. */
  readonly fee?: Fee | null;
  readonly returnBy?: ReturnMethod;
  readonly receivingUnit?: string;
  readonly competentUnit?: string;
  /** Who submits; the citizen of these tests unless somebody else does. */
  readonly by?: Actor;
  readonly portalReference?: string;
  readonly components?: Extract<LedgerEvent['data'], { type: 'submitted' }>['components'];
}

/** The submission of a dossier: its first ledger entry and head. */
export function filed(procedure: string, filing: Filing = {}): Outcome {
  const { code = 'H44.101-260302-0001', at = '2026-03-02T08:00:00+07:00', channel = 'online' } = filing;
  const { receivingUnit = 'H44.101', returnBy = 'electronic' } = filing;
  const competentUnit = filing.competentUnit ?? receivingUnit;
  const rules = rulesOf(procedure);
  const now = parseInstant(at);
  const published = rules.procedure.methods.find(method => method.channel === channel)?.fee ?? null;
  const fee = filing.fee === undefined ? published : filing.fee;
  const event: NewEvent = {
    data: {
      type: 'submitted',
      rules: {
        procedure,
        procedureVersion: 1,
        workflowVersion: 1,
        workCalendarVersion: 1,
        organisationVersion: 1,
      },
      receivingUnit,
      competentUnit,
      channel,
      owner: 'k'.repeat(32),
      applicantDigest: applicantDigest(code, filing.applicant ?? applicant),
      onBehalf: null,
      components: filing.components ?? [],
      returnBy,
      fee,
      amountDue: amountToPay(fee),
      portalReference: filing.portalReference ?? null,
    },
    opens: [receptionTask({ head: { code, tasksOpened: 0, receivingUnit, competentUnit }, rules, now })],
    closes: [],
  };
  return sealEvents({ code, head: undefined }, [event], { actor: filing.by ?? citizen, now });
}

/**
 * A dossier on paper: the domain alone, without store or machine, moved on by decisions at moments of the test’s
 * choice.
 */
export class PaperDossier {
  readonly rules: PinnedRules;
  readonly ledger: LedgerEvent[];
  head: DossierHead;
  now: Instant;

  constructor(procedure: string, filing: Filing = {}) {
    const { events, head } = filed(procedure, filing);
    this.rules = rulesOf(procedure);
    this.ledger = [...events];
    this.head = head;
    this.now = parseInstant(head.submittedAt);
  }

  get context(): DecisionContext {
    const numbering = { register: 'outgoing', documentNumber: '01/KQ-UBND', documentDate: dateOf(this.now) };
    return { head: this.head, rules: this.rules, actor: officer, now: this.now, numbering };
  }

  at(instant: string): this {
    this.now = parseInstant(instant);
    return this;
  }

  /** Enters events of any command. */
  enter(events: readonly NewEvent[], by: Actor = officer): this {
    const outcome = sealEvents({ code: this.head.code, head: this.head }, events, {
      actor: by,
      now: this.now,
    });
    this.ledger.push(...outcome.events);
    this.head = outcome.head;
    return this;
  }

  /** Decides at the task waited on, or at another by its id, or at the consultation of a unit. */
  decide(body: TaskDecisionBody, at?: string): this {
    const task =
      at === undefined
        ? waitingTask(this.head)
        : this.head.tasks.find(open => open.id === at || (open.phase === 'consultation' && open.unit === at));
    if (!task) throw new Error('no such task is open');
    return this.enter(decide(this.context, task, asRead(this.head, task, body)));
  }

  /** The apology that waits is signed by whoever signs results. */
  signApology(): this {
    const task = this.head.tasks.find(({ phase }) => phase === 'apology');
    const digest = standingExtension(this.head)?.digest;
    return this.decide({ decision: 'signApology', proposal: digest }, task?.id ?? 'none');
  }

  issue(result: IssuedResult): this {
    return this.enter(issueResult(this.context, result));
  }

  withdraw(): this {
    return this.enter(withdraw(this.context, {}));
  }

  /** The applicant supplies a paper. */
  supplement(): this {
    const task = waitingTask(this.head);
    if (!task) throw new Error('nothing is waited for');
    const components = [{ component: 'c1', files: [], paperCopies: 1 }];
    return this.enter(supplement(this.context, task, { components }, 'supplemented'));
  }

  /** Enters the alarms that are due by now; how many there were. */
  soundAlarms(): number {
    const events = raiseAlarms(this.head, this.now);
    if (events.length > 0) this.enter(events);
    return events.length;
  }
}
