import type { proposedChangeOperations } from '../../../schemas/api/operations/proposed-changes.ts';
import { nothingHere } from '../../domain/rights/judge.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { readCursor, writeCursor } from '../../records/lists/cursor.ts';
import type {
  ProposedChangeStore,
  ProposedInFull,
} from '../../records/proposed-changes/proposed-change-store.ts';
import { shownChange } from '../../records/proposed-changes/shown-change.ts';
import type { ProposedChangeDeps } from './deps.ts';

type Operations = typeof proposedChangeOperations;
const SCOPE = JSON.stringify(['proposed-changes']);

/** What was proposed, the newest first. */
export async function listProposedChanges(
  { proposedChanges, keyring }: Pick<ProposedChangeDeps, 'proposedChanges' | 'keyring'>,
  { query, now, language }: Call<Operations['listProposedChanges']>,
): Promise<Reply<Operations['listProposedChanges']>> {
  const opened = await keyring();
  const before = readCursor(opened, SCOPE, query.cursor);
  const page = await proposedChanges.page(before, query.limit);
  const last = page.at(-1);
  return {
    body: {
      items: page.map(change => shownChange(change, { now, language })),
      nextCursor: last && page.length === query.limit ? writeCursor(opened, SCOPE, last.id) : null,
    },
  };
}

/** A proposed change with all that it would do, and what has happened to it. */
export async function getProposedChange(
  { proposedChanges }: Pick<ProposedChangeDeps, 'proposedChanges'>,
  { params, now, language }: Call<Operations['getProposedChange']>,
): Promise<Reply<Operations['getProposedChange']>> {
  const { change, content } = await demandChange(proposedChanges, params.id);
  const shown = shownChange(change, { now, language });
  return { body: { ...shown, content: { ...content }, trail: change.trail }, version: change.version };
}

/** A proposed change by its id; refused where there is none. */
export async function demandChange(
  proposedChanges: Pick<ProposedChangeStore, 'find'>,
  id: string,
): Promise<ProposedInFull> {
  const found = await proposedChanges.find(id);
  if (!found) throw nothingHere();
  return found;
}
