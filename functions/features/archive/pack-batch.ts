import type { archiveOperations } from '../../../schemas/api/operations/archive.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { ArchiveBatch, PackedDossier } from '../../../schemas/organization/archive-batch.ts';
import type { Words } from '../../../schemas/words.ts';
import { type NotArchivable, notArchivable } from '../../domain/archive/archiving.ts';
import { retentionOf } from '../../domain/archive/retention.ts';
import { dateOf, parseInstant, toRfc3339 } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import type { Attempt } from '../../records/idempotency/attempt.ts';
import type { FetchedDossier } from '../../records/lists/dossier-lists.ts';
import { demandUnit } from '../../records/organization/demand-unit.ts';
import { batchView } from './batch-view.ts';
import type { ArchiveDeps } from './deps.ts';

type Operation = (typeof archiveOperations)['packArchiveBatch'];

const WHY: Readonly<Record<NotArchivable | 'unknown' | 'twice', Words>> = {
  unknown: { vi: 'không có hồ sơ này', en: 'there is no such dossier' },
  twice: { vi: 'hồ sơ được nêu hai lần', en: 'the dossier is named twice' },
  elsewhere: { vi: 'hồ sơ do đơn vị khác giải quyết', en: 'another unit decides the dossier' },
  open: { vi: 'hồ sơ chưa kết thúc', en: 'the dossier has not ended' },
  archived: { vi: 'hồ sơ đã nộp lưu', en: 'the dossier is in the archive already' },
};

/** Packs ended dossiers for the archive: what they are kept as is fixed now, by the law of the day each ended. */
export async function packArchiveBatch(
  deps: ArchiveDeps,
  { params, body, caller, now, language }: Call<Operation>,
  attempt: Attempt,
): Promise<Reply<Operation>> {
  const { code: unit } = params;
  const { officer } = await demandUnit(deps.organization, caller, unit, 'archive.pack');
  const found = await deps.lists.fetch(body.dossiers);
  const faults = body.dossiers.flatMap((code, index) => {
    const why = body.dossiers.indexOf(code) < index ? 'twice' : whyNot(found[index], unit);
    return why === undefined ? [] : [{ pointer: `/dossiers/${index}`, message: WHY[why] }];
  });
  if (faults.length > 0)
    throw new ProblemError(
      'not-archivable',
      {
        vi: `${faults.length} hồ sơ không nộp lưu được trong đợt này.`,
        en: `${faults.length} of the dossiers cannot be in this batch.`,
      },
      { faults },
    );
  const batch: ArchiveBatch = {
    id: attempt.id('ar_'),
    unit,
    state: 'packed',
    packedBy: officer.id,
    packedAt: toRfc3339(now),
    takenBy: null,
    takenAt: null,
    leftOut: [],
    note: body.note,
    dossiers: found.flatMap(dossier => (dossier ? [packed(dossier)] : [])),
    version: 1,
  };
  const reply = { body: batchView(batch, new Set(), now, language), version: batch.version };
  if (!(await deps.archive.change(batch, attempt.keeps(reply))))
    throw new ProblemError('version-conflict', {
      vi: 'Đợt nộp lưu này vừa được lập: hãy tải lại trang để xem.',
      en: 'The batch was packed just now.',
    });
  return reply;
}

function whyNot(found: FetchedDossier | undefined, unit: string): NotArchivable | 'unknown' | undefined {
  return found ? notArchivable(found.head, unit) : 'unknown';
}

function packed({ head, labels }: FetchedDossier): PackedDossier {
  const { code, handling, version, closedAt } = head;
  const endedOn = dateOf(parseInstant(closedAt ?? head.updatedAt));
  const { kind, years, until } = retentionOf({ handling, field: labels.field, endedOn });
  return {
    code,
    procedureName: labels.procedureName,
    handling,
    endedOn,
    retention: kind,
    years,
    until,
    version,
  };
}
