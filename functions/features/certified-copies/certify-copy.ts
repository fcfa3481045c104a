import type { certifiedCopyOperations } from '../../../schemas/api/operations/certified-copies.ts';
import type { Digitization } from '../../../schemas/stored/digitization.ts';
import type { StoredFile } from '../../../schemas/stored/file.ts';
import { certifyCopy as certified } from '../../domain/dossier/decisions/certify-copy.ts';
import { roleOfFile } from '../../domain/dossier/file-role.ts';
import { stoppedFile } from '../../domain/files/stopped-file.ts';
import { nothingHere } from '../../domain/rights/judge.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import type { DigitizationStore } from '../../records/digitizing/digitization-store.ts';
import { actorOf } from '../../records/dossiers/actor-of.ts';
import { changeUnruled } from '../../records/dossiers/change-dossier.ts';
import { demandDossier, demandVersion } from '../../records/dossiers/demand-dossier.ts';
import { soundLedger } from '../../records/dossiers/demand-sound.ts';
import type { DossierStore } from '../../records/dossiers/dossier-store.ts';
import type { FileStore } from '../../records/files/file-store.ts';
import type { Keyring } from '../../records/keyring/keyring.ts';

type Operation = (typeof certifiedCopyOperations)['certifyCopy'];

export interface CertifyingDeps {
  readonly dossiers: DossierStore;
  readonly files: Pick<FileStore, 'find'>;
  readonly digitizations: Pick<DigitizationStore, 'find'>;
  readonly keyring: () => Promise<Keyring>;
}

/** Records that an officer compared a digitized copy with the paper; the seal is applied by what follows the ledger. */
export async function certifyCopy(
  deps: CertifyingDeps,
  { params, caller, body, now, repeat, ifMatch }: Call<Operation>,
): Promise<Reply<Operation>> {
  if (caller.kind !== 'officer') throw nothingHere();
  const keyring = await deps.keyring();
  const role = caller.roles.includes('reception') ? 'reception' : 'handler';
  const answer = await changeUnruled<Reply<Operation>['body']>(deps, {
    code: params.code,
    actor: actorOf(caller, keyring, role),
    now: () => now,
    repeat,
    async decide({ head }) {
      demandDossier(head, caller, keyring, 'dossier.certifyCopy');
      demandVersion(ifMatch, head.version);
      const [file, reading, ledger] = await Promise.all([
        deps.files.find(params.id),
        deps.digitizations.find(params.id),
        soundLedger(deps.dossiers, head),
      ]);
      const fileRole = file?.dossier === head.code ? roleOfFile(ledger, file.id) : undefined;
      if (!file || !fileRole) throw nothingHere();
      if (file.secrecy) throw stoppedFile(file.secrecy);
      const { id, sha256 } = file;
      const compared = {
        id,
        sha256,
        role: fileRole,
        reading: reading?.state ?? 'queued',
        copy: copyOf(file, reading),
        ...body,
      };
      return {
        events: [certified(ledger, compared)],
        answer: after => ({
          dossier: after.head.code,
          file: id,
          state: 'sealing',
          version: after.head.version,
        }),
      };
    },
  });
  return { body: answer, version: answer.version };
}

/** What the worker is to seal: the original, where nothing was derived. */
const copyOf = (file: StoredFile, reading: Digitization | undefined): string | undefined =>
  reading?.searchable ? reading.searchableSha256 : file.sha256;
