import type { LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import { landTaxAfter } from '../land-tax/after-entry.ts';
import { isEnd, mayLeadTo } from '../lifecycle/states.ts';
import { accountAfter } from '../money/account/after-entry.ts';
import { moneyStateOf } from '../money/account/money-state.ts';
import { reusedAfter } from '../vault/reuse.ts';
import { afterArchiving } from './archived.ts';
import { chargedBy } from './charge.ts';
import { chargedAnewBy } from './charge-anew.ts';
import { firstHead } from './first-head.ts';
import { afterInterest } from './interest-declared.ts';
import { LedgerError } from './ledger-error.ts';
import { openPause, withOutage } from './pauses.ts';
import { proposalOf, replacedBy, resultOf } from './proposal-and-result.ts';
import { afterTransfer } from './transferred.ts';
import { isBeside } from './waiting.ts';
import {
  atWork,
  closing,
  goesOn,
  interrupted,
  noPromise,
  notInterrupted,
  type Patch,
  promised,
} from './waits-and-dates.ts';

function patchOf(head: DossierHead, event: LedgerEvent): Patch {
  const { data } = event;
  switch (data.type) {
    case 'submitted':
      throw new LedgerError(`${event.dossier}: a second submission at entry ${event.seq}`);
    case 'accepted':
      return {
        handling: 'accepted',
        acceptedAt: event.at,
        clockStartedAt: data.clockStartsAt,
        ...chargedBy(head, data),
        ...promised(head, data.promise),
      };
    case 'declined':
      return { handling: 'declined', ...closing(event) };
    case 'supplementRequested': {
      const supplements = { ...head.supplements, [data.stage]: head.supplements[data.stage] + 1 };
      if (data.stage === 'intake') return { handling: 'supplementing', supplements };
      // Only after acceptance is the fee settled anew.
      const interrupts = interrupted(head, event);
      const pauses = openPause(head.pauses, { from: event.at, effect: data.clock, cause: 'supplement' });
      const fee = chargedAnewBy(data);
      return { handling: 'supplementing', supplements, ...interrupts, pauses, ...noPromise, ...fee };
    }
    case 'supplemented':
      return {
        reused: reusedAfter(head.reused, data.components),
        ...chargedAnewBy(data),
        ...(data.promise === null ? { handling: 'submitted' } : goesOn(head, event, data.promise)),
      };
    case 'forwarded':
    case 'sentBack':
      return { handling: atWork(head), proposal: data.type === 'sentBack' ? null : head.proposal };
    case 'proposed':
      return { handling: atWork(head), proposal: proposalOf(data) };
    case 'consulted':
      return { handling: atWork(head), ...interrupted(head, event) };
    case 'opinionGiven':
      return {};
    case 'consultationsClosed':
      return notInterrupted;
    case 'paused': {
      const { kind, clock: effect, handling } = data;
      const pauses = openPause(head.pauses, { from: event.at, effect, cause: 'others', kind });
      return { handling, ...interrupted(head, event), pauses, ...noPromise };
    }
    case 'resumed':
      return goesOn(head, event, data.promise);
    case 'extensionProposed': {
      const { reason, apology, newDueOn, task } = data;
      return { extensionProposal: { reason, apology, newDueOn, task } };
    }
    case 'extensionReturned':
      return {};
    case 'extended':
      return { extendedTo: data.promise.dueAt, ...promised(head, data.promise) };
    case 'replanned': {
      const rules = { ...head.rules, workCalendarVersion: data.workCalendarVersion };
      const pauses = data.outage ? withOutage(head.pauses, data.outage) : head.pauses;
      // A date recalculated under a calendar is counted by the days of the current unit.
      const promisedBy = data.outage ? head.promisedBy : null;
      return { rules, pauses, promisedBy, ...(data.promise ? promised(head, data.promise) : {}) };
    }
    case 'stopped':
      return { handling: 'stopped', ...closing(event) };
    case 'withdrawn':
      return { handling: 'withdrawn', ...closing(event) };
    case 'paymentRequested': {
      const pauses = openPause(head.pauses, { from: event.at, effect: 'resume', cause: 'payment' });
      return {
        handling: 'awaitingPayment',
        // Of a fee of which a part was paid, only the rest is asked for.
        ...(head.account === null && { money: 'due', amountDue: data.amount }),
        resumeAt: data.before,
        resumeWith: data.resumeWith ?? null,
        pauses,
        ...noPromise,
      };
    }
    case 'paid':
      return { money: 'paid', ...(data.promise && goesOn(head, event, data.promise)) };
    case 'paymentOpened':
    case 'paymentEnded':
    case 'refundRequested':
    case 'refundDecided':
    case 'refundPaid':
    case 'receiptIssued':
    case 'receiptCorrectionRequested':
    case 'receiptCorrectionDecided':
    case 'receiptRequested':
    case 'receiptRefused':
    case 'receiptRetried':
      return {};
    case 'landSlipSent':
    case 'landSlipRefused':
    case 'landNoticeReceived':
    case 'landNoticeWithdrawn':
    case 'landTaxPaid':
      return { landTax: landTaxAfter(head.landTax, data) };
    case 'decided':
      return {
        handling: 'decided',
        delivery: 'preparing',
        outcome: data.outcome,
        proposal: proposalOf(data),
        timeliness: data.timeliness,
        signature: data.signature ?? null,
        decidedAt: event.at,
      };
    case 'resultNumbered': {
      const { register, documentNumber, documentDate } = data;
      return { registration: { register, documentNumber, documentDate } };
    }
    case 'resultIssued':
      return { delivery: 'ready', result: resultOf(data) };
    case 'returned':
      return { handling: 'returned', delivery: 'returned', ...closing(event) };
    case 'archived':
    case 'legalHoldSet':
    case 'legalHoldLifted':
      return afterArchiving(data, event);
    case 'resultRecalled':
      return { delivery: 'recalled' };
    case 'returnedAgain':
      return { delivery: 'returned' };
    case 'resultChangeProposed': {
      const { kind, ground, reason, text, resultFile, task } = data;
      return { resultChange: { kind, ground, reason, text, resultFile, task } };
    }
    case 'resultChangeReturned':
      return { resultChange: null };
    case 'resultRevoked':
      return { resultChange: null, resultRevokedAt: event.at };
    case 'correctionSigned': {
      const { ground, text, resultFile, signature = null } = data;
      const correction = { ground, text, resultFile, signature, signedAt: event.at };
      return { resultChange: null, correction };
    }
    case 'resultReplaced':
      return { correction: null, ...replacedBy(head, data) };
    case 'transferred':
      return afterTransfer(head, data, event.at);
    case 'applicantCorrected':
      return { owner: data.owner, representative: data.representative };
    case 'interestDeclared':
      return afterInterest(head, data, event.at);
    case 'assigned':
      return {
        tasks: head.tasks.map(task => (task.id === data.task ? { ...task, assignee: data.assignee } : task)),
      };
    case 'alarmRaised':
      return { alarms: [...head.alarms, data.alarm] };
    case 'copyCertified':
    case 'copySealed':
    case 'copyNotSealed':
    case 'inkSigned':
    case 'executionLost':
      return {};
    case 'executionStarted':
      return { round: data.round, roundStartedAt: event.at };
  }
}

/**
 * The head after one more ledger entry. Pure: replaying a ledger from its first entry gives the head at any past
 * instant.
 */
export function applyEvent(head: DossierHead | undefined, event: LedgerEvent): DossierHead {
  if (head === undefined) return firstHead(event);
  const account = accountAfter(head, event);
  const next: DossierHead = {
    ...head,
    ...patchOf(head, event),
    ...(account && { account, money: moneyStateOf(account) }),
    version: event.seq,
    lastHash: event.hash,
    updatedAt: event.at,
  };
  if (!mayLeadTo(head.handling, next.handling)) {
    throw new LedgerError(
      `${event.dossier}: ${event.data.type} leads from ${head.handling} to ${next.handling}`,
    );
  }
  const closed = new Set(event.closes.map(({ task }) => task));
  const unfinished = next.tasks.filter(task => !closed.has(task.id));
  // What is proposed of a result outlives the dossier's way through the office.
  const remaining = isEnd(next.handling)
    ? unfinished.filter(({ phase }) => phase === 'resultChange')
    : unfinished;
  const open = [...remaining, ...event.opens];
  const signing = next.extensionProposal?.task;
  return {
    ...next,
    // The task the machine waits on comes first: machines are found by it.
    tasks: [...open.filter(task => !isBeside(task)), ...open.filter(isBeside)],
    extensionProposal: open.some(task => task.id === signing) ? next.extensionProposal : null,
    tasksOpened: next.tasksOpened + event.opens.length,
  };
}

/** The head of a whole ledger, oldest entry first. */
export function replay(events: readonly LedgerEvent[]): DossierHead {
  const head = events.reduce<DossierHead | undefined>(applyEvent, undefined);
  if (head === undefined) throw new LedgerError('an empty ledger has no head');
  return head;
}
