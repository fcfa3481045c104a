import type { Dong } from '../../../../schemas/money/dong.ts';

/** A payment that the treasury has not shown yet. */
export interface Awaiting {
  readonly gateway: string;
  readonly transaction: string;
  readonly reference: string | null;
  readonly dossier: string | null;
  readonly amount: Dong;
  /** RFC 3339. */
  readonly paidAt: string;
}
