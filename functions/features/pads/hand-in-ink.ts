import type { padOperations } from '../../../schemas/api/operations/pads.ts';
import { refuseField } from '../../../schemas/api/problem-error.ts';
import type { TakenInk } from '../../domain/ports/signing-pad.ts';
import { nothingHere } from '../../domain/rights/judge.ts';
import { toRfc3339 } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { actorOf } from '../../records/dossiers/actor-of.ts';
import { changeDossier } from '../../records/dossiers/change-dossier.ts';
import { demandDossier } from '../../records/dossiers/demand-dossier.ts';
import { isPlainPng } from '../../records/inks/plain-png.ts';
import type { PadDeps } from './deps.ts';
import { inkEntry, prepareInk } from './record-ink.ts';

type Operation = (typeof padOperations)['handInInk'];
type Taken = Reply<Operation>['body'];

/** What a hardware pad at the desk took, as the agent beside it hands it in for the officer. */
export async function handInInk(deps: PadDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const { params, body, caller, now } = call;
  if (caller.kind !== 'officer') throw nothingHere();
  const keyring = await deps.keyring();
  const { form, documentHash, ...hardware } = body;
  const ink: TakenInk = { documentHash, taken: { means: 'hardware', ...hardware } };
  const taken = await changeDossier<Taken>(deps, {
    code: params.code,
    actor: actorOf(caller, keyring, 'reception'),
    now: () => now,
    repeat: call.repeat,
    async decide({ head }) {
      demandDossier(head, caller, keyring, 'dossier.takeInk');
      demandPicture(hardware.picture);
      const prepared = await prepareInk(deps, head, form, ink);
      const { already, digest } = prepared;
      const answer = (entry: number, takenAt: string): Taken => ({
        dossier: head.code,
        form: `${form}-${entry}`,
        document: documentHash,
        ink: digest,
        takenAt,
      });
      if (already) return { stands: answer(already.seq, already.at) };
      return {
        events: [await inkEntry(deps, prepared)],
        answer: ({ head: after }) => answer(after.version, toRfc3339(now)),
      };
    },
  });
  return { body: taken };
}

function demandPicture(picture: string): void {
  if (isPlainPng(Buffer.from(picture, 'base64'))) return;
  refuseField('request-invalid', '/picture', {
    vi: 'phải là ảnh PNG nguyên vẹn, không trong suốt, tối đa 2.000 × 1.000 điểm ảnh',
    en: 'must be a whole PNG without transparency, of at most 2,000 × 1,000 pixels',
  });
}
