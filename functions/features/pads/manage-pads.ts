import type { padOperations } from '../../../schemas/api/operations/pads.ts';
import type { OfficerPrincipal } from '../../../schemas/identity/principal.ts';
import type { StoredPad } from '../../../schemas/stored/pad.ts';
import { CODE_LIFE, endOfPairing, isPaired, mayBePaired, padView } from '../../domain/pads/pad-standing.ts';
import { demand, nothingHere } from '../../domain/rights/judge.ts';
import { unitRelation } from '../../domain/rights/relations.ts';
import { DAY, toRfc3339 } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { AGAIN } from '../../kernel/retry/retry.ts';
import type { Attempt } from '../../records/idempotency/attempt.ts';
import { droppedAfter } from '../../records/keys/table-design.ts';
import type { PadDeps } from './deps.ts';
import { digestOfSecret, newCode, writtenCode } from './secrets.ts';
import { changedMeanwhile, untilSettled } from './until-settled.ts';

type Operations = typeof padOperations;
type Deps = Pick<PadDeps, 'pads'>;

/** The pads of a unit that are paired, or wait for their tablet. */
export async function listPads(
  { pads }: Deps,
  { params, caller, now }: Call<Operations['listPads']>,
): Promise<Reply<Operations['listPads']>> {
  ofUnit(caller, params.code);
  const all = await pads.of(params.code);
  const standing = all.filter(pad => isPaired(pad, now) || mayBePaired(pad, now));
  return { body: { items: standing.map(pad => padView(pad, now)) } };
}

/** Gives a code by which a tablet becomes a pad of the unit, once. */
export async function pairPad(
  { pads }: Deps,
  { params, body, caller, now }: Call<Operations['pairPad']>,
  attempt: Attempt,
): Promise<Reply<Operations['pairPad']>> {
  const { id: pairedBy } = ofUnit(caller, params.code);
  const code = newCode();
  const ends = endOfPairing(now);
  const pad: StoredPad = {
    id: attempt.id('pad_'),
    unit: params.code,
    name: body.name,
    pairedBy,
    code: { digest: digestOfSecret(code), until: toRfc3339(now + CODE_LIFE) },
    secret: null,
    endsAt: toRfc3339(ends),
    request: null,
    version: 1,
    ...droppedAfter(ends + DAY),
  };
  const reply = {
    body: { ...padView(pad, now), code: writtenCode(code), codeExpiresAt: pad.code.until },
  };
  if (!(await pads.add(pad, attempt.keeps(reply)))) throw changedMeanwhile();
  return reply;
}

/** Takes back what waits on a pad: nobody is to read there what is meant for somebody else. */
export async function clearPad(
  { pads }: Deps,
  call: Call<Operations['clearPad']>,
  attempt: Attempt,
): Promise<Reply<Operations['clearPad']>> {
  return changed(pads, call, attempt, pad => ({ ...pad, request: null }));
}

/** Ends a pairing: the tablet is nobody again. */
export async function endPad(
  { pads }: Deps,
  call: Call<Operations['endPad']>,
  attempt: Attempt,
): Promise<Reply<Operations['endPad']>> {
  const endsAt = toRfc3339(call.now);
  return changed(pads, call, attempt, pad => ({ ...pad, endsAt, request: null }));
}

type OfPad = Call<Operations['clearPad' | 'endPad']>;

async function ownPad(pads: Deps['pads'], { params, caller }: OfPad): Promise<StoredPad> {
  ofUnit(caller, params.code);
  const pad = await pads.find(params.code, params.id);
  if (!pad) throw nothingHere();
  return pad;
}

function changed(pads: Deps['pads'], call: OfPad, attempt: Attempt, change: (pad: StoredPad) => StoredPad) {
  return untilSettled(async () => {
    const pad = await ownPad(pads, call);
    const after = { ...change(pad), version: pad.version + 1 };
    const reply = { body: padView(after, call.now) };
    return (await pads.change(after, attempt.keeps(reply))) ? reply : AGAIN;
  });
}

function ofUnit(caller: OfPad['caller'], unit: string): OfficerPrincipal {
  if (caller.kind !== 'officer') throw new TypeError(`a ${caller.kind} has no pads`);
  demand(caller, 'pad.pair', unitRelation(caller, unit));
  return caller;
}
