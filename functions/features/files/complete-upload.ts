import type { uploadOperations } from '../../../schemas/api/operations/uploads.ts';
import { describeActor } from '../../domain/dossier/describe-actor.ts';
import { demand, nothingHere } from '../../domain/rights/judge.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { actorOf } from '../../records/dossiers/actor-of.ts';
import { type CheckDeps, checkUpload, demandUsable } from '../../records/files/check-upload.ts';
import type { Keyring } from '../../records/keyring/keyring.ts';

type Operation = (typeof uploadOperations)['completeUpload'];

/** Judges a file as soon as its sender reports it, so that they learn what is wrong while they can still fix it. */
export async function completeUpload(
  deps: CheckDeps & { readonly keyring: () => Promise<Keyring> },
  call: Call<Operation>,
): Promise<Reply<Operation>> {
  const [file, keyring] = await Promise.all([deps.files.find(call.params.id), deps.keyring()]);
  const own = file?.declaredBy === describeActor(actorOf(call.caller, keyring));
  demand(call.caller, 'upload.complete', new Set(own ? ['owner'] : []));
  if (!file) throw nothingHere();
  const outcome = await checkUpload(deps, file);
  const { id, fileName, contentType, size } = file;
  const waits = outcome.state === 'quarantined';
  if (!waits) demandUsable(file.id, outcome);
  return { body: { id, state: waits ? 'quarantined' : 'checked', fileName, contentType, size } };
}
