import type { padOperations } from '../../../schemas/api/operations/pads.ts';
import { ProblemError, refuseField } from '../../../schemas/api/problem-error.ts';
import type { StoredInkRequest, StoredPad } from '../../../schemas/stored/pad.ts';
import { inkFault } from '../../domain/pads/ink-faults.ts';
import { openRequest, withState } from '../../domain/pads/pad-standing.ts';
import type { TakenInk } from '../../domain/ports/signing-pad.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { AGAIN } from '../../kernel/retry/retry.ts';
import { changeDossier } from '../../records/dossiers/change-dossier.ts';
import type { PadDeps } from './deps.ts';
import { anotherDocument, inkEntry, prepareInk } from './record-ink.ts';
import { heldPad } from './secrets.ts';
import { untilSettled } from './until-settled.ts';

type Operation = (typeof padOperations)['answerOnPad'];
type Answered = Reply<Operation>['body'];
type Signed = Extract<Call<Operation>['body'], { outcome: 'signed' }>;

/** What came of a request on a pad. The same answer again, after a lost reply, changes nothing. */
export async function answerOnPad(deps: PadDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const { body } = call;
  if (body.outcome !== 'signed') return { body: await notSigned(deps, call, body.outcome) };
  const { request } = await asked(deps, call);
  return { body: await signed(deps, call, body, request) };
}

function notSigned(
  deps: PadDeps,
  call: Call<Operation>,
  outcome: Exclude<Call<Operation>['body']['outcome'], 'signed'>,
): Promise<Answered> {
  return untilSettled(async () => {
    const { pad, request } = await asked(deps, call);
    const answer: Answered = { request: request.id, state: outcome };
    if (request.state === outcome) return answer;
    if (!openRequest(pad, call.now)) throw over();
    return (await deps.pads.change(withState(pad, request, outcome))) ? answer : AGAIN;
  });
}

/** The pad that answers and the request that it was given last. */
async function asked(
  { pads }: Pick<PadDeps, 'pads'>,
  { body, now }: Call<Operation>,
): Promise<{ pad: StoredPad; request: StoredInkRequest }> {
  const pad = await heldPad(pads, body.pad, now);
  const { request } = pad;
  if (request?.id !== body.request) throw over();
  return { pad, request };
}

function signed(
  deps: PadDeps,
  call: Call<Operation>,
  { documentHash, drawing }: Signed,
  { dossier, askedBy }: StoredInkRequest,
): Promise<Answered> {
  const fault = inkFault(drawing);
  if (fault) refuseField('request-invalid', '/drawing/strokes', fault);
  return changeDossier<Answered>(deps, {
    code: dossier,
    actor: askedBy,
    now: () => call.now,
    async decide({ head }) {
      const { pad, request } = await asked(deps, call);
      const { id, form, document } = request;
      if (documentHash !== document) throw anotherDocument();
      const ink: TakenInk = { documentHash, taken: { means: 'pad', pad: pad.id, request: id, ...drawing } };
      const prepared = await prepareInk(deps, head, form, ink);
      const answer: Answered = { request: id, state: 'signed' };
      if (prepared.already) return { stands: answer };
      if (!openRequest(pad, call.now)) throw over();
      return {
        events: [await inkEntry(deps, prepared)],
        beside: { pad: withState(pad, request, 'signed') },
        answer: () => answer,
      };
    },
  });
}

function over(): ProblemError {
  return new ProblemError('ink-request-over', {
    vi: 'Yêu cầu ký này đã kết thúc, hết hạn hoặc đã được rút lại.',
    en: 'This request to sign was answered, has expired or was taken back.',
  });
}
