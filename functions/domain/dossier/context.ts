import type { Procedure } from '../../../schemas/catalogue/procedure.ts';
import type { Workflow } from '../../../schemas/catalogue/workflow.ts';
import type { AgencyCode } from '../../../schemas/codes/agency-code.ts';
import type { Limit } from '../../../schemas/calendar.ts';
import type { Actor } from '../../../schemas/dossier/actor.ts';
import type { EventData, LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { ClockPause, DossierHead } from '../../../schemas/dossier/head.ts';
import type { Instant } from '../vietnam-time.ts';

/** A date by the legal clock with the instants at which its alarms sound, as events carry it. */
export interface Promised {
  readonly dueAt: string;
  readonly dueOn: string;
  readonly alarms: { readonly dueSoon: string; readonly overdue: string; readonly escalated: string };
}

/** The legal clock of one unit: its calendar and office hours, pinned in version. */
export interface UnitClock {
  /** When a limit that starts at an instant ends; undefined while a pause is open. */
  due(limit: Limit, start: Instant, pauses?: readonly ClockPause[]): Promised | undefined;
  /** The alarms of a date that was set by hand (an extension), due at the close of that day's office. */
  dueOnDate(date: string): Promised;
  /** When paper received at an instant must reach the agency that decides: at once, or next morning after 15:00. NĐ 61/2018 Đ18 k2. */
  forwardedBy(receivedAt: Instant): Instant;
  /** The last day on which the date `dueOn` may still be extended. NĐ 61/2018 Đ19 k9: one day before it. */
  lastDayToExtend(dueOn: string): string;
}

/** The rules a dossier is pinned to, loaded. */
export interface PinnedRules {
  readonly procedure: Procedure;
  readonly workflow: Workflow;
  readonly clockOf: (unit: AgencyCode) => UnitClock;
}

/** What every decision is taken in: the dossier as it stands, its rules, who acts and when. */
export interface DecisionContext {
  readonly head: DossierHead;
  readonly rules: PinnedRules;
  readonly actor: Actor;
  readonly now: Instant;
}

/** An event still without number, time, actor and hash. */
export type NewEvent = Pick<LedgerEvent, 'opens' | 'closes'> & { readonly data: EventData };
