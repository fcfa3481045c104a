import type { archiveOperations } from '../../../schemas/api/operations/archive.ts';
import { dossierHead } from '../../../schemas/dossier/head.ts';
import type { HandlingState } from '../../../schemas/dossier/states.ts';
import type { DossierRow } from '../../../schemas/stored/dossier-row.ts';
import type { Language } from '../../../schemas/words.ts';
import { type Ended, retentionName, retentionOf, transferBy } from '../../domain/archive/retention.ts';
import { isEnd, lifecycle } from '../../domain/lifecycle/states.ts';
import { questionOf } from '../../domain/lists/dossier-filters.ts';
import { dateOf, parseInstant } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { readCursor, writeCursor } from '../../records/lists/cursor.ts';
import { demandUnit } from '../../records/organization/demand-unit.ts';
import type { ArchiveDeps } from './deps.ts';

type Operation = (typeof archiveOperations)['listArchiveDue'];

const ENDS = (Object.keys(lifecycle) as HandlingState[]).filter(isEnd);

/** What of a dossier's head says whether it is due. */
const due = dossierHead.pick({
  code: true,
  competentUnit: true,
  closedAt: true,
  archive: true,
  legalHold: true,
});

/**
 * Ended dossiers that a unit decided and has not handed over, by the year they were submitted in: a page may hold fewer
 * than asked for, as those in the archive already are passed over.
 */
export async function listArchiveDue(deps: ArchiveDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const { caller, now, query, language } = call;
  const { code: unit } = call.params;
  await demandUnit(deps.organization, caller, unit, 'archive.read');
  const keyring = await deps.keyring();
  const today = dateOf(now);
  const year = query.year ?? Number(today.slice(0, 4));
  const sealed = JSON.stringify(['archive', unit, year]);
  const period = { submittedFrom: `${year}-01-01`, submittedTo: `${year}-12-31` };
  const question = questionOf({ unit, handling: ENDS, ...period, order: 'asc' }, now, ['submittedAt']);
  const page = await deps.lists.page({ kind: 'unit', unit }, question, {
    after: readCursor(keyring, sealed, query.cursor),
    limit: query.limit,
    now,
  });
  const heads = await deps.lists.parts(
    page.items.map(({ code }) => code),
    due,
  );
  const items = page.items.flatMap((row, index) => {
    const head = heads[index];
    if (!head?.closedAt || head.competentUnit !== unit || head.archive !== null) return [];
    const ended = { handling: row.handling, field: row.field, endedOn: dateOf(parseInstant(head.closedAt)) };
    return [{ ...shown(row, ended, today, language), held: head.legalHold !== null }];
  });
  const nextCursor = page.next === undefined ? null : writeCursor(keyring, sealed, page.next);
  return { body: { items, nextCursor } };
}

function shown(row: DossierRow, ended: Ended, today: string, language: Language) {
  const { kind, years, until } = retentionOf(ended);
  const lastDay = transferBy(ended.endedOn);
  return {
    code: row.code,
    procedure: row.procedure,
    procedureName: row.procedureName,
    handling: row.handling,
    endedOn: ended.endedOn,
    lastDay,
    overdue: lastDay < today,
    retention: { kind, name: retentionName(kind, ended.endedOn)[language], years, until },
  };
}
