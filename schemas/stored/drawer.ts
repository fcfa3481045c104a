import * as z from 'zod';
import { cashDeposit } from '../money/deposit.ts';
import { cashDrawer } from '../money/drawer.ts';
import { drawerId } from '../money/drawer-id.ts';

/** Which drawer an officer has open in a unit; absent where it is closed. */
export const drawerHolderItem = z.strictObject({ drawer: drawerId.optional() });

/** A drawer as it is kept: with its place among those that are counted and not paid in. */
export const storedDrawer = cashDrawer.extend({
  wakePk: z.string().optional(),
  wakeSk: z.string().optional(),
});

export const storedDeposit = cashDeposit;
