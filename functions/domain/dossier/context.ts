import type { Limit } from '../../../schemas/calendar.ts';
import type { Procedure } from '../../../schemas/catalogue/procedure.ts';
import type { Workflow } from '../../../schemas/catalogue/workflow.ts';
import type { AgencyCode } from '../../../schemas/codes/agency-code.ts';
import type { Actor } from '../../../schemas/dossier/actor.ts';
import type { EventData, LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { ClockPause, DossierHead } from '../../../schemas/dossier/head.ts';
import type { ExtensionRequest } from '../legal-clock/extension.ts';
import type { Instant } from '../vietnam-time.ts';
import type { HeldBefore } from './promise-clock.ts';

/** A date by the legal clock, with the instants of its alarms, as events carry it. */
export interface Promised {
  readonly dueAt: string;
  readonly dueOn: string;
  readonly alarms: { readonly dueSoon: string; readonly overdue: string; readonly escalated: string };
}

/** The legal clock of one unit: its calendar and office hours, pinned in version. */
export interface UnitClock {
  /** When a limit that starts at an instant ends; undefined during an open pause. */
  due(limit: Limit, start: Instant, pauses?: readonly ClockPause[]): Promised | undefined;
  /**
   * An extended date: once, with a reason, in time and to a later working day. Throws `DeadlineError` if the rules do
   * not allow it.
   */
  extended(request: ExtensionRequest): Promised;
  /** The close of office on a date (`YYYY-MM-DD`), with its alarms if set at `start`. */
  closeOf(date: string, start: Instant): Promised;
  /**
   * When paper received at an instant must reach the deciding agency: at once, or next morning after 15:00. NĐ
   * 61/2018 Đ18 k2.
   */
  forwardedBy(receivedAt: Instant): Instant;
}

/** The rules a dossier is pinned to, loaded. */
export interface PinnedRules {
  readonly procedure: Procedure;
  readonly workflow: Workflow;
  /** The clock of a unit; for a dossier that had other units before, with their days off at that time. */
  readonly clockOf: (unit: AgencyCode, before?: readonly HeldBefore[]) => UnitClock;
  /**
   * The unit that does a unit's work at an instant: itself or its successor. Not pinned: an ended unit takes no new
   * work.
   */
  readonly successorOf: (unit: AgencyCode, at: Instant) => AgencyCode;
}

/** The context of every decision: the dossier, its rules, the actor and the time. */
export interface DecisionContext {
  readonly head: DossierHead;
  readonly rules: PinnedRules;
  readonly actor: Actor;
  readonly now: Instant;
  /** At a task of the registry clerk. */
  readonly numbering?: Numbering | undefined;
}

/** The next number of the register that a signed result belongs to, as the registry clerk gives it. */
export interface Numbering {
  readonly register: string;
  readonly documentNumber: string;
  /** `YYYY-MM-DD`. */
  readonly documentDate: string;
}

/** An event without its number, time, actor and hash. */
export type NewEvent = Pick<LedgerEvent, 'opens' | 'closes'> & { readonly data: EventData };
