import { fileType } from '../../../schemas/api/upload.ts';
import type { FileRefusal, StoredFile } from '../../../schemas/stored/file.ts';
import { nothingSigned, signedContent } from '../../domain/files/attachment-refusals.ts';
import { otherKind } from '../../domain/files/refusals.ts';
import { signedData } from '../../domain/files/signed-data.ts';
import { recognize } from './recognize.ts';

type Judge = (type: StoredFile['contentType'], bytes: Uint8Array) => Promise<FileRefusal | undefined>;

/** A signed file is as good as what it holds: that is judged as if it had been handed in by itself. */
export async function refusalOfSigned(
  declared: StoredFile['contentType'],
  bytes: Uint8Array,
  judge: Judge,
): Promise<FileRefusal | undefined> {
  const content = signedData(bytes)?.content;
  if (content === undefined) return declared === 'application/pkcs7-mime' ? nothingSigned : undefined;
  const found = await recognize(content);
  const type = fileType.safeParse(found);
  const refusal = type.success ? await judge(type.data, content) : otherKind('application/pdf', found);
  return refusal && signedContent(refusal);
}
