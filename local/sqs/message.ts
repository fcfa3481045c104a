import { createHash } from 'node:crypto';
import * as z from 'zod';

export const MessageAttribute = z.object({
  DataType: z.string(),
  StringValue: z.string().optional(),
  /** Base64. */
  BinaryValue: z.string().optional(),
});
export type MessageAttribute = z.infer<typeof MessageAttribute>;

/** One message as a queue keeps it. Instants are milliseconds since the epoch. */
export const StoredMessage = z.object({
  id: z.string(),
  body: z.string(),
  attributes: z.record(z.string(), MessageAttribute),
  sentAt: z.number(),
  /** It can be received from then on. */
  visibleAt: z.number(),
  receiveCount: z.int(),
  firstReceivedAt: z.number().optional(),
  /** ARN of the queue it was moved from as a dead letter. */
  deadLetterSourceArn: z.string().optional(),
  traceHeader: z.string().optional(),
});
export type StoredMessage = z.infer<typeof StoredMessage>;

export const md5 = (text: string | Buffer) => createHash('md5').update(text).digest('hex');

/** The digest over message attributes that SQS documents; undefined without attributes. */
export function md5OfAttributes(attributes: Readonly<Record<string, MessageAttribute>>): string | undefined {
  const names = Object.keys(attributes).sort();
  if (names.length === 0) return undefined;
  const parts = names.flatMap(name => {
    const { DataType = '', StringValue, BinaryValue } = attributes[name] ?? {};
    const value =
      BinaryValue === undefined ? Buffer.from(StringValue ?? '') : Buffer.from(BinaryValue, 'base64');
    return [
      sized(Buffer.from(name)),
      sized(Buffer.from(DataType)),
      Buffer.from([BinaryValue === undefined ? 1 : 2]),
      sized(value),
    ];
  });
  return md5(Buffer.concat(parts));
}

function sized(bytes: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}
