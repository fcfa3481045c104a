import type { Procedure, ProcedureVersion } from '../../../schemas/catalogue/procedure.ts';

/** Why a procedure cannot take dossiers yet; null when it can. Nothing is guessed: what the publication lacks must be decided. */
export function obstacleTo(procedure: Procedure, workflowVersion: number | null): string | null {
  if (procedure.methods.length === 0) return 'No way of submission is published.';
  const withoutLimit = procedure.methods
    .filter(method => method.limit === null)
    .map(method => method.channel);
  if (withoutLimit.length > 0)
    return `No legal limit is published for: ${[...new Set(withoutLimit)].join(', ')}.`;
  const channels = procedure.methods.map(method => method.channel);
  const repeated = channels.filter((channel, index) => channels.indexOf(channel) !== index);
  if (repeated.length > 0)
    return `Several limits are published for: ${[...new Set(repeated)].join(', ')}; decide which applies.`;
  if (workflowVersion === null) return 'No workflow is published for it.';
  return null;
}

/**
 * The state of a procedure version: open when nothing stands in the way and nobody closed it by hand; the reason for closing by
 * hand is kept.
 */
export function settledState(
  procedure: Procedure,
  workflowVersion: number | null,
  closedByHand: string | null,
): Pick<ProcedureVersion, 'state' | 'closedBecause'> {
  const because = closedByHand ?? obstacleTo(procedure, workflowVersion);
  return because === null
    ? { state: 'open', closedBecause: null }
    : { state: 'closed', closedBecause: because };
}
