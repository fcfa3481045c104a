import type { processOperations } from '../../../schemas/api/operations/processes.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { Words } from '../../../schemas/words.ts';
import { questionOf } from '../../domain/lists/dossier-filters.ts';
import { demandShort } from '../../domain/period.ts';
import { indicatorsOf, type MeasuredDossier } from '../../domain/processes/indicators.ts';
import { dateOf } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { soundLedger } from '../../records/dossiers/demand-sound.ts';
import type { DossierStore } from '../../records/dossiers/dossier-store.ts';
import type { DossierLists } from '../../records/lists/dossier-lists.ts';
import { demandUnit } from '../../records/organization/demand-unit.ts';
import type { OrganizationStore } from '../../records/organization/organization-store.ts';

type Operation = (typeof processOperations)['getProcessIndicators'];

export interface ProcessDeps {
  readonly dossiers: Pick<DossierStore, 'standing' | 'events'>;
  readonly lists: Pick<DossierLists, 'page' | 'fetch'>;
  readonly organization: Pick<OrganizationStore, 'current'>;
}

/** Most dossiers of one answer: each ledger is read. */
export const MOST_MEASURED = 300;
/** Days of a period at most: a year. */
export const MOST_DAYS = 366;
/** Entries of the unit's list that one page looks through, and how many pages: those of other procedures count too. */
const LOOKED_AT = 1000;
export const MOST_PAGES = 3;
/** Ledgers read at once. */
const AT_ONCE = 25;

/** How the dossiers of a procedure that a unit decides did, by when they were submitted. No personal data is told. */
export async function getProcessIndicators(
  deps: ProcessDeps,
  call: Call<Operation>,
): Promise<Reply<Operation>> {
  const { code: unit, procedure } = call.params;
  const { caller, now } = call;
  await demandUnit(deps.organization, caller, unit, 'process.read');
  const to = call.query.to ?? dateOf(now);
  const from = call.query.from ?? `${to.slice(0, 8)}01`;
  demandShort({ from, to }, MOST_DAYS);
  const codes = await codesOf(deps, call, { from, to });
  const measured: MeasuredDossier[] = [];
  for (let at = 0; at < codes.length; at += AT_ONCE)
    measured.push(...(await measure(deps, codes.slice(at, at + AT_ONCE))));
  return { body: { unit, procedure, from, to, versions: indicatorsOf(measured, now) } };
}

async function codesOf(
  { lists }: ProcessDeps,
  { params: { code: unit, procedure }, now }: Call<Operation>,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<string[]> {
  const filters = { unit, procedure, submittedFrom: from, submittedTo: to, order: 'asc' } as const;
  const question = questionOf(filters, now, ['submittedAt']);
  const codes: string[] = [];
  let after: string | undefined;
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const page = await lists.page({ kind: 'unit', unit }, question, { after, limit: LOOKED_AT, now });
    codes.push(...page.items.filter(row => row.competentUnit === unit).map(({ code }) => code));
    if (codes.length > MOST_MEASURED) throw tooLong(MANY_DOSSIERS);
    after = page.next;
    if (after === undefined) return codes;
  }
  throw tooLong(LONG_LIST);
}

async function measure(
  { dossiers, lists }: ProcessDeps,
  codes: readonly string[],
): Promise<MeasuredDossier[]> {
  const found = (await lists.fetch(codes)).filter(each => each !== undefined);
  return Promise.all(found.map(async ({ head }) => ({ head, events: await soundLedger(dossiers, head) })));
}

const MANY_DOSSIERS: Words = {
  vi: `Kỳ này có hơn ${MOST_MEASURED} hồ sơ của thủ tục: hãy chọn kỳ ngắn hơn.`,
  en: `This period has more than ${MOST_MEASURED} dossiers of the procedure: choose a shorter one.`,
};
const LONG_LIST: Words = {
  vi: `Kỳ này có hơn ${MOST_PAGES * LOOKED_AT} hồ sơ của đơn vị: hãy chọn kỳ ngắn hơn.`,
  en: `This period has more than ${MOST_PAGES * LOOKED_AT} dossiers of the unit: choose a shorter one.`,
};

const tooLong = (why: Words): ProblemError => new ProblemError('period-too-long', why);
