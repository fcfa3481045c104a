import { readReadsLeaf, readsLeaves } from '../../domain/anchor/leaves.ts';
import { accessKeptUntil } from '../../domain/rights/access-retention.ts';
import { startOfDay } from '../../domain/vietnam-time.ts';
import { readPartitions } from '../../records/keys/keys.ts';
import { lostCopies } from './access-copies.ts';
import { readsOf } from './access-days.ts';
import type { AuditContext } from './audit-context.ts';
import type { AuditFinding } from './audit-finding.ts';

/**
 * Holds the access records of a day against its leaves, and each person's list against the list of the day. Days whose
 * records the law lets go of are left out.
 */
export async function auditReads(
  context: AuditContext,
  day: string,
  anchored: readonly string[],
): Promise<AuditFinding[]> {
  if (accessKeptUntil(startOfDay(day)) <= context.now()) return [];
  const found: AuditFinding[] = [];
  const now: string[] = [];
  for (const [part, partition] of readPartitions.day(day).entries()) {
    const reads = await readsOf(context.items, partition);
    now.push(...readsLeaves(part, reads));
    for (const position of await lostCopies(context.items, reads))
      found.push({ day, name: day, detail: `the access record ${position} is not in a person’s list` });
  }
  return [...differences(day, anchored, now), ...found];
}

function differences(day: string, anchored: readonly string[], now: readonly string[]): AuditFinding[] {
  const [then, there] = [new Set(anchored), new Set(now)];
  const placeOf = (line: string) => {
    const place = readReadsLeaf(line);
    return place ? `${place.hour} part ${place.part}` : line;
  };
  const countOf = (lines: ReadonlySet<string>, place: string) =>
    [...lines].map(readReadsLeaf).find(leaf => leaf && `${leaf.hour} part ${leaf.part}` === place)?.count ??
    0;
  const differing = [...anchored.filter(line => !there.has(line)), ...now.filter(line => !then.has(line))];
  const places = new Set(differing.map(placeOf));
  return [...places].map(place => ({
    day,
    name: day,
    detail: `access records of ${place}: ${countOf(then, place)} were anchored, and the ${countOf(there, place)} there are now are not those`,
  }));
}
