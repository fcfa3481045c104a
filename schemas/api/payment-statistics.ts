import * as z from 'zod';
import { channel } from '../catalogue/procedure.ts';
import { agencyCode } from '../codes/agency-code.ts';
import { dong } from '../money/dong.ts';
import { treasuryWay } from '../money/gateway.ts';

const count = z.int().min(0);
const share = z.number().min(0).max(1).nullable();
const days = z.int().min(0).nullable();
/** In đồng; below zero where more of what had been paid is held again. */
const netAmount = z.int();

const paidShare = {
  withFee: count.meta({ description: 'Charged in the period, or paid in it' }),
  paid: count,
  paidOnline: count.meta({ description: 'Through the platform or by transfer' }),
  share: share.meta({ description: 'Paid online, of those with a fee; null where there is none' }),
};

/**
 * How fees were paid (số liệu thanh toán trực tuyến): sums of transfers and numbers of dossiers, nothing of persons.
 */
export const paymentStatistics = z
  .strictObject({
    unit: agencyCode,
    from: z.iso.date(),
    to: z.iso.date(),
    units: count.meta({ description: 'The unit and those under it, all of which are counted' }),
    procedures: z
      .strictObject({ withFee: count, payable: count, share })
      .meta({ description: 'Open procedures with a fee; whose amount is clear and has an account to go to' }),
    dossiers: z.strictObject(paidShare),
    received: netAmount,
    byWay: z.array(
      z.strictObject({
        way: z
          .enum(['platform', 'bank', 'cash', 'held'])
          .meta({ description: 'held: paid too much before, and applied now' }),
        dossiers: count,
        amount: netAmount,
      }),
    ),
    byChannel: z.array(z.strictObject({ channel, ...paidShare })),
    byUnit: z.array(
      z.strictObject({ unit: agencyCode, name: z.string(), ...paidShare, received: netAmount }),
    ),
    settlement: z.array(
      z
        .strictObject({
          way: treasuryWay,
          settled: z
            .strictObject({
              ...{ count, amount: dong, medianDays: days, p90Days: days, longestDays: days },
            })
            .meta({ description: 'What the treasury received in the period, and after how many days' }),
          waiting: z
            .strictObject({ count, amount: dong, oldestDays: days })
            .meta({ description: 'What it has not received by now, of whatever day' }),
        })
        .meta({ id: 'DaysToSettlement' }),
    ),
  })
  .meta({ id: 'PaymentStatistics' });
