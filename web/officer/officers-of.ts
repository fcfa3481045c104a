import type { Client } from '../api/client.ts';
import type { Officer } from '../api/generated.ts';
import { vietnameseOrder } from '../wording/formats.ts';

/** All accounts of a unit, however many pages that takes; by name, for somebody is to be found among them. */
export async function officersOf(
  api: Client,
  unit: string,
  signal?: AbortSignal,
): Promise<readonly Officer[]> {
  const found: Officer[] = [];
  let cursor: string | null | undefined;
  do {
    const query = { unit, limit: 100, ...(cursor && { cursor }) };
    const page = await api.get('listOfficers', { query, ...(signal && { signal }) });
    found.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return found.toSorted((one, other) => vietnameseOrder.compare(one.name, other.name));
}

/** Those of them who work there still. */
export const atWork = (officers: readonly Officer[]): readonly Officer[] =>
  officers.filter(({ active }) => active);
