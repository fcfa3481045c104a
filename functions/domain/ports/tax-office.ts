import type { LandParcel, ObligationKind } from '../../../schemas/land-tax/slip.ts';
import type { TaxMessage } from '../../../schemas/outside/tax-office.ts';

/** Who owes something. `number`: identity number, tax code, or number of the paper of a foreigner. */
export interface ObligedPerson {
  readonly name: string;
  readonly number: string;
  readonly address: string;
}

/** What the tax office is sent (phiếu chuyển thông tin để xác định nghĩa vụ tài chính về đất đai). */
export interface TaxSlip {
  /** The same when it is sent again: the tax office takes it once. */
  readonly slip: string;
  readonly dossier: string;
  readonly procedure: { readonly code: string; readonly name: string };
  readonly unit: { readonly code: string; readonly name: string };
  /** When the dossier was submitted, RFC 3339. */
  readonly submittedAt: string;
  readonly parcel: LandParcel;
  readonly obligations: readonly { readonly kind: ObligationKind; readonly obliged: 'applicant' | 'other' }[];
  readonly applicant: ObligedPerson;
  readonly other: ObligedPerson | null;
}

/** The tax office could not be reached, or what it said cannot be used. */
export interface TaxOfficeMissed {
  readonly state: 'unavailable';
  /**
   * notConnected: its credential was not put in yet; slow, unreachable: try again later; refused: it said no to the
   * credential; untrustworthy: its answer cannot be read.
   */
  readonly reason: 'notConnected' | 'slow' | 'unreachable' | 'refused' | 'untrustworthy';
  /** A code for the log: never a part of the answer. */
  readonly detail: string;
}

/** It has the slip, under its own number, and told this of it so far, oldest first. */
export interface SlipTaken {
  readonly state: 'taken';
  readonly number: string | null;
  readonly messages: readonly TaxMessage[];
  /** How many of its messages could not be read. */
  readonly unreadable: number;
}

export interface SlipRefused {
  readonly state: 'refused';
  readonly code: string;
  readonly reason: string;
}

/** The tax office that determines what is owed for land (cơ quan thuế). */
export interface TaxOffice {
  /**
   * Sends a slip. `unavailable` means that nobody knows whether it arrived: it is asked about before it is sent again.
   */
  send(slip: TaxSlip): Promise<SlipTaken | SlipRefused | TaxOfficeMissed>;
  ask(slip: string): Promise<SlipTaken | SlipRefused | { readonly state: 'unknown' } | TaxOfficeMissed>;
}
