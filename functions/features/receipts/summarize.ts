import type { CollectingBody } from '../../../schemas/money/receipt.ts';
import { type DaySummary, summaryOf } from '../../domain/money/receipts/day-summary.ts';
import { daySummaryXml } from '../../domain/money/receipts/day-summary-xml.ts';
import { isReceiptedOn } from '../../domain/money/receipts/receipts-law.ts';
import { sha256Of } from '../../domain/sha256.ts';
import { addDays, dateOf, toRfc3339 } from '../../domain/vietnam-time.ts';
import { canonicalXml } from '../../domain/xml/canonical-xml.ts';
import type { XmlElement } from '../../domain/xml/element.ts';
import type { ReceiptStore } from '../../records/money/receipt-store.ts';
import { bodiesOn, type Organization } from './bodies.ts';
import type { ReceiptFiles } from './receipt-files.ts';
import { summaryKey } from './receipt-keys.ts';

export interface SummarizingDeps {
  readonly organization: Organization;
  readonly receipts: Pick<ReceiptStore, 'ofDay' | 'summary' | 'keepSummary'>;
  readonly files: ReceiptFiles;
  readonly sign: (document: XmlElement, body: CollectingBody) => Promise<Buffer>;
  readonly now: () => number;
  /** Told of a summary that could not be made; the next run makes it. */
  readonly failed: (place: { readonly unit: string; readonly day: string }, error: unknown) => void;
}

/**
 * For how many days a receipt that came late, because nothing could be signed, still gets into the summary of its
 * day.
 */
const LATEST = 7;

/**
 * Makes the summaries of today and of the days before, of all bodies, where a receipt has come since they were made
 * last. They wait to be sent to the tax office (NĐ 254/2026/NĐ-CP Điều 29 khoản 3 điểm b: within the day), which has
 * published no address: nothing is sent.
 */
export async function summarizeDays(deps: SummarizingDeps): Promise<{ made: number; failed: number }> {
  const today = dateOf(deps.now());
  let [made, failed] = [0, 0];
  for (let back = 0; back <= LATEST; back++) {
    const day = addDays(today, -back);
    if (!isReceiptedOn(day)) break;
    for (const body of await bodiesOn(deps.organization, day)) {
      try {
        if ((await summarize(deps, body, day)) === 'made') made++;
      } catch (error) {
        failed++;
        deps.failed({ unit: body.unit, day }, error);
      }
    }
  }
  return { made, failed };
}

async function summarize(
  deps: SummarizingDeps,
  body: CollectingBody,
  day: string,
): Promise<'made' | 'stands'> {
  const place = { taxCode: body.taxCode, unit: body.unit, day };
  const [summary, kept] = await Promise.all([daySummaryOf(deps, body, day), deps.receipts.summary(place)]);
  const content = contentOf(summary);
  if (summary.rows.length === 0 || kept?.content === content) return 'stands';
  const xml = await deps.sign(daySummaryXml(summary), body);
  const sha256 = sha256Of(xml);
  await deps.files.keep(summaryKey(place, sha256), xml);
  const file = { content, sha256, size: xml.length };
  const version = (kept?.version ?? 0) + 1;
  const madeAt = toRfc3339(deps.now());
  // Where another run was quicker, it made the same.
  await deps.receipts.keepSummary(place, { day, version, state: 'queued', madeAt, ...file });
  return 'made';
}

/** What the receipts of a day add up to as they are now. */
export async function daySummaryOf(
  { receipts }: { readonly receipts: Pick<ReceiptStore, 'ofDay'> },
  body: CollectingBody,
  day: string,
): Promise<DaySummary> {
  const found = (await receipts.ofDay(body.taxCode, day)).filter(
    // What a provider reports itself must not be reported twice.
    ({ unit, provider }) => unit === body.unit && provider?.reports !== true,
  );
  return summaryOf(
    body,
    day,
    found.map(({ form, serial, number, kind, of, fees, charges }) => ({
      form,
      serial,
      number,
      standing: kind,
      of: of && { form: of.form, serial: of.serial, number: of.number, date: of.date },
      ofSums: of && { fees: of.fees, charges: of.charges },
      fees,
      charges,
    })),
  );
}

/** What tells a summary from another one of the day. */
export const contentOf = (summary: DaySummary): string => sha256Of(canonicalXml(daySummaryXml(summary)));
