import type { formOperations } from '../../../schemas/api/operations/forms.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import { dossierHead, readableHead } from '../../../schemas/dossier/head.ts';
import type { DossierRow } from '../../../schemas/stored/dossier-row.ts';
import { type RegisterLine, registerOf } from '../../domain/forms/register.ts';
import { questionOf } from '../../domain/lists/dossier-filters.ts';
import { demandForwards, type Period } from '../../domain/period.ts';
import { isConcerned } from '../../domain/rights/own-dossier.ts';
import { sha256Of } from '../../domain/sha256.ts';
import { dateOf, toRfc3339 } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { LINK_LIFE } from '../../kernel/objects/link-life.ts';
import { recordReads } from '../../records/audit-log/record-reads.ts';
import { registerKey } from '../../records/forms/form-key.ts';
import { demandUnit } from '../../records/organization/demand-unit.ts';
import type { FormDeps } from './deps.ts';

type Operation = (typeof formOperations)['getRegister'];

/** Most dossiers in a register: one request reads and prints them all before it answers. */
export const MOST = 1000;
/** Read at a time: as many as surely fit into one megabyte, the limit of a query. */
const PAGE = 250;

/** What the register says of a dossier, and what tells why the caller may read it. */
const registered = readableHead.extend(
  dossierHead.pick({
    handling: true,
    returnBy: true,
    submittedAt: true,
    acceptedAt: true,
    dueOn: true,
    closedAt: true,
    extendedTo: true,
  }).shape,
);

/** Form 07: the dossiers that a unit received in a period, as they stand now. */
export async function getRegister(deps: FormDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const { code: unit } = call.params;
  const { from, to } = periodOf(call);
  const { caller } = call;
  const { units } = await demandUnit(deps.organization, caller, unit, 'register.read');
  const lines = await linesOf(deps, call, await rowsOf(deps, call, { from, to }));
  const document = registerOf({ unit, from, to, lines }, units, call.now);
  const key = registerKey(unit, sha256Of(JSON.stringify(document)));
  const stored = await deps.files.keep(key, () => deps.render(document, 'A4 landscape'));
  const fileName = `${unit}-${from}-${to}.pdf`;
  return {
    body: {
      unit,
      from,
      to,
      dossiers: lines.length,
      fileName,
      contentType: 'application/pdf',
      ...stored,
      url: await deps.files.linkTo(key, fileName),
      urlExpiresAt: toRfc3339(call.now + LINK_LIFE * 1000),
    },
  };
}

/** The period asked for; today where no day is named. */
function periodOf({ query, now }: Call<Operation>): Period {
  const to = query.to ?? dateOf(now);
  const from = query.from ?? to;
  demandForwards({ from, to });
  return { from, to };
}

/**
 * The dossiers of the period that the unit received. Its list also has those it only decides: these are in the register
 * of the unit that received them.
 */
async function rowsOf(
  { lists }: FormDeps,
  { params: { code: unit }, now }: Call<Operation>,
  { from, to }: Period,
): Promise<DossierRow[]> {
  const filters = { unit, submittedFrom: from, submittedTo: to, order: 'asc' } as const;
  const question = questionOf(filters, now, ['submittedAt']);
  const rows: DossierRow[] = [];
  for (let after: string | undefined; ; ) {
    const page = await lists.page({ kind: 'unit', unit }, question, { after, limit: PAGE, now });
    rows.push(...page.items.filter(({ receivingUnit }) => receivingUnit === unit));
    if (rows.length > MOST) throw tooLong();
    after = page.next;
    if (after === undefined) return rows;
  }
}

/** The lines of the register, once the reading of its applicants is recorded. */
async function linesOf(
  deps: FormDeps,
  call: Call<Operation>,
  rows: readonly DossierRow[],
): Promise<RegisterLine[]> {
  const heads = await deps.lists.parts(
    rows.map(({ code }) => code),
    registered,
  );
  const found = heads.filter(head => head !== undefined);
  const shown = found.filter(head => !isConcerned(head, call.caller));
  await recordReads(deps, {
    ...call,
    operation: 'getRegister',
    parts: ['applicant'],
    dossiers: shown,
  });
  const applicants = await deps.applicants(shown.map(({ code }) => code));
  const names = new Map<string, string>(rows.map(({ code, procedureName }) => [code, procedureName]));
  return found.map(head => ({
    ...head,
    procedureName: names.get(head.code) ?? '',
    applicant: applicants.get(head.code),
  }));
}

function tooLong(): ProblemError {
  return new ProblemError('register-too-long', {
    vi: `Kỳ này có hơn ${MOST} hồ sơ: hãy chọn kỳ ngắn hơn, hoặc xuất danh sách hồ sơ ra tệp XLSX.`,
    en: `This period has more than ${MOST} dossiers: choose a shorter one, or export the list of dossiers as XLSX.`,
  });
}
