import type { SealedCopy } from '../../domain/digitizing/certified-copies.ts';
import { sha256Of } from '../../domain/sha256.ts';
import { certifiedKey, type DerivedObjects } from '../../records/digitizing/derived-objects.ts';
import type { DigitizationStore } from '../../records/digitizing/digitization-store.ts';
import type { FileStore } from '../../records/files/file-store.ts';

/** Digitized copies and what they become when they are sealed. */
export interface CopyStore {
  /** The copy that can be searched; the original where it can be searched itself. None of what was stopped. */
  read(file: string): Promise<Uint8Array | undefined>;
  /** Keeps the sealed copy beside the original. */
  keep(file: string, sealed: Buffer): Promise<SealedCopy>;
}

export function copyStore(deps: {
  readonly files: Pick<FileStore, 'find'>;
  readonly digitizations: Pick<DigitizationStore, 'find'>;
  readonly objects: DerivedObjects;
}): CopyStore {
  return {
    async read(id) {
      const [file, reading] = await Promise.all([deps.files.find(id), deps.digitizations.find(id)]);
      if (!file) throw new Error(`the file ${id} has no record`);
      if (file.secrecy) return undefined;
      return deps.objects.get(reading?.searchable ?? file.key);
    },
    async keep(id, sealed) {
      const sha256 = sha256Of(sealed);
      await deps.objects.put(certifiedKey(id, sha256), 'application/pdf', sealed);
      return { sha256, size: sealed.length };
    },
  };
}
