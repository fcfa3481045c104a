import type { ProcedureVersion } from '../../../schemas/catalogue/procedure.ts';
import type { CatalogueStore } from './catalogue-store.ts';

/** Which procedures are selected; an omitted filter does not narrow. */
export interface ProcedureFilter {
  readonly codes?: readonly string[] | undefined;
  readonly fields?: readonly string[] | undefined;
  readonly ministry?: string | undefined;
}

/**
 * Catalogue entries read at a time, and the most in one request: with a narrow filter a request may end before its
 * page is full.
 */
const PAGE = 200;
const MOST_ENTRIES = 2000;

/** Procedures read at a time. */
const AT_ONCE = 8;

/**
 * Codes of the procedures that may match, in order, after a given code; and the code to continue from, null at the
 * end.
 */
export async function nextCodes(
  catalogue: Pick<CatalogueStore, 'entries'>,
  filter: ProcedureFilter,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<{ codes: string[]; next: string | null }> {
  if (filter.codes) {
    const left = [...new Set(filter.codes)].sort().filter(code => after === undefined || code > after);
    const codes = left.slice(0, limit);
    return { codes, next: left.length > limit ? (codes.at(-1) ?? null) : null };
  }
  const fields = filter.fields && new Set(filter.fields.map(plain));
  const codes: string[] = [];
  let last = after;
  for (let seen = 0; seen < MOST_ENTRIES; seen += PAGE) {
    const entries = await catalogue.entries(last, PAGE);
    for (const entry of entries) {
      last = entry.code;
      if (fields === undefined || fields.has(plain(entry.field))) codes.push(entry.code);
      if (codes.length === limit) return { codes, next: last };
    }
    if (entries.length < PAGE) return { codes, next: null };
  }
  return { codes, next: last ?? null };
}

/** The procedures of these codes that are in the catalogue and match the filter. */
export async function readMatching(
  catalogue: Pick<CatalogueStore, 'procedure'>,
  filter: ProcedureFilter,
  codes: readonly string[],
): Promise<ProcedureVersion[]> {
  const found: ProcedureVersion[] = [];
  const fields = filter.fields && new Set(filter.fields.map(plain));
  for (let start = 0; start < codes.length; start += AT_ONCE) {
    const read = await Promise.all(
      codes.slice(start, start + AT_ONCE).map(code => catalogue.procedure(code)),
    );
    for (const version of read) {
      if (version === undefined) continue;
      const { decision, field } = version.procedure;
      const isMeant = fields === undefined || fields.has(plain(field.name));
      if (isMeant && (filter.ministry === undefined || isOf(decision, filter.ministry))) found.push(version);
    }
  }
  return found;
}

/** Whether a decision's number names a ministry: `56/QĐ-BXD` and `1523/QĐ-BCA-C06`, not `64/QĐ-BCAX`. */
function isOf(decision: string, ministry: string): boolean {
  return decision
    .toUpperCase()
    .split(/[^\p{L}\p{N}]+/u)
    .includes(ministry.toUpperCase());
}

const plain = (field: string) => field.normalize('NFC').trim().toLowerCase();
