import type { Digitization } from '../../../schemas/stored/digitization.ts';
import { type PageText, readPages } from '../../../schemas/stored/page-text.ts';
import type { DerivedObjects } from './derived-objects.ts';

/** Every page of a file as it was read. */
export async function pagesOf(
  derived: Pick<DerivedObjects, 'get'>,
  { texts }: Pick<Digitization, 'texts'>,
): Promise<PageText[]> {
  const parts = await Promise.all(texts.map(key => derived.get(key)));
  return parts.flatMap(part => readPages.parse(JSON.parse(Buffer.from(part).toString('utf8'))).pages);
}
