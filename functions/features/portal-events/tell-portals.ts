import type { Followed } from '../../records/consumers/follow-ledger.ts';
import type { BatchedNudge } from '../../records/consumers/take-nudges.ts';
import { type TellDeps, tellPortal } from './tell-portal.ts';

/** Dossiers whose portals are notified concurrently. */
const AT_ONCE = 5;

/**
 * Notifies the portals of a batch of dossiers. `failed`: messages to deliver again, because time ran out or a fault
 * of ours occurred; other dossiers are not held up by them.
 */
export async function tellPortals(
  deps: TellDeps,
  nudges: readonly BatchedNudge[],
): Promise<{
  readonly outcomes: Readonly<Partial<Record<Followed, number>>>;
  readonly failed: readonly string[];
}> {
  const outcomes: Partial<Record<Followed, number>> = {};
  const failed: string[] = [];
  for (let start = 0; start < nudges.length; start += AT_ONCE)
    await Promise.all(
      nudges.slice(start, start + AT_ONCE).map(async ({ nudge, messages }) => {
        try {
          const followed = await tellPortal(deps, nudge);
          for (const outcome of followed) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
          if (followed.includes('more')) failed.push(...messages);
        } catch (error) {
          deps.fault({ consumer: 'webhook', dossier: nudge.dossier }, error);
          failed.push(...messages);
        }
      }),
    );
  return { outcomes, failed };
}
