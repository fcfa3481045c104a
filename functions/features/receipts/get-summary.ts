import type { receiptOperations } from '../../../schemas/api/operations/receipts.ts';
import type { CollectingBody } from '../../../schemas/money/receipt.ts';
import { isReceiptedOn } from '../../domain/money/receipts/receipts-law.ts';
import { nothingHere } from '../../domain/rights/judge.ts';
import { toRfc3339 } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { LINK_LIFE } from '../../kernel/objects/link-life.ts';
import { demandUnit } from '../../records/organization/demand-unit.ts';
import { bodiesOn } from './bodies.ts';
import type { ReceiptDeps } from './deps.ts';
import { summaryKey } from './receipt-keys.ts';
import { contentOf, daySummaryOf } from './summarize.ts';

type Operation = (typeof receiptOperations)['getReceiptSummary'];

/** The receipts of a collecting unit and day as they are now, and the summary as it was last made. It names nobody. */
export async function getReceiptSummary(deps: ReceiptDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const { code: unit, date } = call.params;
  await demandUnit(deps.organization, call.caller, unit, 'receipt.summarize');
  const bodies = isReceiptedOn(date) ? await bodiesOn(deps.organization, date) : [];
  const body = bodies.findLast(each => each.unit === unit);
  if (!body) throw nothingHere();
  const summary = await daySummaryOf(deps, body, date);
  return {
    body: {
      unit,
      name: body.name,
      taxCode: body.taxCode,
      date,
      serials: [...summary.serials].map(serial => ({ ...serial, missing: [...serial.missing] })),
      rows: [...summary.rows],
      made: summary.rows.length === 0 ? null : await madeOf(deps, body, date, contentOf(summary), call.now),
    },
  };
}

async function madeOf(deps: ReceiptDeps, body: CollectingBody, day: string, content: string, now: number) {
  const place = { taxCode: body.taxCode, unit: body.unit, day };
  const made = await deps.receipts.summary(place);
  if (!made) return null;
  const { version, state, madeAt, sha256, size } = made;
  return {
    version,
    state,
    madeAt,
    current: made.content === content,
    sha256,
    size,
    url: await deps.links(summaryKey(place, sha256), `TH-BLDT-${body.unit}-${day}`),
    urlExpiresAt: toRfc3339(now + LINK_LIFE * 1000),
  };
}
