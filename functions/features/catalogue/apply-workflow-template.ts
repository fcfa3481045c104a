import type { catalogueOperations, TemplateReport } from '../../../schemas/api/operations/catalogue.ts';
import { type FieldFault, ProblemError } from '../../../schemas/api/problem-error.ts';
import type { ProcedureVersion } from '../../../schemas/catalogue/procedure.ts';
import type { Language } from '../../../schemas/words.ts';
import { contentHash } from '../../domain/catalogue/content-hash.ts';
import { fitTemplate, type Remark, type TemplateFit } from '../../domain/catalogue/default-workflow.ts';
import { closedReason, settledState } from '../../domain/catalogue/settle-state.ts';
import { dateOf, type Instant, toRfc3339 } from '../../domain/vietnam-time.ts';
import { consults } from '../../domain/workflow/apply-template.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { unitFinder } from '../../records/organization/organization-store.ts';
import type { CatalogueDeps } from './deps.ts';
import { nextCodes, readMatching } from './matching-procedures.ts';
import { saveWorkflow } from './save-workflow.ts';

type Operation = (typeof catalogueOperations)['applyWorkflowTemplate'];
type Order = Call<Operation>['body'];
type Row = TemplateReport['rows'][number];

/** Procedures processed at a time. */
const AT_ONCE = 8;

/**
 * Tries a workflow template on the selected procedures, a page at a time, and on request publishes it for those it
 * fits. Each procedure is changed separately: what was done stays done, and a repeat leaves it alone.
 */
export async function applyWorkflowTemplate(
  deps: CatalogueDeps,
  call: Call<Operation>,
): Promise<Reply<Operation>> {
  const { body, now, language } = call;
  await demandUnits(deps, body, now);
  const { codes, next } = await nextCodes(deps.catalogue, body.filter, body);
  const meant = await readMatching(deps.catalogue, body.filter, codes);
  const taken = meant.filter(({ workflowVersion }) => body.replaceExisting || workflowVersion === null);
  const rows: Row[] = [];
  for (let start = 0; start < taken.length; start += AT_ONCE) {
    const batch = taken.slice(start, start + AT_ONCE);
    rows.push(...(await Promise.all(batch.map(version => rowOf(deps, body, version, { now, language })))));
  }
  const count = (test: (row: Row) => boolean) => rows.filter(test).length;
  const counts = {
    fit: count(({ outcome }) => outcome === 'fit'),
    open: count(({ state }) => state === 'open'),
    refused: count(({ outcome }) => outcome === 'refused'),
    kept: meant.length - taken.length,
  };
  return { body: { applied: body.apply, counts, rows, next } };
}

async function rowOf(
  deps: CatalogueDeps,
  order: Order,
  version: ProcedureVersion,
  { now, language }: { readonly now: Instant; readonly language: Language },
): Promise<Row> {
  const { code, name } = version.procedure;
  const said = ({ code: what, words }: Remark) => ({ code: what, message: words[language] });
  const refused = (because: Remark): Row => ({
    code,
    name,
    outcome: 'refused',
    state: null,
    closedBecause: null,
    workflowVersion: null,
    warnings: [],
    refusedBecause: said(because),
  });
  const fit = fitTemplate(order, version, dateOf(now));
  if (!fit.fits) return refused(fit.because);
  const saved = order.apply ? await save(deps, version, fit, now) : asItWouldBe(version, fit, now);
  if (saved === 'conflict') {
    const words = {
      vi: 'Thủ tục vừa được người khác thay đổi; hãy thực hiện lại.',
      en: 'Someone else changed the procedure in the meantime; run it again.',
    };
    return refused({ code: 'version-conflict', words });
  }
  return {
    code,
    name,
    outcome: 'fit',
    state: saved.state,
    closedBecause: closedReason(saved)?.[language] ?? null,
    workflowVersion: order.apply ? saved.workflowVersion : null,
    warnings: fit.warnings.map(said),
    refusedBecause: null,
  };
}

type Fit = Extract<TemplateFit, { fits: true }>;

/** The procedure with its workflow, in the resulting state; a changed procedure is a new version. */
function asItWouldBe(before: ProcedureVersion, { procedure }: Fit, now: Instant, workflowVersion = 1) {
  const { closedByHand } = before;
  const hash = contentHash(procedure);
  const changed = hash !== contentHash(before.procedure);
  return {
    ...before,
    ...(changed && { version: before.version + 1, contentHash: hash, recordedAt: toRfc3339(now) }),
    workflowVersion,
    procedure,
    ...settledState(procedure, workflowVersion, { closedByHand, today: dateOf(now) }),
  };
}

async function save(
  { catalogue }: CatalogueDeps,
  before: ProcedureVersion,
  fit: Fit,
  now: Instant,
): Promise<ProcedureVersion | 'conflict'> {
  const workflow = await saveWorkflow(catalogue, fit.workflow, now);
  if (workflow === 'conflict') return 'conflict';
  const next = asItWouldBe(before, fit, now, workflow.version);
  const how = next.version === before.version ? 'replace' : 'add';
  return (await catalogue.saveProcedure(next, how)) === 'conflict' ? 'conflict' : next;
}

/** The named units must exist, and consultations must name at least one. */
async function demandUnits(deps: CatalogueDeps, order: Order, now: Instant): Promise<void> {
  if (consults(order.template) && order.consulted.length === 0) {
    throw new ProblemError(
      'request-invalid',
      {
        vi: 'Quy trình mẫu có bước lấy ý kiến: hãy nêu cơ quan được lấy ý kiến.',
        en: 'The template has a consultation: name the agencies to consult.',
      },
      {
        faults: [
          {
            pointer: '/consulted',
            message: { vi: 'phải có ít nhất một đơn vị', en: 'must have at least one unit' },
          },
        ],
      },
    );
  }
  const named = [
    ...order.consulted.map((code, index) => [code, `/consulted/${index}`] as const),
    ...(order.competentUnit === undefined ? [] : [[order.competentUnit, '/competentUnit'] as const]),
  ];
  if (named.length === 0) return;
  const organization = await deps.organization.current();
  const unitOf = organization ? unitFinder(organization, dateOf(now)) : () => undefined;
  const faults = named.flatMap(([code, pointer]): FieldFault[] =>
    unitOf(code)
      ? []
      : [{ pointer, message: { vi: `không có đơn vị ${code}`, en: `there is no unit ${code}` } }],
  );
  if (faults.length === 0) return;
  throw new ProblemError(
    'unit-unknown',
    { vi: 'Có đơn vị không có trong danh mục.', en: 'A unit named here does not exist.' },
    { faults },
  );
}
