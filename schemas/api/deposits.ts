import * as z from 'zod';
import { agencyCode } from '../codes/agency-code.ts';
import { instantText } from '../instant.ts';
import { cashDeposit, MOST_DRAWERS, slipNumber } from '../money/deposit.ts';
import { dong } from '../money/dong.ts';
import { drawerId } from '../money/drawer-id.ts';
import { severalLines } from '../text.ts';
import { listDay } from './dossier-list.ts';

/** Cash that was paid in (nộp tiền mặt vào tài khoản). */
export const depositOrder = z
  .strictObject({
    drawers: z.array(drawerId).min(1).max(MOST_DRAWERS),
    amount: dong.min(1),
    /** Number of the bank’s slip (số giấy nộp tiền). */
    slip: slipNumber,
    /** Day on the slip. */
    paidInOn: listDay,
    /** Where the amount is not what was counted, less the change that the drawers were opened with. */
    reason: severalLines(3, 2000).optional(),
  })
  .meta({ id: 'CashDepositOrder' });

export const depositView = z
  .strictObject({
    ...cashDeposit.shape,
    settledOn: z.iso
      .date()
      .nullable()
      .meta({ description: 'The day on which a statement shows it; null while none does' }),
  })
  .meta({ id: 'CashDeposit', description: 'Cash of drawers that was paid in (nộp tiền mặt vào tài khoản)' });

const undeposited = z
  .strictObject({
    id: drawerId,
    officer: z.string(),
    closedAt: instantText,
    openedWith: dong,
    counted: dong,
    due: dong,
    ageDays: z.int().min(0),
  })
  .meta({ id: 'UndepositedDrawer', description: 'Closed drawer whose cash was not paid in (chưa nộp)' });

export const depositList = z
  .strictObject({
    unit: agencyCode,
    undeposited: z.strictObject({
      count: z.int().min(0),
      due: dong,
      oldestDays: z.int().min(0).nullable(),
      items: z.array(undeposited).meta({ description: 'The oldest first, at most 500' }),
    }),
    deposits: z.array(depositView).meta({ description: 'The newest first, at most 50' }),
  })
  .meta({ id: 'CashDepositList' });
