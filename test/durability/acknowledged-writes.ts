import * as z from 'zod';
import { acknowledgement, changedDossier } from '../../schemas/api/dossier.ts';
import { decisionReceipt } from '../../schemas/api/task.ts';
import type { LedgerEvent } from '../../schemas/dossier/event.ts';
import type { KeptDossier } from './snapshot.ts';
import type { Acknowledged } from './stubborn-client.ts';

/** What an answer promised: an entry of a ledger, by its last possible number. */
interface Promised {
  readonly code: string;
  readonly version: number;
  readonly what: string;
  readonly isIt: (event: LedgerEvent) => boolean;
}

/** Acknowledged writes that their ledgers do not hold exactly once, and effects that nobody was answered for. */
export function missingWrites(
  dossiers: ReadonlyMap<string, KeptDossier>,
  acknowledged: readonly Acknowledged[],
): string[] {
  // Subscriptions are of a portal, not of a dossier.
  const ofDossiers = acknowledged.filter(({ path }) => !path.startsWith('/v1/subscriptions'));
  const promises = ofDossiers.map(promiseOf);
  const broken = promises.flatMap(promise => {
    const { code, version, what, isIt } = promise;
    const kept = dossiers.get(code);
    if (!kept?.head) return [`${code}: ${what} was acknowledged, and there is no such dossier`];
    if (kept.head.version < version)
      return [`${code}: ${what} was acknowledged as version ${version} of ${kept.head.version}`];
    const entries = kept.events.filter(isIt);
    const inTime = entries.every(({ seq }) => seq <= version);
    return entries.length === 1 && inTime
      ? []
      : [`${code}: ${what} was acknowledged as version ${version}, and is there ${entries.length} times`];
  });
  return [...broken, ...unasked(dossiers, promises)];
}

/** Entries made by people, that no acknowledged request accounts for: a request whose repeat was taken for another. */
function unasked(dossiers: ReadonlyMap<string, KeptDossier>, promises: readonly Promised[]): string[] {
  const byDossier = Map.groupBy(promises, ({ code }) => code);
  return [...dossiers.values()].flatMap(({ code, events }) => {
    const own = byDossier.get(code) ?? [];
    return events
      .filter(event => isRequested(event) && !own.some(({ isIt }) => isIt(event)))
      .map(({ seq, data }) => `${code}: nobody was answered for entry ${seq} (${data.type})`);
  });
}

function isRequested({ data, closes }: LedgerEvent): boolean {
  const { type } = data;
  // Follows from the last opinion, which is looked at by itself.
  if (type === 'consultationsClosed') return false;
  // An apology that lapses because the clock stands still is nobody's decision: it follows from the one entered with it.
  const decided = closes.some(({ decision }) => decision !== 'lapsed');
  return type === 'submitted' || type === 'withdrawn' || type === 'supplemented' || decided;
}

/** What is entered by the decisions that leave their task open. A dossier is extended and paid for once at the most. */
const entriesOfOpenTask: Readonly<Record<string, readonly LedgerEvent['data']['type'][]>> = {
  // Proposed at a step; granted at the signature.
  extend: ['extensionProposed', 'extended'],
  recordPayment: ['paid'],
};

function promiseOf({ path, request, answer }: Acknowledged): Promised {
  if (path === '/v1/dossiers') {
    const { code, version } = acknowledgement.parse(answer);
    return { code, version, what: 'the submission', isIt: event => event.data.type === 'submitted' };
  }
  if (path.startsWith('/v1/tasks/')) {
    const receipt = decisionReceipt.parse(answer);
    const { decision } = z.looseObject({ decision: z.string() }).parse(request);
    const isIt = ({ at, closes, data }: LedgerEvent): boolean =>
      at === receipt.at &&
      (receipt.closed
        ? closes.some(closed => closed.task === receipt.task && closed.decision === decision)
        : entriesOfOpenTask[decision]?.includes(data.type) === true);
    const { code, version } = receipt.dossier;
    return { code, version, what: `${decision} at ${receipt.task}`, isIt };
  }
  const { code, version } = changedDossier.parse(answer);
  const type = path.endsWith('/withdrawal') ? 'withdrawn' : 'supplemented';
  // A dossier may be supplemented more than once, by one entry each time.
  const isIt = ({ data, seq }: LedgerEvent) => data.type === type && seq === version;
  return { code, version, what: `that it was ${type}`, isIt };
}
