import type { Procedure, ProcedureVersion } from '../../../schemas/catalogue/procedure.ts';
import { asWritten, joined, type Words } from '../../../schemas/words.ts';
import { channelNames } from '../wording/names.ts';
import { decidedElsewhere, elsewhereWords } from './authoritative-system.ts';

/**
 * Why a procedure cannot accept dossiers yet; null if it can. Nothing is guessed: what the publication lacks must be
 * decided.
 */
export function obstacleTo(procedure: Procedure, workflowVersion: number | null): Words | null {
  if (procedure.methods.length === 0)
    return { vi: 'Chưa công bố hình thức nộp nào.', en: 'No submission channel is published.' };
  const channels = procedure.methods.map(method => method.channel);
  const withoutLimit = procedure.methods.flatMap(({ channel, limit }) => (limit === null ? [channel] : []));
  if (withoutLimit.length > 0) {
    return {
      vi: `Chưa công bố thời hạn giải quyết cho hình thức: ${names(withoutLimit).vi}.`,
      en: `No legal limit is published for: ${[...new Set(withoutLimit)].join(', ')}.`,
    };
  }
  const repeated = channels.filter((channel, index) => channels.indexOf(channel) !== index);
  if (repeated.length > 0) {
    return {
      vi: `Có nhiều thời hạn giải quyết cho hình thức: ${names(repeated).vi}; cần xác định thời hạn áp dụng.`,
      en: `Several legal limits are published for: ${[...new Set(repeated)].join(', ')}; decide which applies.`,
    };
  }
  if (workflowVersion === null)
    return { vi: 'Chưa công bố quy trình điện tử.', en: 'No workflow is published.' };
  return null;
}

function names(channels: readonly Procedure['methods'][number]['channel'][]): Words {
  return joined([...new Set(channels)].map(channel => channelNames[channel]));
}

/**
 * The state of a procedure version on a day: open if it is decided here, nothing stands in the way and nobody closed
 * it manually; the reason for closing it manually is kept.
 */
export function settledState(
  procedure: Procedure,
  workflowVersion: number | null,
  { closedByHand, today }: { readonly closedByHand: string | null; readonly today: string },
): Pick<ProcedureVersion, 'state' | 'closedBecause'> {
  const elsewhere = decidedElsewhere(procedure, today);
  const obstacle = elsewhere
    ? elsewhereWords(procedure.code, elsewhere)
    : obstacleTo(procedure, workflowVersion);
  const because = closedByHand ?? obstacle?.vi ?? null;
  return because === null
    ? { state: 'open', closedBecause: null }
    : { state: 'closed', closedBecause: because };
}

/** Why a version is closed; null if it is open. One sentence is stored with it, from which the reason is recovered. */
export function closedReason(version: ProcedureVersion): Words | null {
  if (version.state === 'open') return null;
  if (version.closedByHand !== null) return asWritten(version.closedByHand);
  const { code, authoritativeSystem } = version.procedure;
  const elsewhere = authoritativeSystem && elsewhereWords(code, authoritativeSystem);
  if (elsewhere?.vi === version.closedBecause) return elsewhere;
  const obstacle = obstacleTo(version.procedure, version.workflowVersion);
  return obstacle ?? (version.closedBecause === null ? null : asWritten(version.closedBecause));
}
