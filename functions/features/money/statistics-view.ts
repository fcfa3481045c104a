import type * as z from 'zod';
import type { paymentStatistics } from '../../../schemas/api/payment-statistics.ts';
import { channel } from '../../../schemas/catalogue/procedure.ts';
import type { Unit } from '../../../schemas/organization/unit.ts';
import type { daysToSettle } from '../../domain/money/figures/days-to-settle.ts';
import { type DossierFee, hasFee } from '../../domain/money/figures/dossiers-paid.ts';
import { paidByWay, paidShare, receivedOf } from '../../domain/money/figures/paid-share.ts';
import type { payableOnline } from '../../domain/money/figures/payable-online.ts';
import { unitName } from '../../domain/organization/unit-name.ts';

interface Found {
  readonly unit: string;
  readonly from: string;
  readonly to: string;
  readonly units: readonly Unit[];
  readonly below: readonly string[];
  readonly fees: readonly DossierFee[];
  readonly channels: ReadonlyMap<string, z.infer<typeof channel>>;
  readonly procedures: ReturnType<typeof payableOnline>;
  readonly settlement: ReturnType<typeof daysToSettle>;
}

/** Figures as they are shown: units with nothing in the period are left out. */
export function statisticsView(found: Found): z.input<typeof paymentStatistics> {
  const { unit, from, to, units, below, fees, channels, procedures, settlement } = found;
  const byUnit = Map.groupBy(fees, fee => fee.unit);
  return {
    ...{ unit, from, to, units: below.length, procedures },
    dossiers: paidShare(fees),
    received: receivedOf(fees),
    byWay: paidByWay(fees),
    byChannel: channel.options.map(each => ({
      channel: each,
      ...paidShare(fees.filter(({ dossier }) => channels.get(dossier) === each)),
    })),
    byUnit: below.flatMap(code => {
      const own = byUnit.get(code) ?? [];
      if (!own.some(fee => hasFee(fee) || fee.paid.held !== 0)) return [];
      return [{ unit: code, name: unitName(units, code), ...paidShare(own), received: receivedOf(own) }];
    }),
    settlement,
  };
}
