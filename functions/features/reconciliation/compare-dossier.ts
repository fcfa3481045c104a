import type { LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { Nudge } from '../../../schemas/nudge.ts';
import type { Unit } from '../../../schemas/organization/unit.ts';
import type { FindingKind } from '../../../schemas/stored/reconciliation.ts';
import { copiesToSeal } from '../../domain/digitizing/certified-copies.ts';
import { takenFiles } from '../../domain/digitizing/taken-files.ts';
import { DIGITIZING_CONSUMER } from '../../domain/effects/own-consumers.ts';
import { portalOf } from '../../domain/effects/portal-events.ts';
import type { LedgerFault } from '../../domain/ledger/standing.ts';
import { executionName } from '../../domain/machine/order.ts';
import { accountOf } from '../../domain/money/account/account-of.ts';
import { receiptsOf } from '../../domain/money/receipts/receipts-of.ts';
import { collectorOf } from '../../domain/organization/collector-of.ts';
import { dateOf, type Instant, parseInstant } from '../../domain/vietnam-time.ts';
import { FEED_CONSUMER } from '../../records/change-feed/change-feed.ts';
import { consumerOf } from '../../records/consumers/consumer-queues.ts';
import type { CursorStore } from '../../records/consumers/cursor-store.ts';
import { movedTo } from '../../records/dossiers/compare-still.ts';
import type { DossierStore } from '../../records/dossiers/dossier-store.ts';
import type { Machines } from '../../records/executions/step-functions.ts';
import type { SubscriptionStore } from '../../records/subscriptions/subscription-store.ts';
import { holdAgainstLedger, type LedgerDeps } from './compare-ledger.ts';

/** A difference, and whether it was repaired. */
export interface Found {
  readonly kind: FindingKind;
  readonly name: string;
  readonly detail: string;
  readonly state: 'mended' | 'open';
}

export interface CompareDeps extends LedgerDeps {
  readonly dossiers: LedgerDeps['dossiers'] & Pick<DossierStore, 'find' | 'hold'>;
  readonly cursors: Pick<CursorStore, 'ofDossier'>;
  readonly subscriptions: Pick<SubscriptionStore, 'of'>;
  readonly machines: Pick<Machines, 'status'>;
  /** Starts a new execution of a dossier from its ledger. */
  readonly recover: (execution: { name: string; status: string }) => Promise<unknown>;
  /** Tells a consumer how far a ledger has grown. */
  readonly nudge: (consumer: string, nudge: Nudge) => Promise<void>;
  /** The differences between a dossier's lists, work lists, tasks and search entries and its ledger. */
  readonly projections: (head: DossierHead) => Promise<readonly Found[]>;
  /** The units of the province at a moment: whether anybody collected then. */
  readonly unitsAt: (at: Instant) => Promise<readonly Unit[]>;
  readonly now: () => number;
}

/** A change younger than this may still be in progress: in milliseconds. */
const ON_ITS_WAY = 5 * 60_000;

/**
 * Compares everything stored about a dossier with its ledger, which is the truth, and repairs what it can: consumers
 * that are behind are nudged again, a lost execution is started again.
 * Where the ledger itself, or what it vouches for, is not as it was written, nothing is repaired: the dossier is held
 * until an operator has looked.
 */
export async function compareDossier(
  deps: CompareDeps,
  code: string,
  { unlessChangedOn }: { readonly unlessChangedOn?: string } = {},
): Promise<readonly Found[]> {
  const found = await deps.dossiers.find(code);
  if (!found) return [{ kind: 'headDiffers', name: code, detail: 'there is no head', state: 'open' }];
  const { head } = found;
  if (deps.now() - Date.parse(head.updatedAt) < ON_ITS_WAY) return [];
  // It is compared with all that changed on its day.
  if (unlessChangedOn !== undefined && dateOf(parseInstant(head.updatedAt)) >= unlessChangedOn) return [];
  const { ledger, faults } = await holdAgainstLedger(deps, head);
  const [first] = faults;
  // Changed while it was compared: it is compared again with what is changed today.
  if (first && (await movedTo(deps.dossiers, head))) return [];
  if (first && !found.held) await deps.dossiers.hold(code, first.fault, deps.now());
  const broken = faults.map(
    ({ fault, detail }): Found => ({ kind: kindOf(fault), name: code, detail, state: 'open' }),
  );
  if (first || found.held) return broken;
  return [
    ...(await comparedConsumers(deps, head, ledger)),
    ...(await comparedWork(deps, head, ledger)),
    ...(await comparedExecution(deps, head)),
    ...(await deps.projections(head)),
  ];
}

function kindOf({ fault }: LedgerFault): FindingKind {
  switch (fault) {
    case 'headDiffers':
      return 'headDiffers';
    case 'applicantDiffers':
    case 'formDiffers':
      return 'applicantDiffers';
    case 'registerDiffers':
    case 'fileDiffers':
      return 'resultDiffers';
    default:
      return 'ledgerBroken';
  }
}

/** A consumer that follows a dossier's ledger, and the entry that it must have reached. */
interface Follower {
  readonly consumer: string;
  readonly last: number;
}

async function followersOf(
  { subscriptions }: CompareDeps,
  head: DossierHead,
  ledger: readonly LedgerEvent[],
): Promise<Follower[]> {
  const bringing = ledger.findLast(event => takenFiles(event).length > 0);
  const reading = bringing ? [{ consumer: DIGITIZING_CONSUMER, last: bringing.seq }] : [];
  const portal = portalOf(head);
  if (portal === undefined) return reading;
  const listening = (await subscriptions.of(portal)).filter(({ state }) => state === 'active');
  const consumers = [FEED_CONSUMER, ...listening.map(({ id }) => `webhook.${id}`)];
  return [...reading, ...consumers.map(consumer => ({ consumer, last: head.version }))];
}

async function comparedConsumers(
  deps: CompareDeps,
  head: DossierHead,
  ledger: readonly LedgerEvent[],
): Promise<Found[]> {
  const [followers, cursors] = await Promise.all([
    followersOf(deps, head, ledger),
    deps.cursors.ofDossier(head.code),
  ]);
  // What waits for an outside party is retried separately.
  const behind = followers.filter(({ consumer, last }) => {
    const cursor = cursors.get(consumer);
    return (cursor?.seq ?? 0) < last && cursor?.waitingSince === undefined;
  });
  const nudge: Nudge = { dossier: head.code, reached: head.version };
  for (const queue of new Set(behind.map(({ consumer }) => consumerOf(consumer))))
    await deps.nudge(queue, nudge);
  return behind.map(({ consumer, last }) => ({
    kind: 'consumerBehind',
    name: head.code,
    detail: `${consumer} is at entry ${cursors.get(consumer)?.seq ?? 0} of ${last}`,
    state: 'mended',
  }));
}

/** Work that a ledger still owes, by the consumer that does it: the nudge that told of it fell out of the queue. */
async function owedWork(
  deps: CompareDeps,
  head: DossierHead,
  ledger: readonly LedgerEvent[],
): Promise<{ readonly consumer: string; readonly detail: string }[]> {
  const { correction } = head;
  const receipts = await owedReceipts(deps, head, ledger);
  const signed = correction && `the correction signed at ${correction.signedAt} has no result yet`;
  const copies = copiesToSeal(ledger).length;
  return [
    ...(signed ? [{ consumer: 'corrections', detail: signed }] : []),
    ...(copies > 0
      ? [{ consumer: 'certifications', detail: `${copies} certified copies have no seal yet` }]
      : []),
    ...(receipts > 0 ? [{ consumer: 'receipting', detail: `${receipts} receipts are not made yet` }] : []),
  ];
}

/** Receipts still to be made here: of money for which somebody collected when it came in, and corrections. */
async function owedReceipts(
  { unitsAt }: CompareDeps,
  head: DossierHead,
  ledger: readonly LedgerEvent[],
): Promise<number> {
  const { unit } = accountOf(head);
  // Those that a provider was asked for are asked about until they are there.
  const here = receiptsOf(ledger).owed.filter(({ request }) => request === null);
  const waiting = here.map(
    async ({ at, corrects }) =>
      corrects !== null || collectorOf(await unitsAt(parseInstant(at)), unit) !== undefined,
  );
  return (await Promise.all(waiting)).filter(isOwed => isOwed).length;
}

async function comparedWork(
  deps: CompareDeps,
  head: DossierHead,
  ledger: readonly LedgerEvent[],
): Promise<Found[]> {
  const owed = await owedWork(deps, head, ledger);
  for (const { consumer } of owed) await deps.nudge(consumer, { dossier: head.code, reached: head.version });
  return owed.map(({ detail }) => ({ kind: 'consumerBehind', name: head.code, detail, state: 'mended' }));
}

async function comparedExecution(deps: CompareDeps, head: DossierHead): Promise<Found[]> {
  if (head.closedAt !== null) return [];
  const status = await deps.machines.status(head.code, head.round);
  if (status === 'running') return [];
  const name = executionName(head.code, head.round);
  await deps.recover({ name, status: status === 'unknown' ? 'UNKNOWN' : 'ENDED' });
  return [{ kind: 'executionMissing', name: head.code, detail: `${name} is ${status}`, state: 'mended' }];
}
