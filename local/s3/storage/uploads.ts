import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { S3Error } from '../protocol/errors.ts';
import { isMissing, makeFolder, moveInto, namesIn, syncFolder, writeDurably } from './disk.ts';
import { readRecord } from './read-record.ts';
import { type PartRecord, partRecord, type UploadRecord, uploadRecord } from './records.ts';

const PIECE = 1 << 20;

/** The multipart uploads of a bucket that are neither completed nor aborted, each in a folder of its own. */
export class Uploads {
  readonly #root: string;
  readonly #temporaryPath: () => string;

  /** `temporaryPath` names files being written, on the same disk. */
  constructor(bucketFolder: string, temporaryPath: () => string) {
    this.#root = join(bucketFolder, 'uploads');
    this.#temporaryPath = temporaryPath;
  }

  async start(facts: Omit<UploadRecord, 'uploadId'>): Promise<UploadRecord> {
    const record = { ...facts, uploadId: randomBytes(32).toString('base64url') };
    const draft = this.#temporaryPath();
    await makeFolder(draft);
    await writeDurably(join(draft, 'upload.json'), JSON.stringify(record));
    await syncFolder(draft);
    await moveInto(draft, this.#folderOf(record.uploadId));
    return record;
  }

  /** Throws NoSuchUpload, also when the upload is for another key. */
  async find(uploadId: string, key: string): Promise<UploadRecord> {
    const record = await this.#read(uploadId);
    if (record.key !== key) throw noSuchUpload(uploadId);
    return record;
  }

  async all(): Promise<UploadRecord[]> {
    const names = await namesIn(this.#root);
    const found = await Promise.allSettled(names.map(name => this.#read(name)));
    return found.flatMap(result => (result.status === 'fulfilled' ? [result.value] : []));
  }

  /** Keeps a part, in place of an earlier one of its number. */
  async putPart(uploadId: string, part: Omit<PartRecord, 'file'>, bytes: Buffer): Promise<void> {
    const folder = this.#folderOf(uploadId);
    const [data, json] = [this.#temporaryPath(), this.#temporaryPath()];
    const file = `${part.number}.${randomBytes(8).toString('hex')}.data`;
    try {
      await Promise.all([writeDurably(data, [bytes]), writeDurably(json, JSON.stringify({ ...part, file }))]);
      await rename(data, join(folder, file));
      await moveInto(json, join(folder, `${part.number}.json`));
    } catch (error) {
      await Promise.all([rm(data, { force: true }), rm(json, { force: true })]);
      throw isMissing(error) ? noSuchUpload(uploadId) : error;
    }
    const outdated = (await namesIn(folder)).filter(
      name => name.startsWith(`${part.number}.`) && name.endsWith('.data') && name !== file,
    );
    for (const name of outdated) await rm(join(folder, name), { force: true });
  }

  /** In order of their numbers. */
  async parts(uploadId: string): Promise<PartRecord[]> {
    const folder = this.#folderOf(uploadId);
    const names = (await namesIn(folder)).filter(name => /^\d+\.json$/.test(name));
    const records = await Promise.all(names.map(name => readRecord(join(folder, name), partRecord)));
    return records.sort((a, b) => a.number - b.number);
  }

  /** The bytes of the parts one after another, a piece at a time. */
  async *bytes(uploadId: string, parts: readonly PartRecord[]): AsyncIterable<Buffer> {
    for (const part of parts) yield* piecesOf(join(this.#folderOf(uploadId), part.file), part);
  }

  async discard(uploadId: string): Promise<void> {
    const doomed = this.#temporaryPath();
    try {
      await rename(this.#folderOf(uploadId), doomed);
    } catch (error) {
      throw isMissing(error) ? noSuchUpload(uploadId) : error;
    }
    await syncFolder(this.#root);
    await rm(doomed, { recursive: true, force: true });
  }

  async #read(uploadId: string): Promise<UploadRecord> {
    try {
      return await readRecord(join(this.#folderOf(uploadId), 'upload.json'), uploadRecord);
    } catch (error) {
      throw isMissing(error) ? noSuchUpload(uploadId) : error;
    }
  }

  /** The id becomes a folder's name, so only what was given out here may reach the disk. */
  #folderOf(uploadId: string): string {
    if (!/^[\w-]{43}$/.test(uploadId)) throw noSuchUpload(uploadId);
    return join(this.#root, uploadId);
  }
}

const noSuchUpload = (uploadId: string) => new S3Error('NoSuchUpload', undefined, { UploadId: uploadId });

async function* piecesOf(path: string, part: PartRecord): AsyncIterable<Buffer> {
  const file = await open(path, 'r');
  try {
    for (let at = 0; at < part.size; ) {
      const piece = Buffer.alloc(Math.min(PIECE, part.size - at));
      const { bytesRead } = await file.read(piece, 0, piece.length, at);
      if (bytesRead === 0)
        throw new Error(`Part ${part.number} in ${path} ends at byte ${at} of ${part.size}.`);
      yield piece.subarray(0, bytesRead);
      at += bytesRead;
    }
  } finally {
    await file.close();
  }
}
