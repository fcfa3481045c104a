import { S3Error } from '../protocol/errors.ts';

const MOST_TAGS = 10;
const ALLOWED = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/** Checks an object's tags by S3's rules. Throws InvalidTag and BadRequest. */
export function checkTags(pairs: Iterable<readonly [name: string, value: string]>): Record<string, string> {
  const tags = new Map<string, string>();
  for (const [name, value] of pairs) {
    if (name === '' || name.length > 128 || !ALLOWED.test(name) || name.startsWith('aws:'))
      throw new S3Error('InvalidTag', undefined, { TagKey: name });
    if (value.length > 256 || !ALLOWED.test(value))
      throw new S3Error('InvalidTag', 'The TagValue you have provided is invalid', {
        TagKey: name,
        TagValue: value,
      });
    if (tags.has(name))
      throw new S3Error('InvalidTag', 'Cannot provide multiple Tags with the same key', { TagKey: name });
    tags.set(name, value);
  }
  if (tags.size > MOST_TAGS)
    throw new S3Error('BadRequest', `Object tags cannot be greater than ${MOST_TAGS}`);
  return Object.fromEntries(tags);
}
