import * as z from 'zod';
import { channel, type Procedure } from '../../../../schemas/catalogue/procedure.ts';
import { nationalProcedureCode } from '../../../../schemas/codes/procedure-code.ts';
import { readBy } from '../../../../schemas/wording/field-faults.ts';
import { publishedTexts } from './published-texts.ts';
import { readApplicants } from './read-applicants.ts';
import { readComponents } from './read-components.ts';
import { readFee } from './read-fee.ts';
import { readLevels } from './read-levels.ts';
import { readLimit } from './read-limit.ts';
import { remarksOnMethods } from './read-methods.ts';
import { readResults } from './read-results.ts';
import {
  conclude,
  type Read,
  type ReadingWarning,
  type RowReading,
  refusalOfSecret,
  refuse,
  told,
} from './reading.ts';

const crawledMethod = z.object({
  channel: z.string(),
  amount: z.number().nullish(),
  unit: z.enum(['workingDay', 'calendarDay', 'workingHour', 'hour', 'month', 'year']).nullish(),
  free: z.boolean().nullish(),
  feesVnd: z.array(z.number()).nullish(),
});

const crawledRow = z.object({
  code: z.string(),
  name: z.string(),
  decision: z.string().nullish(),
  levels: z.array(z.string()).nullish(),
  field: z.string(),
  applicants: z.array(z.string()).nullish(),
  methods: z.array(crawledMethod).nullish(),
  components: z
    .array(z.object({ name: z.string(), originals: z.number().nullish(), copies: z.number().nullish() }))
    .nullish(),
  resultCodes: z.array(z.string()).nullish(),
});
type CrawledRow = z.infer<typeof crawledRow>;

/** Whether a value looks like a row of the crawl of the national portal's public pages. */
export function isNationalCrawlRow(value: unknown): boolean {
  return z.object({ code: z.unknown(), methods: z.unknown() }).safeParse(value).success;
}

/**
 * Reads one row of the crawl of the national portal's public pages: `{ code, name, decision, levels, field,
 * applicants, methods, components, resultCodes }`. What is missing or unreadable becomes null or is skipped, with a
 * warning; anything else than such a row is refused with the reason. The crawl does not tell the online level,
 * any-boundary service or when a fee is due.
 */
export function readNationalCrawlRow(value: unknown): RowReading {
  const row = readBy(crawledRow, value);
  if ('faults' in row) {
    const code = z.object({ code: z.string() }).safeParse(value).data?.code;
    const faults = told(row.faults);
    return refuse(nationalProcedureCode(code ?? '') ?? null, {
      vi: `Không phải dòng dữ liệu thu thập từ Cổng Dịch vụ công quốc gia: ${faults.vi}.`,
      en: `It is not a row of the national crawl: ${faults.en}.`,
    });
  }
  const { value: published, warnings: leftOut } = publishedTexts(row.data);
  const code = nationalProcedureCode(published.code);
  if (code === undefined)
    return refuse(null, {
      vi: `“${published.code}” không phải mã thủ tục hành chính.`,
      en: `"${published.code}" is not a procedure code.`,
    });
  const secret = refusalOfSecret(value, published.name);
  if (secret) return refuse(code, secret);

  const decision = (published.decision ?? '').trim();
  const levels = readLevels(published.levels ?? [], '/levels');
  const applicants = readApplicants(published.applicants ?? [], '/applicants');
  const methods = readMethods(published);
  const papers = (published.components ?? []).map(paper => ({
    name: paper.name,
    originals: paper.originals ?? null,
    copies: paper.copies ?? null,
  }));
  const components = readComponents(papers, '/components');
  const results = readResults(
    (published.resultCodes ?? []).map(result => ({ code: result })),
    '/resultCodes',
  );

  const draft: Procedure = {
    code,
    name: tidy(published.name),
    decision,
    levels: levels.value,
    field: { name: tidy(published.field) },
    applicants: applicants.value,
    onlineLevel: null,
    anyBoundary: false,
    methods: methods.value,
    components: components.value,
    results: results.value,
    feeDueBefore: null,
    supplementClock: 'restart',
  };
  return conclude(draft, [
    ...leftOut,
    ...(decision === '' ? [decisionMissing()] : []),
    ...levels.warnings,
    ...applicants.warnings,
    ...methods.warnings,
    ...components.warnings,
    ...results.warnings,
  ]);
}

function readMethods(row: CrawledRow): Read<Procedure['methods']> {
  const value: Procedure['methods'] = [];
  const warnings: ReadingWarning[] = [];
  for (const [index, published] of (row.methods ?? []).entries()) {
    const at = `/methods/${index}`;
    const way = channel.safeParse(published.channel);
    if (!way.success) {
      const message = {
        vi: `“${published.channel}” không phải hình thức nộp; bỏ qua.`,
        en: `"${published.channel}" is not a submission channel; skipped.`,
      };
      warnings.push({ code: 'channel-unknown', field: `${at}/channel`, message });
      continue;
    }
    const limit = readLimit({ amount: published.amount ?? null, unit: published.unit ?? null }, at);
    const amounts = (published.feesVnd ?? []).map(amount => ({ amount }));
    const fee = readFee({ free: published.free ?? false, amounts }, at);
    warnings.push(...limit.warnings, ...fee.warnings);
    value.push({ channel: way.data, limit: limit.value, fee: fee.value });
  }
  return { value, warnings: [...warnings, ...remarksOnMethods(value, '/methods')] };
}

function decisionMissing(): ReadingWarning {
  return {
    code: 'decision-missing',
    field: '/decision',
    message: { vi: 'Không nêu quyết định công bố.', en: 'The publishing decision is missing.' },
  };
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
