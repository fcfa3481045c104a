import type { successionOperations } from '../../../schemas/api/operations/succession.ts';
import { type Handover, handoverOf } from '../../domain/organization/handover.ts';
import type { Call, Done, Reply } from '../../kernel/http/call.ts';
import { actorOf } from '../../records/dossiers/actor-of.ts';
import type { Attempt } from '../../records/idempotency/attempt.ts';
import type { Keyring } from '../../records/keyring/keyring.ts';
import { readCursor, writeCursor } from '../../records/lists/cursor.ts';
import { planTransfer } from '../../records/proposed-changes/plan-transfer.ts';
import { propose } from '../../records/proposed-changes/propose.ts';
import type { ProposedChangeStore } from '../../records/proposed-changes/proposed-change-store.ts';
import { type Moved, moveDossier } from '../../records/succession/move-dossier.ts';
import type { MoveUnitsDeps } from '../../records/succession/move-units.ts';

type Operation = (typeof successionOperations)['transferDossiers'];

export interface TransferDeps extends Omit<MoveUnitsDeps, 'clock'> {
  readonly proposedChanges: ProposedChangeStore;
  readonly keyring: () => Promise<Keyring>;
  /** Whether a preview that begins now may still look at dossiers. */
  readonly timer: () => () => boolean;
}

/**
 * An administrator lists the open dossiers of an ended unit that would be handed over, and with `apply` proposes
 * it: what the worker does by itself, and what it cannot know: which of several successors takes a dossier, and
 * that an end or a successor was published by mistake.
 */
export async function transferDossiers(
  deps: TransferDeps,
  call: Call<Operation>,
  attempt: Attempt,
): Promise<Reply<Operation>> {
  const { params, body, now } = call;
  const move = handoverOf(await deps.organization.current(), params.code, body, now);
  if (!body.apply) return listed(deps, call, move);
  const { ended, to } = move;
  const dossiers = body.dossiers ? [...new Set(body.dossiers)] : null;
  const content = { kind: 'transfer', ended, to, of: body.from ?? ended, dossiers } as const;
  const plan = await planTransfer({ ...deps, inTime: deps.timer() }, content, now);
  // What touches nothing needs nobody.
  if (plan.preview.dossiers === 0) return listed(deps, call, move);
  return propose(deps, call, { content, plan }, attempt);
}

/** A page of what would be handed over. */
async function listed(
  deps: TransferDeps,
  { body, caller, now }: Call<Operation>,
  move: Handover,
): Promise<Done<Operation>> {
  const keyring = await deps.keyring();
  const lists = body.from ?? move.ended;
  const scope = JSON.stringify(['transfers', move.ended, move.to, lists]);
  const after = readCursor(keyring, scope, body.cursor);
  const page = body.dossiers
    ? { codes: body.dossiers, next: undefined }
    : await deps.backlog(lists, { after, limit: body.limit, now });
  const by = { actor: actorOf(caller, keyring, 'administrator'), now, apply: false };
  const items: Moved[] = [];
  for (const code of new Set(page.codes)) {
    const moved = await moveDossier(deps, code, move, by);
    if (moved) items.push(moved);
  }
  return {
    body: {
      items: items.map(({ outcome: _, ...moved }) => moved),
      unchanged: page.codes.length - items.length,
      nextCursor: page.next === undefined ? null : writeCursor(keyring, scope, page.next),
    },
  };
}
