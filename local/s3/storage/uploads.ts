import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { S3Error } from '../protocol/errors.ts';
import { isMissing, makeFolder, moveInto, namesIn, syncFolder, writeDurably } from './disk.ts';
import { readRecord } from './read-record.ts';
import { type PartRecord, partRecord, type UploadRecord, uploadRecord } from './records.ts';

/** The multipart uploads of a bucket that are neither completed nor aborted, each in a folder of its own. */
export interface Uploads {
  start(record: Omit<UploadRecord, 'uploadId'>): Promise<UploadRecord>;
  /** Throws NoSuchUpload, also when the upload is for another key. */
  find(uploadId: string, key: string): Promise<UploadRecord>;
  all(): Promise<UploadRecord[]>;
  /** Keeps a part, in place of an earlier one of its number. */
  putPart(uploadId: string, part: Omit<PartRecord, 'file'>, bytes: Buffer): Promise<void>;
  /** In order of their numbers. */
  parts(uploadId: string): Promise<PartRecord[]>;
  /** The bytes of the parts one after another, a piece at a time. */
  bytes(uploadId: string, parts: readonly PartRecord[]): AsyncIterable<Buffer>;
  discard(uploadId: string): Promise<void>;
}

const PIECE = 1 << 20;

/** `temporaryPath` names files being written, on the same disk. */
export function bucketUploads(bucketFolder: string, temporaryPath: () => string): Uploads {
  const root = join(bucketFolder, 'uploads');
  const folderOf = (uploadId: string) => {
    // The id becomes a folder's name, so only what we give out ourselves may reach the disk.
    if (!/^[\w-]{43}$/.test(uploadId)) throw new S3Error('NoSuchUpload', undefined, { UploadId: uploadId });
    return join(root, uploadId);
  };
  const read = async (uploadId: string) => {
    try {
      return await readRecord(join(folderOf(uploadId), 'upload.json'), uploadRecord);
    } catch (error) {
      if (isMissing(error)) throw new S3Error('NoSuchUpload', undefined, { UploadId: uploadId });
      throw error;
    }
  };
  return {
    async start(facts) {
      const record = { ...facts, uploadId: randomBytes(32).toString('base64url') };
      const draft = temporaryPath();
      await makeFolder(draft);
      await writeDurably(join(draft, 'upload.json'), JSON.stringify(record));
      await syncFolder(draft);
      await moveInto(draft, folderOf(record.uploadId));
      return record;
    },
    async find(uploadId, key) {
      const record = await read(uploadId);
      if (record.key !== key) throw new S3Error('NoSuchUpload', undefined, { UploadId: uploadId });
      return record;
    },
    async all() {
      const found = await Promise.allSettled((await namesIn(root)).map(read));
      return found.flatMap(result => (result.status === 'fulfilled' ? [result.value] : []));
    },
    async putPart(uploadId, part, bytes) {
      const folder = folderOf(uploadId);
      const [data, json] = [temporaryPath(), temporaryPath()];
      const file = `${part.number}.${randomBytes(8).toString('hex')}.data`;
      try {
        await Promise.all([
          writeDurably(data, [bytes]),
          writeDurably(json, JSON.stringify({ ...part, file })),
        ]);
        await rename(data, join(folder, file));
        await moveInto(json, join(folder, `${part.number}.json`));
      } catch (error) {
        await Promise.all([rm(data, { force: true }), rm(json, { force: true })]);
        if (isMissing(error)) throw new S3Error('NoSuchUpload', undefined, { UploadId: uploadId });
        throw error;
      }
      const outdated = (await namesIn(folder)).filter(
        name => name.startsWith(`${part.number}.`) && name.endsWith('.data') && name !== file,
      );
      for (const name of outdated) await rm(join(folder, name), { force: true });
    },
    async parts(uploadId) {
      const folder = folderOf(uploadId);
      const names = (await namesIn(folder)).filter(name => /^\d+\.json$/.test(name));
      const records = await Promise.all(names.map(name => readRecord(join(folder, name), partRecord)));
      return records.sort((a, b) => a.number - b.number);
    },
    async *bytes(uploadId, parts) {
      for (const part of parts) {
        const file = await open(join(folderOf(uploadId), part.file), 'r');
        try {
          for (let at = 0; at < part.size; ) {
            const piece = Buffer.alloc(Math.min(PIECE, part.size - at));
            const { bytesRead } = await file.read(piece, 0, piece.length, at);
            if (bytesRead === 0)
              throw new Error(
                `Part ${part.number} of upload ${uploadId} ends at byte ${at} of ${part.size}.`,
              );
            yield piece.subarray(0, bytesRead);
            at += bytesRead;
          }
        } finally {
          await file.close();
        }
      }
    },
    async discard(uploadId) {
      const doomed = temporaryPath();
      try {
        await rename(folderOf(uploadId), doomed);
      } catch (error) {
        if (isMissing(error)) throw new S3Error('NoSuchUpload', undefined, { UploadId: uploadId });
        throw error;
      }
      await syncFolder(root);
      await rm(doomed, { recursive: true, force: true });
    },
  };
}
