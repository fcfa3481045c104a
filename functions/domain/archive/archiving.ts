import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { NewEvent } from '../dossier/context.ts';
import { isEnd } from '../lifecycle/states.ts';
import type { Retention } from './retention.ts';

/** Why a dossier cannot go into a batch of a unit; undefined if it can. */
export type NotArchivable = 'elsewhere' | 'open' | 'archived';

export function notArchivable(
  { competentUnit, handling, archive, closedAt }: DossierHead,
  unit: string,
): NotArchivable | undefined {
  if (competentUnit !== unit) return 'elsewhere';
  if (!isEnd(handling) || closedAt === null) return 'open';
  return archive === null ? undefined : 'archived';
}

/** A dossier reaches the archive (nộp lưu) in a batch. */
export const archived = (batch: string, { kind, years, until }: Retention): NewEvent => ({
  data: { type: 'archived', batch, retention: kind, years, until },
  opens: [],
  closes: [],
});

/** A hold (dừng tiêu hủy) keeps a dossier beyond its period: for an inspection, a complaint, a court. */
export function holdChanged(
  { legalHold }: Pick<DossierHead, 'legalHold'>,
  { hold, reason }: { readonly hold: boolean; readonly reason: string },
): NewEvent {
  if (hold === (legalHold !== null))
    throw new ProblemError('state-conflict', {
      vi: hold ? 'Hồ sơ đã có lệnh dừng tiêu hủy.' : 'Hồ sơ không có lệnh dừng tiêu hủy.',
      en: hold ? 'The dossier is on hold already.' : 'The dossier is not on hold.',
    });
  return { data: { type: hold ? 'legalHoldSet' : 'legalHoldLifted', reason }, opens: [], closes: [] };
}

/** How a dossier of the archive stands: its period is over, and nothing holds it. Nothing destroys it by itself. */
export function archiveStanding(
  until: string | null,
  held: boolean,
  today: string,
): 'kept' | 'held' | 'periodOver' {
  if (held) return 'held';
  return until !== null && until < today ? 'periodOver' : 'kept';
}
