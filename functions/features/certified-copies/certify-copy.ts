import type { certifiedCopyOperations } from '../../../schemas/api/operations/certified-copies.ts';
import type { Digitization } from '../../../schemas/stored/digitization.ts';
import type { StoredFile } from '../../../schemas/stored/file.ts';
import { certifyCopy as certified } from '../../domain/dossier/decisions/certify-copy.ts';
import { roleOfFile } from '../../domain/dossier/file-role.ts';
import { stoppedFile } from '../../domain/files/stopped-file.ts';
import { nothingHere } from '../../domain/rights/judge.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import type { DigitizationStore } from '../../records/digitizing/digitization-store.ts';
import { changeAsOfficer } from '../../records/dossiers/change-as-officer.ts';
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
export async function certifyCopy(deps: CertifyingDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const { params, body } = call;
  return changeAsOfficer<Reply<Operation>['body']>(deps, call, {
    action: 'dossier.certifyCopy',
    roles: ['reception', 'handler'],
    async decide(head) {
      const [file, reading, ledger] = await Promise.all([
        deps.files.find(params.id),
        deps.digitizations.find(params.id),
        soundLedger(deps.dossiers, head),
      ]);
      const role = file?.dossier === head.code ? roleOfFile(ledger, file.id) : undefined;
      if (!file || !role) throw nothingHere();
      if (file.secrecy) throw stoppedFile(file.secrecy);
      const { id, sha256 } = file;
      const copy = copyOf(file, reading);
      return certified(ledger, { id, sha256, role, reading: reading?.state ?? 'queued', copy, ...body });
    },
    answer: ({ code, version }) => ({ dossier: code, file: params.id, state: 'sealing', version }),
  });
}

/** What the worker is to seal: the original, where nothing was derived. */
const copyOf = (file: StoredFile, reading: Digitization | undefined): string | undefined =>
  reading?.searchable ? reading.searchableSha256 : file.sha256;
