import * as z from 'zod';
import { agencyCode } from '../codes/agency-code.ts';
import { instantText } from '../instant.ts';
import { drawerDeposit } from './deposit.ts';
import { dong } from './dong.ts';
import { drawerId } from './drawer-id.ts';

/** How a drawer was closed: what should have been in it, what was counted, and the difference of the two. */
export const drawerClosing = z.strictObject({
  at: instantText,
  by: z.string().max(100),
  takenIn: dong,
  paidOut: dong,
  /** Opened with, plus taken in, less paid out. Below zero where more was paid out than was in it. */
  expected: z.int(),
  counted: dong,
  /** Counted less expected: below zero, money is missing. It moves no money by itself. */
  difference: z.int(),
  note: z.string().max(2000).nullable(),
});
export type DrawerClosing = z.infer<typeof drawerClosing>;

/**
 * The cash drawer of an officer (két thu), from when it is opened until it is counted. Closed, it changes once more:
 * when its cash is paid in.
 */
export const cashDrawer = z.strictObject({
  id: drawerId,
  unit: agencyCode,
  officer: z.string().max(100),
  openedAt: instantText,
  openedWith: dong,
  closing: drawerClosing.nullable(),
  deposit: drawerDeposit.nullable().default(null),
  /** Counts every change: the condition of the next. */
  version: z.int().min(1),
});
export type CashDrawer = z.infer<typeof cashDrawer>;
