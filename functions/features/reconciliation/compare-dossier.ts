import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { Nudge } from '../../../schemas/nudge.ts';
import type { FindingKind } from '../../../schemas/stored/reconciliation.ts';
import { canonicalJson } from '../../domain/canonical-json.ts';
import { applyEvent } from '../../domain/dossier/head.ts';
import { portalOf } from '../../domain/effects/portal-events.ts';
import { verifyChain } from '../../domain/ledger/chain.ts';
import { executionName } from '../../domain/machine/order.ts';
import { FEED_CONSUMER } from '../../records/change-feed/change-feed.ts';
import { consumerOf } from '../../records/consumers/consumer-queues.ts';
import type { CursorStore } from '../../records/consumers/cursor-store.ts';
import type { DossierStore } from '../../records/dossiers/dossier-store.ts';
import { wholeLedger } from '../../records/dossiers/whole-ledger.ts';
import type { Machines } from '../../records/executions/step-functions.ts';
import type { SubscriptionStore } from '../../records/subscriptions/subscription-store.ts';

/** A difference, and whether it was repaired. */
export interface Found {
  readonly kind: FindingKind;
  readonly name: string;
  readonly detail: string;
  readonly state: 'mended' | 'open';
}

export interface CompareDeps {
  readonly dossiers: Pick<DossierStore, 'find' | 'events'>;
  readonly cursors: Pick<CursorStore, 'ofDossier'>;
  readonly subscriptions: Pick<SubscriptionStore, 'of'>;
  readonly machines: Pick<Machines, 'status'>;
  /** Starts a new execution of a dossier from its ledger. */
  readonly recover: (execution: { name: string; status: string }) => Promise<unknown>;
  /** Tells a consumer how far a ledger has grown. */
  readonly nudge: (consumer: string, nudge: Nudge) => Promise<void>;
  /** The differences between a dossier's lists, work lists, tasks and search entries and its ledger. */
  readonly projections: (head: DossierHead) => Promise<readonly Found[]>;
  readonly now: () => number;
}

/** A change younger than this may still be in progress: in milliseconds. */
const ON_ITS_WAY = 5 * 60_000;

/**
 * Compares everything stored about a dossier with its ledger, which is the truth, and repairs what it can: consumers
 * that are behind are nudged again, a lost execution is started again.
 */
export async function compareDossier(deps: CompareDeps, code: string): Promise<readonly Found[]> {
  const found = await deps.dossiers.find(code);
  if (!found) return [{ kind: 'headDiffers', name: code, detail: 'there is no head', state: 'open' }];
  const { head } = found;
  if (deps.now() - Date.parse(head.updatedAt) < ON_ITS_WAY) return [];
  return [
    ...(await comparedLedger(deps, head)),
    ...(await comparedConsumers(deps, head)),
    ...(await comparedExecution(deps, head)),
    ...(await deps.projections(head)),
  ];
}

async function comparedLedger(deps: CompareDeps, head: DossierHead): Promise<Found[]> {
  const { code } = head;
  const ledger = (await wholeLedger(deps.dossiers, head)).slice(0, head.version);
  const fault = verifyChain(ledger);
  if (fault)
    return [
      { kind: 'ledgerBroken', name: code, detail: `entry ${fault.seq}: ${fault.fault}`, state: 'open' },
    ];
  let folded: DossierHead | undefined;
  for (const event of ledger) folded = applyEvent(folded, event);
  const differing = Object.entries(folded ?? {})
    // The order of members differs: schema order in one, event order in the other.
    .filter(([member, value]) => canonicalJson(value) !== canonicalJson(head[member as keyof DossierHead]))
    .map(([member]) => member);
  if (folded && differing.length === 0) return [];
  const detail = folded ? `differs in ${differing.join(', ')}` : 'the ledger is empty';
  return [{ kind: 'headDiffers', name: code, detail, state: 'open' }];
}

/** The consumers that follow a dossier's ledger. */
async function consumersOf({ subscriptions }: CompareDeps, head: DossierHead): Promise<string[]> {
  const portal = portalOf(head);
  if (portal === undefined) return [];
  const listening = (await subscriptions.of(portal)).filter(({ state }) => state === 'active');
  return [FEED_CONSUMER, ...listening.map(({ id }) => `webhook.${id}`)];
}

async function comparedConsumers(deps: CompareDeps, head: DossierHead): Promise<Found[]> {
  const [consumers, cursors] = await Promise.all([
    consumersOf(deps, head),
    deps.cursors.ofDossier(head.code),
  ]);
  // What waits for an outside party is retried separately.
  const behind = consumers.filter(consumer => {
    const cursor = cursors.get(consumer);
    return (cursor?.seq ?? 0) < head.version && cursor?.waitingSince === undefined;
  });
  const nudge: Nudge = { dossier: head.code, reached: head.version };
  for (const queue of new Set(behind.map(consumerOf))) await deps.nudge(queue, nudge);
  return behind.map(consumer => ({
    kind: 'consumerBehind',
    name: head.code,
    detail: `${consumer} is at entry ${cursors.get(consumer)?.seq ?? 0} of ${head.version}`,
    state: 'mended',
  }));
}

async function comparedExecution(deps: CompareDeps, head: DossierHead): Promise<Found[]> {
  if (head.closedAt !== null) return [];
  const status = await deps.machines.status(head.code, head.round);
  if (status === 'running') return [];
  const name = executionName(head.code, head.round);
  await deps.recover({ name, status: status === 'unknown' ? 'UNKNOWN' : 'ENDED' });
  return [{ kind: 'executionMissing', name: head.code, detail: `${name} is ${status}`, state: 'mended' }];
}
