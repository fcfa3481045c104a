import type { padOperations } from '../../../schemas/api/operations/pads.ts';
import type { StoredInkRequest } from '../../../schemas/stored/pad.ts';
import { openRequest, withState } from '../../domain/pads/pad-standing.ts';
import { parseInstant } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import type { PadDeps } from './deps.ts';
import { heldPad } from './secrets.ts';
import { shownDocument } from './shown-document.ts';
import { unitNameOf } from './unit-name.ts';

type Operation = (typeof padOperations)['lookAtPad'];
type Request = NonNullable<Reply<Operation>['body']['request']>;

/** What waits on a pad; the officer then sees that it is shown. */
export async function lookAtPad(deps: PadDeps, { body, now }: Call<Operation>): Promise<Reply<Operation>> {
  const pad = await heldPad(deps.pads, body.pad, now);
  const { name, unit, endsAt } = pad;
  const open = openRequest(pad, now);
  const [unitName, request] = await Promise.all([
    unitNameOf(deps, unit),
    open ? shown(deps, open, body.shown, now) : null,
  ]);
  // Somebody changed the pad at this moment: the next look sees how it stands.
  if (open?.state === 'waiting') await deps.pads.change(withState(pad, open, 'shown'));
  return { body: { name, unitName, endsAt, request } };
}

async function shown(
  deps: PadDeps,
  { id, language, kind, document, expiresAt, dossier, form }: StoredInkRequest,
  known: string | undefined,
  now: number,
): Promise<Request> {
  return {
    id,
    language,
    kind,
    documentHash: document,
    secondsLeft: Math.ceil((parseInstant(expiresAt) - now) / 1000),
    document: known === id ? null : await shownDocument(deps, dossier, form),
  };
}
