import type { catalogueOperations } from '../../../schemas/api/operations/catalogue.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import { offeredReliefs } from '../../domain/fees/offered-reliefs.ts';
import { foldName } from '../../domain/search/fold.ts';
import { dateOf } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { readCursor, writeCursor } from '../../records/lists/cursor.ts';
import type { CatalogueDeps } from './deps.ts';
import { shownIn } from './procedure-view.ts';

type Operations = typeof catalogueOperations;

/** Procedures by code, a page at a time. */
export async function listProcedures(
  deps: CatalogueDeps,
  { query }: Call<Operations['listProcedures']>,
): Promise<Reply<Operations['listProcedures']>> {
  const keyring = await deps.keyring();
  if (query.q !== undefined) return findProcedures(deps, query, query.q);
  const scope = `procedures ${query.state ?? 'all'}`;
  let after = readCursor(keyring, scope, query.cursor);
  const items: Reply<Operations['listProcedures']>['body']['items'] = [];
  for (;;) {
    const entries = await deps.catalogue.entries(after, 200);
    for (const entry of entries) {
      after = entry.code;
      if (query.state === undefined || entry.state === query.state) items.push(entry);
      if (items.length === query.limit)
        return { body: { items, nextCursor: writeCursor(keyring, scope, after) } };
    }
    if (entries.length < 200) return { body: { items, nextCursor: null } };
  }
}

/** Procedures by words of their names, shortest names first. */
async function findProcedures(
  deps: CatalogueDeps,
  query: Call<Operations['listProcedures']>['query'],
  text: string,
): Promise<Reply<Operations['listProcedures']>> {
  const keyring = await deps.keyring();
  const scope = JSON.stringify(['procedures', query.state ?? 'all', foldName(text)]);
  const after = readCursor(keyring, scope, query.cursor) ?? '';
  const left = (await deps.names.find(text)).filter(
    ({ entry, place }) => place > after && (query.state === undefined || entry.state === query.state),
  );
  const page = left.slice(0, query.limit);
  const last = left.length > page.length ? page.at(-1)?.place : undefined;
  return {
    body: {
      items: page.map(({ entry }) => entry),
      nextCursor: last === undefined ? null : writeCursor(keyring, scope, last),
    },
  };
}

/** A procedure in its current version or an earlier one. */
export async function getProcedure(
  deps: CatalogueDeps,
  { params, query, language }: Call<Operations['getProcedure']>,
): Promise<Reply<Operations['getProcedure']>> {
  const found =
    query.version === undefined
      ? await deps.catalogue.procedure(params.code)
      : await deps.catalogue.procedureVersion(params.code, query.version);
  if (!found) throw noProcedure(params.code);
  return { body: shownIn(found, language), version: found.version };
}

/** What may be taken off a procedure's fee today, for a dossier that is submitted through a channel. */
export async function listReliefs(
  deps: CatalogueDeps,
  { params, query, language, now }: Call<Operations['listReliefs']>,
): Promise<Reply<Operations['listReliefs']>> {
  const found = await deps.catalogue.procedure(params.code);
  if (!found) throw noProcedure(params.code);
  const { procedure } = found;
  const fee = procedure.methods.find(({ channel }) => channel === query.channel)?.fee ?? null;
  const items = offeredReliefs(fee, procedure, dateOf(now)).map(({ name, evidence, ...relief }) => ({
    ...relief,
    name: name[language],
    evidence: evidence.map(each => ({ ...each, name: each.name[language] })),
  }));
  return { body: { items } };
}

const noProcedure = (code: string) =>
  new ProblemError('not-found', {
    vi: `Không có thủ tục ${code}, hoặc không có phiên bản này.`,
    en: `There is no such procedure or version: ${code}.`,
  });

/** The workflow new dossiers of a procedure follow. */
export async function getWorkflow(
  deps: CatalogueDeps,
  { params }: Call<Operations['getWorkflow']>,
): Promise<Reply<Operations['getWorkflow']>> {
  const found = await deps.catalogue.workflow(params.code);
  if (!found)
    throw new ProblemError('not-found', {
      vi: `Thủ tục ${params.code} chưa có quy trình điện tử.`,
      en: `${params.code} has no workflow.`,
    });
  return { body: found, version: found.version };
}
