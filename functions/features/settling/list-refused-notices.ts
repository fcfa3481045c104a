import type { settlingOperations } from '../../../schemas/api/operations/settling.ts';
import { gateway as gateways } from '../../../schemas/money/gateway.ts';
import { dateOf, parseInstant } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import type { RefusedNotices } from '../../records/money/refused-notices.ts';
import { demandTreasurer } from './demand-treasurer.ts';

type Operation = (typeof settlingOperations)['listRefusedNotices'];

const SHOWN = 200;

/** Notices of payments that were not believed on a day; today where none is named. */
export async function listRefusedNotices(
  deps: { readonly agency: string; readonly refused: Omit<RefusedNotices, 'keep'> },
  { caller, query, now }: Call<Operation>,
): Promise<Reply<Operation>> {
  demandTreasurer(deps, caller, 'settlement.read');
  const day = query.day ?? dateOf(now);
  const found = await Promise.all(
    gateways.options.map(async gateway => {
      const [counts, items] = await Promise.all([
        deps.refused.counted(gateway, day),
        deps.refused.ofDay(gateway, day, SHOWN + 1),
      ]);
      return { gateway, counts, items };
    }),
  );
  const items = found.flatMap(each => each.items).toSorted((a, b) => parseInstant(b.at) - parseInstant(a.at));
  return {
    body: {
      day,
      gateways: found.map(({ gateway, counts }) => ({
        ...{ gateway, ...counts },
        total: Object.values(counts).reduce((sum, count) => sum + count, 0),
      })),
      items: items.slice(0, SHOWN),
      more: items.length > SHOWN,
    },
  };
}
