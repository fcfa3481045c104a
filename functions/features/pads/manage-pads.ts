import type { padOperations } from '../../../schemas/api/operations/pads.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { OfficerPrincipal } from '../../../schemas/identity/principal.ts';
import type { StoredPad } from '../../../schemas/stored/pad.ts';
import { CODE_LIFE, endOfPairing, isPaired, mayBePaired, padView } from '../../domain/pads/pad-standing.ts';
import { demand, nothingHere } from '../../domain/rights/judge.ts';
import { unitRelation } from '../../domain/rights/relations.ts';
import { DAY, toRfc3339 } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import type { Attempt } from '../../records/idempotency/attempt.ts';
import { droppedAfter } from '../../records/keys/table-design.ts';
import type { PadDeps } from './deps.ts';
import { digestOfSecret, newCode, writtenCode } from './secrets.ts';

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
  const pad = await ownPad(pads, call);
  return changed(pads, { ...pad, request: null, version: pad.version + 1 }, call, attempt);
}

/** Ends a pairing: the tablet is nobody again. */
export async function endPad(
  { pads }: Deps,
  call: Call<Operations['endPad']>,
  attempt: Attempt,
): Promise<Reply<Operations['endPad']>> {
  const pad = await ownPad(pads, call);
  const endsAt = toRfc3339(call.now);
  return changed(pads, { ...pad, endsAt, request: null, version: pad.version + 1 }, call, attempt);
}

type OfPad = Call<Operations['clearPad' | 'endPad']>;

async function ownPad(pads: Deps['pads'], { params, caller }: OfPad): Promise<StoredPad> {
  ofUnit(caller, params.code);
  const pad = await pads.find(params.code, params.id);
  if (!pad) throw nothingHere();
  return pad;
}

async function changed(pads: Deps['pads'], after: StoredPad, { now }: OfPad, attempt: Attempt) {
  const reply = { body: padView(after, now) };
  if (!(await pads.change(after, attempt.keeps(reply)))) throw changedMeanwhile();
  return reply;
}

function ofUnit(caller: OfPad['caller'], unit: string): OfficerPrincipal {
  if (caller.kind !== 'officer') throw new TypeError(`a ${caller.kind} has no pads`);
  demand(caller, 'pad.pair', unitRelation(caller, unit));
  return caller;
}

export function changedMeanwhile(): ProblemError {
  return new ProblemError('version-conflict', {
    vi: 'Bàn ký vừa thay đổi trạng thái; hãy thử lại.',
    en: 'The pad changed in the meantime; try again.',
  });
}
