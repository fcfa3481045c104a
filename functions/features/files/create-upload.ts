import type { uploadOperations } from '../../../schemas/api/operations/uploads.ts';
import type { StoredFile } from '../../../schemas/stored/file.ts';
import { describeActor } from '../../domain/dossier/describe-actor.ts';
import { holdersOf } from '../../domain/quotas/holders.ts';
import { dateOf, toRfc3339 } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { actorOf } from '../../records/dossiers/actor-of.ts';
import type { FileStore } from '../../records/files/file-store.ts';
import { uploadKey } from '../../records/files/upload-key.ts';
import type { Attempt } from '../../records/idempotency/attempt.ts';
import type { Keyring } from '../../records/keyring/keyring.ts';
import type { Quotas } from '../../records/quotas/quotas.ts';
import type { UploadLinks } from './upload-links.ts';

type Operation = (typeof uploadOperations)['createUpload'];

export interface UploadDeps {
  readonly files: FileStore;
  readonly links: UploadLinks;
  readonly keyring: () => Promise<Keyring>;
  readonly quotas: Pick<Quotas, 'open'>;
}

/** Declares a file and returns a link that accepts exactly that file and nothing else. */
export async function createUpload(
  deps: UploadDeps,
  call: Call<Operation>,
  attempt: Attempt,
): Promise<Reply<Operation>> {
  const id = attempt.id('f_');
  const file = (attempt.again ? await deps.files.find(id) : undefined) ?? (await declare(deps, call, id));
  const link = await deps.links.linkFor(file, call.now);
  return { body: { id, method: 'PUT', ...link } };
}

async function declare(
  deps: UploadDeps,
  { body, caller, now }: Call<Operation>,
  id: string,
): Promise<StoredFile> {
  const actor = actorOf(caller, await deps.keyring());
  const counted = await deps.quotas.open('uploads', holdersOf(actor), now);
  const file: StoredFile = {
    ...body,
    id,
    state: 'declared',
    declaredBy: describeActor(actor),
    declaredAt: toRfc3339(now),
    key: uploadKey(dateOf(now), id),
  };
  if ((await deps.files.declare(file, counted.writes)) === 'quota') throw counted.refusal();
  await counted.done();
  return file;
}
