import type { padOperations } from '../../../schemas/api/operations/pads.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { StoredPad } from '../../../schemas/stored/pad.ts';
import { isPaired, mayBePaired } from '../../domain/pads/pad-standing.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { AGAIN } from '../../kernel/retry/retry.ts';
import type { PadDeps } from './deps.ts';
import { digestOfSecret, isSecretOf } from './secrets.ts';
import { unitNameOf } from './unit-name.ts';
import { untilSettled } from './until-settled.ts';

type Operation = (typeof padOperations)['redeemPairing'];

/**
 * A tablet takes a pairing code, once. It made its secret itself, so no answer ever holds one; the same tablet may ask
 * again where its answer was lost.
 */
export async function redeemPairing(
  deps: Pick<PadDeps, 'pads' | 'organization'>,
  { body, now }: Call<Operation>,
): Promise<Reply<Operation>> {
  const { pads } = deps;
  const pairing = await pads.pairing(digestOfSecret(body.code));
  if (!pairing) throw unusable();
  const { unit, id, name, endsAt } = await untilSettled(async () => {
    const pad = await pads.find(pairing.unit, pairing.pad);
    if (pad && isSecretOf(pad, body.secret) && isPaired(pad, now)) return pad;
    if (!pad || !mayBePaired(pad, now)) throw unusable();
    const paired: StoredPad = { ...pad, secret: digestOfSecret(body.secret), version: pad.version + 1 };
    return (await pads.change(paired)) ? paired : AGAIN;
  });
  return { body: { unit, id, name, unitName: await unitNameOf(deps, unit), endsAt } };
}

function unusable(): ProblemError {
  return new ProblemError('pairing-invalid', {
    vi: 'Mã ghép không đúng, đã được dùng hoặc đã hết hạn: hãy lấy mã mới.',
    en: 'The pairing code is wrong, was used or has expired: get a new one.',
  });
}
