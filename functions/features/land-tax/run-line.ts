import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { StoredLandSlip } from '../../../schemas/stored/land-tax.ts';
import { treasuryDebtOf } from '../../domain/land-tax/treasury-debt.ts';
import { isEnd } from '../../domain/lifecycle/states.ts';
import type { SlipRefused, SlipTaken, TaxOfficeMissed } from '../../domain/ports/tax-office.ts';
import { HOUR, type Instant, MINUTE, toRfc3339 } from '../../domain/vietnam-time.ts';
import { eachAlone } from '../../kernel/queue/each-alone.ts';
import { slipEnded, slipTried } from '../../records/land-tax/land-tax-items.ts';
import type { LineDeps } from './deps.ts';
import { slipOf } from './slip-of.ts';
import { takeMessage } from './take-message.ts';

/** Slips of one run; the next, some minutes later, takes more. */
const AT_ONCE = 50;
/** How often a slip that the tax office has is asked about, should a message of it have got lost. */
const ASKED_AGAIN = 6 * HOUR;

/** What a run did. */
export interface LineRun {
  readonly slips: number;
  readonly taken: number;
  readonly refused: number;
  readonly missed: number;
}

/**
 * Sends slips that wait to be sent, and asks about those whose arrival nobody knows, or whose messages may have got
 * lost. One that fails keeps no other waiting: it fails the call when the rest is done. A tax office that does not
 * answer is left alone: the next run begins with whoever was not reached.
 */
export async function runLine(deps: LineDeps, now: Instant): Promise<LineRun> {
  const due = await deps.landTax.due(now, AT_ONCE);
  const run = { slips: due.length, taken: 0, refused: 0, missed: 0 };
  await eachAlone(due, async slip => {
    const outcome = await turnTo(deps, slip, now);
    if (outcome !== 'ended') run[outcome === 'away' ? 'missed' : outcome]++;
    return outcome === 'away' ? 'stop' : undefined;
  });
  return run;
}

async function turnTo(
  deps: LineDeps,
  slip: StoredLandSlip,
  now: Instant,
): Promise<'taken' | 'refused' | 'missed' | 'away' | 'ended'> {
  const head = (await deps.dossiers.find(slip.dossier))?.head;
  if (!head || isOver(head, slip)) {
    await deps.landTax.write([slipEnded(slip)]);
    return 'ended';
  }
  const answer = await answerTo(deps, head, slip);
  switch (answer.state) {
    case 'unavailable':
      return notReached(deps, slip, answer, now);
    case 'refused':
      await takeQuietly(deps, slip, [{ type: 'refusal', ...about(slip), ...onLine(answer) }], now);
      // Where the dossier has gone on, the refusal is nobody's matter any more.
      await deps.landTax.write([
        slipTried(
          slip,
          { state: 'refused', triedAt: toRfc3339(now), trouble: null, refusal: onLine(answer) },
          null,
        ),
      ]);
      return 'refused';
    case 'taken': {
      await takeQuietly(deps, slip, answer.messages, now);
      if (answer.unreadable > 0) deps.refused('unreadable');
      const outcome = {
        state: 'taken',
        triedAt: toRfc3339(now),
        trouble: null,
        number: answer.number,
      } as const;
      await deps.landTax.write([slipTried(slip, outcome, toRfc3339(now + ASKED_AGAIN))]);
      return 'taken';
    }
  }
}

/** Sent once; after an answer that got lost, it is asked about before it is sent again. */
async function answerTo(
  deps: LineDeps,
  head: DossierHead,
  slip: StoredLandSlip,
): Promise<SlipTaken | SlipRefused | TaxOfficeMissed> {
  if (slip.state !== 'queued') {
    const known = await deps.office.ask(slip.slip);
    if (known.state !== 'unknown') return known;
  }
  return deps.office.send(await slipOf(deps, head, slip));
}

/** Less often the longer it lasts. What never left this machine need not be asked about. */
async function notReached(
  deps: LineDeps,
  slip: StoredLandSlip,
  answer: TaxOfficeMissed,
  now: Instant,
): Promise<'missed' | 'away'> {
  deps.missed(answer);
  const { reason: trouble } = answer;
  const sent = slip.state === 'taken' ? 'taken' : trouble === 'notConnected' ? slip.state : 'unsure';
  const nextAt = toRfc3339(now + Math.min(2 * MINUTE * 2 ** Math.min(slip.tries, 5), HOUR));
  await deps.landTax.write([slipTried(slip, { state: sent, triedAt: toRfc3339(now), trouble }, nextAt)]);
  return trouble === 'untrustworthy' || trouble === 'refused' ? 'missed' : 'away';
}

/** A message that does not fit the dossier is counted where it is refused, and keeps no other from being taken in. */
async function takeQuietly(
  deps: LineDeps,
  slip: StoredLandSlip,
  messages: SlipTaken['messages'],
  now: Instant,
): Promise<void> {
  for (const message of messages) {
    try {
      if (message.slip !== slip.slip) deps.refused('other-slip');
      else await takeMessage(deps, message, now);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      if (error.code === 'version-conflict' || error.code === 'too-busy') throw error;
      deps.refused(error.code);
    }
  }
}

/** The dossier is decided or has another slip, or everything is paid. */
function isOver({ handling, landTax }: DossierHead, { slip }: StoredLandSlip): boolean {
  return (
    isEnd(handling) || handling === 'decided' || landTax?.slip !== slip || treasuryDebtOf(landTax)?.left === 0
  );
}

const about = ({ slip, dossier }: StoredLandSlip) => ({ slip, dossier });
const onLine = ({ code, reason }: SlipRefused) => ({ code, reason: reason.slice(0, 500) });
