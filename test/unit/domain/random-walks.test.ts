import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decisionsAt } from '../../../functions/domain/dossier/decide.ts';
import { standingExtension } from '../../../functions/domain/dossier/extension.ts';
import { replay } from '../../../functions/domain/dossier/head.ts';
import { machinePhaseOf, waitingTask } from '../../../functions/domain/dossier/waiting.ts';
import { verifyChain } from '../../../functions/domain/ledger/chain.ts';
import { DeadlineError } from '../../../functions/domain/legal-clock/deadline-error.ts';
import { isEnd, lifecycle } from '../../../functions/domain/lifecycle/states.ts';
import type { TaskDecision } from '../../../functions/domain/lifecycle/waits.ts';
import { orderFor } from '../../../functions/domain/machine/order.ts';
import { accountOf, owedOf } from '../../../functions/domain/money/account/account-of.ts';
import { DAY, dateOf, HOUR, toRfc3339 } from '../../../functions/domain/vietnam-time.ts';
import type { TaskDecisionBody } from '../../../schemas/api/decision.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import { dossierHead } from '../../../schemas/dossier/head.ts';
import { machineOrder } from '../../../schemas/machine.ts';
import { toDong } from '../../../schemas/money/dong.ts';
import { starter } from '../../support/lifecycle/memory-province.ts';
import { PaperDossier } from '../../support/lifecycle/paper-dossier.ts';

/** One move of a walk: which of the things possible is done, how long after the last, and a choice inside it. */
interface Move {
  readonly pick: number;
  readonly hours: number;
  readonly detail: number;
}

const moves = fc.array(fc.record({ pick: fc.nat(99), hours: fc.nat(90), detail: fc.nat(9) }), {
  minLength: 5,
  maxLength: 40,
});
const walks = fc.record({
  procedure: fc.constantFrom(...starter.procedures.map(({ procedure }) => procedure.code)),
  returnBy: fc.constantFrom('electronic' as const, 'counter' as const, 'post' as const),
  method: fc.nat(2),
  moves,
});

function bodyOf(decision: TaskDecision, paper: PaperDossier, { detail }: Move): TaskDecisionBody {
  const reason = 'Theo quy định';
  const { fee, amountDue, acceptedAt } = paper.head;
  const counted = fee?.kind === 'perUnit' && { amountDue: toDong(fee.amount * (1 + detail)) };
  // A supplement may settle the fee anew, once it was settled.
  const anew = acceptedAt !== null && detail % 2 === 0 && counted;
  switch (decision) {
    case 'accept':
      return { decision, ...counted };
    case 'requestSupplement':
      return {
        decision,
        reason,
        items: ['Bản sao'],
        ...(detail > 4 && { legalBasis: 'Luật X', approvedBy: 'Chủ tịch' }),
        ...anew,
      };
    case 'recordSupplement':
      return { decision, components: [{ component: 'c1', files: [], paperCopies: 1 }], ...anew };
    case 'recordPayment': {
      const owed = amountDue === null ? null : owedOf(accountOf(paper.head));
      const amount = owed ?? (fee?.kind === 'perUnit' ? fee.amount : 0);
      return { decision, amount: toDong(detail === 0 ? amount + 1 : amount), method: 'cash' };
    }
    case 'approve':
      return detail > 1 ? { decision, text: reason } : { decision };
    case 'consult':
      return { decision, question: reason };
    case 'giveOpinion':
      return { decision, opinion: reason };
    case 'extend':
      return { decision, reason, apology: reason, newDueOn: dateOf(paper.now + (detail + 1) * 10 * DAY) };
    case 'pause':
      return { decision, kind: detail > 4 ? 'otherDecision' : 'publicPosting', reason };
    case 'resume':
      return { decision, document: 'Văn bản số 1' };
    case 'signApology':
      return { decision, proposal: standingExtension(paper.head)?.digest };
    case 'proceed': {
      const unheard = paper.head.tasks.flatMap(({ phase, unit }) => (phase === 'consultation' ? [unit] : []));
      return { decision, reason, ...(detail > 2 && { unheard }) };
    }
    case 'forward':
    case 'handOver':
      return { decision };
    default:
      return { decision, reason };
  }
}

/** Makes one move, or finds it refused by a rule that says so. */
function step(paper: PaperDossier, move: Move): void {
  const { head } = paper;
  paper.at(toRfc3339(paper.now + move.hours * HOUR));
  paper.soundAlarms();
  const wait = waitingTask(paper.head);
  const task = paper.head.tasks[move.pick % paper.head.tasks.length];
  try {
    if (!task || !wait) {
      const number = `H44.101-KQ2026-${String(move.pick + 1).padStart(6, '0')}`;
      paper.issue({ number, sha256: '0'.repeat(64), size: 1, origin: 'rendered' });
    } else if (move.pick > 96) paper.withdraw();
    else if (wait.phase === 'supplement' && move.detail > 5) paper.supplement();
    else {
      const allowed = decisionsAt(paper.context, task);
      const decision = allowed[move.detail % allowed.length];
      if (!decision) throw new Error(`nobody may decide anything at ${task.id}`);
      paper.decide(bodyOf(decision, paper, move), task.id);
    }
  } catch (error) {
    if (!(error instanceof ProblemError || error instanceof DeadlineError)) throw error;
    expect(paper.head.version).toBeGreaterThanOrEqual(head.version);
  }
}

function check(paper: PaperDossier): void {
  const { head, ledger } = paper;
  expect(replay(ledger)).toEqual(head);
  expect(verifyChain(ledger)).toBeUndefined();
  expect(dossierHead.parse(head)).toEqual(head);
  expect(isEnd(head.handling)).toBe(head.closedAt !== null);
  expect(new Set(head.alarms).size).toBe(head.alarms.length);
  // The machine waits on one task, the first, and for what the lifecycle waits for in this state; or makes the result.
  const wait = waitingTask(head);
  expect(head.tasks[0]).toEqual(wait);
  const phase = machinePhaseOf(head);
  if (isEnd(head.handling)) expect([phase, head.tasks]).toEqual([head.handling, []]);
  else if (phase === 'issue') expect(head).toMatchObject({ handling: 'decided', delivery: 'preparing' });
  else expect(lifecycle[head.handling].waitsFor).toContain(phase);
  expect(machineOrder.parse(orderFor(head, '2027-01-01T00:00:00+07:00'))).toMatchObject({
    phase,
    task: wait?.id ?? null,
  });
  // Promised dates are there exactly while the clock runs, and no pause stays open beside them.
  const paused = phase === 'others';
  const running = !paused && (head.handling === 'accepted' || head.handling === 'processing');
  if (running)
    expect([head.dueAt === null, head.pauses.some(({ to }) => to === null)]).toEqual([false, false]);
  if (paused) expect([head.dueAt, head.pauses.at(-1)?.to]).toEqual([null, null]);
  else if (head.handling === 'awaitingPayment') expect([head.dueAt, head.money]).toEqual([null, 'due']);
}

describe('any walk along any workflow of the starter province', () => {
  test('keeps head, ledger, machine and lifecycle together at every entry', () => {
    const ends = new Set<string>();
    fc.assert(
      fc.property(walks, ({ procedure, returnBy, method, moves: made }) => {
        const found = starter.procedures.find(one => one.procedure.code === procedure);
        const methods = found?.procedure.methods ?? [];
        const { channel = 'counter' } = methods[method % methods.length] ?? {};
        const paper = new PaperDossier(procedure, { channel, returnBy });
        check(paper);
        for (const move of made) {
          if (paper.head.closedAt !== null) break;
          step(paper, move);
          check(paper);
        }
        ends.add(paper.head.handling);
      }),
      { numRuns: 400, seed: 20260302 },
    );
    // The walks are no walks round the house: they come to every end, and to dossiers still open.
    expect([...ends]).toEqual(
      expect.arrayContaining(['declined', 'withdrawn', 'stopped', 'returned', 'processing']),
    );
  });
});
