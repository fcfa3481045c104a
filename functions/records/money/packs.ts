import { gunzipSync, gzipSync } from 'node:zlib';
import type * as z from 'zod';
import { type Pack, storedPart } from '../../../schemas/stored/statement.ts';
import { canonicalJson } from '../../domain/canonical-json.ts';
import { sha256Of } from '../../domain/sha256.ts';
import type { Items } from '../../kernel/table/items.ts';
import { parseStored } from '../../kernel/table/parse-stored.ts';
import { moneyKeys } from '../keys/money-keys.ts';

/** Characters of a part: an item holds at most 400 KB. */
const PART = 350_000;

/**
 * Keeps what may be larger than an item, compressed, in parts. It is named by its digest, so that keeping it again
 * changes nothing.
 */
export async function keepPack(items: Pick<Items, 'writeAlone'>, value: unknown): Promise<Pack> {
  const text = canonicalJson(value);
  const whole = gzipSync(text).toString('base64');
  const digest = sha256Of(text);
  const parts = Math.ceil(whole.length / PART);
  for (let part = 0; part < parts; part++) {
    const put = { part: whole.slice(part * PART, (part + 1) * PART) };
    await items.writeAlone({ refusal: 'none', key: moneyKeys.pack(digest, part), change: { put } });
  }
  return { digest, parts };
}

/** What was kept. @throws StoredItemError where a part is missing or malformed. */
export async function readPack<S extends z.ZodType>(
  items: Pick<Items, 'fetch'>,
  { digest, parts }: Pack,
  schema: S,
): Promise<z.infer<S>> {
  const keys = Array.from({ length: parts }, (_, part) => moneyKeys.pack(digest, part));
  const found = await items.fetch(keys);
  const texts = keys.map(key => {
    const item = found(key);
    return parseStored(storedPart, item && { part: item['part'] }, key).part;
  });
  const json = gunzipSync(Buffer.from(texts.join(''), 'base64')).toString('utf8');
  return parseStored(schema, JSON.parse(json), moneyKeys.pack(digest, 0));
}
