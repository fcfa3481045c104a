import type { padOperations } from '../../../schemas/api/operations/pads.ts';
import { ProblemError, refuseField } from '../../../schemas/api/problem-error.ts';
import type { OfficerPrincipal } from '../../../schemas/identity/principal.ts';
import type { StoredInkRequest, StoredPad } from '../../../schemas/stored/pad.ts';
import { isPaired, openRequest, REQUEST_LIFE, requestView } from '../../domain/pads/pad-standing.ts';
import { nothingHere } from '../../domain/rights/judge.ts';
import { type Instant, toRfc3339 } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { AGAIN } from '../../kernel/retry/retry.ts';
import { recordReads } from '../../records/audit-log/record-reads.ts';
import { actorOf } from '../../records/dossiers/actor-of.ts';
import { demandDossier } from '../../records/dossiers/demand-dossier.ts';
import { findDossier } from '../../records/dossiers/find-dossier.ts';
import type { Attempt } from '../../records/idempotency/attempt.ts';
import type { PadDeps } from './deps.ts';
import { signableForm } from './signable-form.ts';
import { untilSettled } from './until-settled.ts';

type Operation = (typeof padOperations)['askForInk'];

/**
 * An officer puts a form of a dossier on a pad of their unit. What the pad then shows to whoever stands there is this
 * officer's read, and recorded as such.
 */
export async function askForInk(
  deps: PadDeps,
  call: Call<Operation>,
  attempt: Attempt,
): Promise<Reply<Operation>> {
  const { params, body, caller, now } = call;
  if (caller.kind !== 'officer') throw nothingHere();
  const { head } = await findDossier(deps, params.code, caller);
  const keyring = await deps.keyring();
  demandDossier(head, caller, keyring, 'dossier.takeInk');
  await usablePad(deps, caller, body.pad, now);
  const { called, file } = await signableForm(deps, head, body.form);
  const asked: StoredInkRequest = {
    id: attempt.id('ir_'),
    dossier: head.code,
    form: called.id,
    kind: called.form.kind,
    document: file.sha256,
    language: body.language,
    askedBy: actorOf(caller, keyring, 'reception'),
    askedAt: toRfc3339(now),
    expiresAt: toRfc3339(now + REQUEST_LIFE),
    state: 'waiting',
  };
  await recordReads(deps, { ...call, operation: 'askForInk', parts: ['applicant'], dossiers: [head] });
  const reply = { body: requestView(asked, now) };
  return untilSettled(async () => {
    const pad = await usablePad(deps, caller, body.pad, now);
    const after = { ...pad, request: asked, version: pad.version + 1 };
    return (await deps.pads.change(after, attempt.keeps(reply))) ? reply : AGAIN;
  });
}

/** A paired pad of the officer's unit on which nobody else's document waits. */
async function usablePad(
  { pads }: Pick<PadDeps, 'pads'>,
  { unit, id: officer }: OfficerPrincipal,
  id: string,
  now: Instant,
): Promise<StoredPad> {
  const pad = unit === null ? undefined : await pads.find(unit, id);
  if (!pad || !isPaired(pad, now))
    refuseField('request-invalid', '/pad', {
      vi: 'phải là bàn ký đang ghép với đơn vị của ông/bà',
      en: 'must be a pad that is paired with your unit',
    });
  const before = openRequest(pad, now)?.askedBy;
  if (before === undefined || (before.kind === 'officer' && before.id === officer)) return pad;
  throw new ProblemError('pad-busy', {
    vi: 'Cán bộ khác đang chờ ký trên bàn ký này: hãy đợi hoặc chọn bàn ký khác.',
    en: 'Another officer waits for a signature on this pad: wait, or choose another one.',
  });
}
