import * as z from 'zod';

/**
 * Why a notice of a payment is not believed. forged: whoever sent it does not know the secret; stale: signed, but sent
 * again later; malformed: genuine, and cannot be used; differing: money that was told of with another amount.
 */
export const noticeFault = z
  .enum(['forged', 'stale', 'malformed', 'differing'])
  .meta({ id: 'NoticeFault', description: 'Why a notice was refused (lý do từ chối thông báo)' });
export type NoticeFault = z.infer<typeof noticeFault>;

/** Our reference or the bank's number, as whoever sent the notice wrote it: letters and digits, or it is not kept. */
export const claimedName = z.string().regex(/^[A-Z0-9][A-Z0-9-]{0,39}$/);
