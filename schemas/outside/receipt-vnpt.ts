/**
 * VNPT's web services for electronic invoices and receipts (SOAP 1.1, `http://tempuri.org/`), as VNPT's published guide
 * and programs of provinces use them.
 *
 * Unconfirmed: that receipts under NĐ 254/2026/NĐ-CP keep these operations and codes, with `EBL01` as pattern and
 * `26TAA` as serial; the tags of fees (`FEEID`, `Extra2`), read in a program of a province; `Type` of an adjustment
 * other than 4; whether an adjustment's amounts are differences; that `listInvByCusFkey` finds a receipt the moment it
 * is issued.
 */
export const VNPT_NAMESPACE = 'http://tempuri.org/';

/** Where each operation is. */
export const VNPT_SERVICES = {
  ImportAndPublishInv: 'PublishService.asmx',
  replaceInv: 'BusinessService.asmx',
  adjustInv: 'BusinessService.asmx',
  listInvByCusFkey: 'PortalService.asmx',
  downloadInvPDFFkeyNoPay: 'PortalService.asmx',
} as const;
export type VnptOperation = keyof typeof VNPT_SERVICES;

/** What `ERR:n` of the operations that issue means; any other is taken as a refusal of what was sent. */
export const VNPT_CODES = {
  /** The key was issued before. */
  taken: ['13'],
  /** Accounts; the range of numbers is used up; pattern and serial not registered; certificate expired. */
  blocked: ['1', '7', '6', '20', '29', '35'],
  /** „Không phát hành được“, rolled back: nothing says why, so the key is asked about. */
  unknown: ['5', ''],
} as const;

/** What `ERR:n` of a question means; any other is one that cannot be used. */
export const VNPT_QUESTION_CODES = { none: ['6'], blocked: ['1', '4', '7'] } as const;

/** `Type` of an adjustment. */
export const VNPT_ADJUSTMENTS = { increase: '2', decrease: '3', information: '4' } as const;
