import type { LedgerFault } from '../../domain/ledger/standing.ts';

/** Something that is not as it was anchored. */
export interface AuditFinding {
  /** The anchored day. */
  readonly day: string;
  /** A dossier's code, a result's number, or the day itself. */
  readonly name: string;
  /** Where, and what is there instead; it names nobody. */
  readonly detail: string;
  /** Of a dossier whose ledger it is about. */
  readonly fault?: LedgerFault;
}

export const ledgerFinding = (day: string, name: string, fault: LedgerFault): AuditFinding => ({
  day,
  name,
  detail: `entry ${fault.entry}: ${fault.fault}`,
  fault,
});
