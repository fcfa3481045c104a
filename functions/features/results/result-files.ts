import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { DecisionContent } from '../../domain/printing/decision-document.ts';
import type { Place } from '../../domain/sealing/place-field.ts';
import { sha256Of } from '../../domain/sha256.ts';
import { putOnce } from '../../kernel/objects/put-once.ts';
import { resultKey } from '../../records/dossiers/result-buckets.ts';
import type { FileStore } from '../../records/files/file-store.ts';
import type { ToBeSealed } from './sealing/seal-result.ts';

/** A result's file as stored. */
export interface StoredResult {
  readonly sha256: string;
  readonly size: number;
  readonly origin: 'given' | 'rendered';
  /** Its key in the results bucket. */
  readonly key: string;
}

/** What a result's file is made from. */
export interface ResultToStore extends DecisionContent {
  /** The file the handler or signer gave, by its upload id; null to render one from the decision. */
  readonly given: string | null;
  /** The unit that decided, whose seal it is. */
  readonly unit: string;
}

/** The store of results: a file is written under its number and identified by its SHA-256. */
export interface ResultFiles {
  store(result: ResultToStore): Promise<StoredResult>;
}

export function s3ResultFiles(deps: {
  s3: S3Client;
  uploads: string;
  results: string;
  files: Pick<FileStore, 'find'>;
  render: (content: DecisionContent) => Promise<{ readonly bytes: Buffer; readonly sealAt: Place }>;
  seal: (pdf: Uint8Array, how: ToBeSealed) => Promise<Buffer>;
}): ResultFiles {
  async function bytesOf(
    result: ResultToStore,
  ): Promise<{ readonly bytes: Buffer; readonly sealAt?: Place }> {
    if (result.given === null) return deps.render(result);
    const file = await deps.files.find(result.given);
    if (!file) throw new Error(`The result file ${result.given} of ${result.dossier} has no record.`);
    const object = await deps.s3.send(new GetObjectCommand({ Bucket: deps.uploads, Key: file.key }));
    return { bytes: Buffer.from((await object.Body?.transformToByteArray()) ?? []) };
  }

  return {
    async store(result) {
      const { bytes, sealAt } = await bytesOf(result);
      const { letterhead, registration, unit } = result;
      const body = await deps.seal(bytes, { unit, agency: letterhead.agency, place: sealAt, registration });
      const sha256 = sha256Of(body);
      const key = resultKey(result, sha256);
      // The key tells the content: where it is there, only the answer of an earlier try was lost.
      await putOnce(deps.s3, {
        Bucket: deps.results,
        Key: key,
        Body: body,
        ContentType: 'application/pdf',
        sha256,
      });
      const origin = result.given === null ? 'rendered' : 'given';
      return { sha256, size: body.length, origin, key };
    },
  };
}
