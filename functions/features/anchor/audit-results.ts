import { readResultLeaf, resultLeaf } from '../../domain/anchor/leaves.ts';
import type { AuditContext } from './audit-context.ts';
import type { AuditFinding } from './audit-finding.ts';
import { registeredResults } from './collect-ledgers.ts';

/** Holds the register of results as it is now against the leaves of a day. */
export async function auditResults(
  { items }: AuditContext,
  day: string,
  lines: readonly string[],
): Promise<AuditFinding[]> {
  const leaves = lines.map(line => ({ line, number: readResultLeaf(line)?.number ?? '' }));
  const find = await registeredResults(
    items,
    leaves.map(({ number }) => number),
  );
  return leaves
    .filter(({ line, number }) => resultLeaf(number, find(number)) !== line)
    .map(({ number }) => ({
      day,
      name: number,
      detail: find(number) ? 'the register says otherwise' : 'it is not in the register',
    }));
}
