import * as z from 'zod';

/**
 * How lists of payments differ. onlyOurs: the gateway has no payment of ours; onlyGateway: we have none of the
 * gateway's; onlyTreasury: a credit is of no payment; amountDiffers: the amounts of one payment; paidTwice: one
 * reference was paid again; settledLate: the treasury has no credit of a payment yet; lumpDiffers: a credit of many has
 * another sum.
 */
export const differenceKind = z.enum([
  'onlyOurs',
  'onlyGateway',
  'onlyTreasury',
  'amountDiffers',
  'paidTwice',
  'settledLate',
  'lumpDiffers',
]);
export type DifferenceKind = z.infer<typeof differenceKind>;
