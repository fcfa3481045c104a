import type { archiveOperations } from '../../../schemas/api/operations/archive.ts';
import { dossierHead } from '../../../schemas/dossier/head.ts';
import type { ArchiveBatch } from '../../../schemas/organization/archive-batch.ts';
import { nothingHere } from '../../domain/rights/judge.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { readCursor, writeCursor } from '../../records/lists/cursor.ts';
import { demandUnit } from '../../records/organization/demand-unit.ts';
import { batchView } from './batch-view.ts';
import type { ArchiveDeps } from './deps.ts';

type Operations = typeof archiveOperations;

/** The batches of a unit. */
export async function listArchiveBatches(
  deps: ArchiveDeps,
  { params, query, caller }: Call<Operations['listArchiveBatches']>,
): Promise<Reply<Operations['listArchiveBatches']>> {
  await demandUnit(deps.organization, caller, params.code, 'archive.read');
  const keyring = await deps.keyring();
  const sealed = JSON.stringify(['archive batches', params.code]);
  const { items, more } = await deps.archive.of(
    params.code,
    readCursor(keyring, sealed, query.cursor),
    query.limit,
  );
  const last = items.at(-1);
  return {
    body: {
      items: items.map(({ dossiers, ...batch }) => ({
        ...batch,
        dossiers: dossiers.length,
        firstUntil: firstUntil(dossiers),
      })),
      nextCursor: more && last ? writeCursor(keyring, sealed, last.id) : null,
    },
  };
}

function firstUntil(dossiers: ArchiveBatch['dossiers']): string | null {
  const days = dossiers.flatMap(({ until }) => (until === null ? [] : [until]));
  return days.toSorted()[0] ?? null;
}

/** A batch with its dossiers as they stand today. */
export async function getArchiveBatch(
  deps: ArchiveDeps,
  { params, caller, now, language }: Call<Operations['getArchiveBatch']>,
): Promise<Reply<Operations['getArchiveBatch']>> {
  await demandUnit(deps.organization, caller, params.code, 'archive.read');
  const batch = await deps.archive.find(params.code, params.id);
  if (!batch) throw nothingHere();
  return { body: batchView(batch, await heldOf(deps, batch), now, language), version: batch.version };
}

/** Those of its dossiers that are held. */
export async function heldOf(
  { lists }: Pick<ArchiveDeps, 'lists'>,
  { dossiers }: ArchiveBatch,
): Promise<ReadonlySet<string>> {
  const heads = await lists.parts(
    dossiers.map(({ code }) => code),
    dossierHead.pick({ code: true, legalHold: true }),
  );
  return new Set(heads.flatMap(head => (head?.legalHold ? [head.code] : [])));
}
