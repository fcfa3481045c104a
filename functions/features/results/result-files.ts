import { createHash } from 'node:crypto';
import {
  GetObjectCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { DecisionContent } from '../../domain/printing/decision-document.ts';
import type { Place } from '../../domain/sealing/place-field.ts';
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
      const digest = createHash('sha256').update(body).digest();
      const key = resultKey(result, digest.toString('hex'));
      const sha256 = digest.toString('base64');
      await write(deps.s3, { Bucket: deps.results, Key: key, Body: body, ChecksumSHA256: sha256 });
      return {
        sha256: digest.toString('hex'),
        size: body.length,
        origin: result.given === null ? 'rendered' : 'given',
        key,
      };
    },
  };
}

/** Nothing there is written over: without the condition the bucket refuses. */
async function write(s3: S3Client, object: PutObjectCommandInput): Promise<void> {
  try {
    await s3.send(new PutObjectCommand({ ...object, ContentType: 'application/pdf', IfNoneMatch: '*' }));
  } catch (error) {
    // The key tells the content: the file is there, and only the answer was lost.
    if (!(error instanceof S3ServiceException) || error.$metadata.httpStatusCode !== 412) throw error;
  }
}
