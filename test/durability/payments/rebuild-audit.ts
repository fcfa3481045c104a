import { projectionsRebuilt } from '../../../schemas/api/operations/upkeep.ts';
import type { Finding } from '../findings.ts';
import type { StubbornClient } from '../stubborn-client.ts';

export const REBUILD = 'a rebuild finds nothing to change';

/** What a rebuild from the ledgers would write anew. */
export async function rebuildFindings(client: StubbornClient): Promise<Finding[]> {
  const administrator = await client.token({ kind: 'administrator', id: 'quantri.h44', unit: 'H44' });
  const found: Finding[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const body = { onlyTell: true, limit: 100, ...(cursor !== '' && { cursor }) };
    const answer = await client.send('POST', '/v1/projections/rebuild', administrator, body);
    if (answer.status >= 300) throw new Error(`a rebuild was answered ${JSON.stringify(answer)}`);
    const { faults, heads, upTo, nextCursor } = projectionsRebuilt.parse(answer.body);
    const differing = Object.entries(faults).filter(([, count]) => count > 0);
    found.push(
      ...differing.map(([name, count]) => ({ audit: REBUILD, what: `${name}: ${count}, up to ${upTo}` })),
      ...heads.map(code => ({ audit: REBUILD, what: `${code}: its head is not what its ledger gives` })),
    );
    cursor = nextCursor;
  }
  return found;
}
