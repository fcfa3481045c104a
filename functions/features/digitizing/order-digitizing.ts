import type { Nudge } from '../../../schemas/nudge.ts';
import { takenFiles } from '../../domain/digitizing/taken-files.ts';
import { DIGITIZING_CONSUMER } from '../../domain/effects/own-consumers.ts';
import { type Instant, toRfc3339 } from '../../domain/vietnam-time.ts';
import type { CursorStore } from '../../records/consumers/cursor-store.ts';
import type { DigitizationStore } from '../../records/digitizing/digitization-store.ts';
import type { DossierStore } from '../../records/dossiers/dossier-store.ts';

/** Entries of a ledger read at once. */
const PAGE = 500;

export interface OrderingDeps {
  readonly dossiers: Pick<DossierStore, 'events'>;
  readonly cursors: Pick<CursorStore, 'read' | 'pass'>;
  readonly digitizations: Pick<DigitizationStore, 'find' | 'begin'>;
  /** Sends the order to read a file. */
  readonly order: (file: string) => Promise<void>;
  readonly now: () => Instant;
}

/**
 * Orders that the files which a dossier took be read: at the latest then somebody will look at them, while many an
 * upload is never used. What was ordered before is not ordered again. Returns how many were.
 */
export async function orderDigitizing(deps: OrderingDeps, { dossier, reached }: Nudge): Promise<number> {
  const place = { consumer: DIGITIZING_CONSUMER, dossier };
  const from = (await deps.cursors.read(place))?.seq ?? 0;
  let to = from;
  let ordered = 0;
  while (to < reached) {
    const events = await deps.dossiers.events(dossier, to, PAGE);
    if (events.length === 0) break;
    for (const { file, component } of events.flatMap(takenFiles))
      if (await orderOne(deps, dossier, file, component)) ordered += 1;
    to += events.length;
  }
  // If another worker was first, the cursor is there already or further.
  if (to > from) await deps.cursors.pass(place, from, to, deps.now());
  return ordered;
}

async function orderOne(
  { digitizations, order, now }: OrderingDeps,
  dossier: string,
  file: string,
  component: string | null,
): Promise<boolean> {
  const known = await digitizations.find(file);
  // Queued: whether the order was sent before the function died is not known; twice does no harm.
  if (known && known.state !== 'queued') return false;
  const at = toRfc3339(now());
  if (!known)
    await digitizations.begin({
      file,
      dossier,
      component,
      state: 'queued',
      queuedAt: at,
      changedAt: at,
      pages: 0,
      pagesDone: 0,
      texts: [],
      copies: [],
      searchable: null,
      language: null,
      confidence: null,
      blank: [],
      unreadable: [],
      turned: [],
      findings: [],
    });
  await order(file);
  return true;
}
