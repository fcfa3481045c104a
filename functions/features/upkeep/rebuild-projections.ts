import type { upkeepOperations } from '../../../schemas/api/operations/upkeep.ts';
import { dateOf } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { readCursor, writeCursor } from '../../records/lists/cursor.ts';
import { everyAgency, firstDayOfAll } from '../../records/projections/walk-bounds.ts';
import { walkDossiers } from '../../records/projections/walk-dossiers.ts';
import type { UpkeepDeps } from './deps.ts';
import { sumOf } from './found-faults.ts';
import { rebuildDossiers } from './rebuild-dossiers.ts';
import { type RebuildPlace, readPlace, writePlace } from './rebuild-place.ts';
import { recountUnit } from './recount-unit.ts';

type Operation = (typeof upkeepOperations)['rebuildProjections'];

/** Units recounted per request. */
const UNITS = 4;

/**
 * Goes through all dossiers, oldest first, and then through all units, a slice at a time: compares stored data with
 * the ledgers and rewrites what differs. The caller continues with the cursor; a second run finds nothing to do.
 */
export async function rebuildProjections(deps: UpkeepDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const { body, now } = call;
  const keyring = await deps.keyring();
  const scope = JSON.stringify(['rebuild', body.onlyTell]);
  const given = readCursor(keyring, scope, body.cursor);
  const place = given === undefined ? undefined : readPlace(given);
  const agencies = await everyAgency(deps.organization);
  const cursorTo = (next: RebuildPlace | undefined) =>
    next === undefined ? null : writeCursor(keyring, scope, writePlace(next));
  if (place?.stage === 'units') {
    const units = agencies.filter(unit => unit > place.after).slice(0, UNITS);
    const found = [];
    for (const unit of units) found.push(await recountUnit(deps, unit, body.onlyTell));
    const last = units.at(-1);
    const more = last !== undefined && last !== agencies.at(-1);
    const next: RebuildPlace | undefined = more ? { stage: 'units', after: last } : undefined;
    const nothing = { looked: 0, differing: 0, heads: [], upTo: null };
    return { body: { ...nothing, units: units.length, faults: sumOf(found), nextCursor: cursorTo(next) } };
  }
  const from = place ?? { date: await firstDayOfAll(deps, now), passed: 0 };
  const walked = await walkDossiers(deps.table, agencies, from, dateOf(now), body.limit);
  const rebuilt = await rebuildDossiers(deps, walked.codes, keyring, body.onlyTell);
  const next: RebuildPlace = walked.next
    ? { stage: 'dossiers', ...walked.next }
    : { stage: 'units', after: '' };
  return {
    body: {
      ...rebuilt,
      heads: [...rebuilt.heads],
      looked: walked.codes.length,
      units: 0,
      upTo: walked.next?.date ?? dateOf(now),
      nextCursor: cursorTo(next),
    },
  };
}
