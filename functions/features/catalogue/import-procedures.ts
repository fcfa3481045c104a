import type { catalogueOperations } from '../../../schemas/api/operations/catalogue.ts';
import type { Procedure, ProcedureVersion } from '../../../schemas/catalogue/procedure.ts';
import type { Workflow, WorkflowVersion } from '../../../schemas/catalogue/workflow.ts';
import { joined, type Words } from '../../../schemas/words.ts';
import { contentHash } from '../../domain/catalogue/content-hash.ts';
import { nextWorkflow } from '../../domain/catalogue/next-workflow.ts';
import { settledState } from '../../domain/catalogue/settle-state.ts';
import { differences } from '../../domain/differences.ts';
import { dateOf, type Instant, toRfc3339 } from '../../domain/vietnam-time.ts';
import { lintWorkflow } from '../../domain/workflow/lint-workflow.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { LARGEST_RECORD, recordSize } from '../../kernel/table/item-size.ts';
import type { CatalogueDeps } from './deps.ts';
import { mergePublished } from './import/merge-published.ts';
import { readLayThuTucRow } from './import/read-lay-thu-tuc.ts';
import { readNationalCrawlRow } from './import/read-national-crawl.ts';
import { readOwnRow } from './import/read-own.ts';
import type { RowReading } from './import/reading.ts';
import { type ReadRow, type RowWarning, refusedRow, reportOf } from './import-report.ts';

type Operation = (typeof catalogueOperations)['importProcedures'];

/** What a row was read as, whatever its format. */
type Reading =
  | {
      readonly outcome: 'refused';
      readonly code: string | null;
      readonly because: Words;
      readonly warnings: RowWarning[];
    }
  | {
      readonly outcome: 'accepted' | 'acceptedWithWarnings';
      readonly procedure: Procedure;
      readonly workflow?: Workflow | undefined;
      readonly origin: 'province' | 'national';
      readonly warnings: RowWarning[];
    };

const CHANGED_MEANWHILE: Words = {
  vi: 'Thủ tục vừa được người khác thay đổi; hãy nhập lại.',
  en: 'Someone else changed the procedure in the meantime; import it again.',
};

/** Rows stored at a time. */
const AT_ONCE = 8;

/**
 * Imports procedures row by row: a bad row refuses only itself. What is already stored is not stored again; a changed
 * procedure becomes a new version, and existing dossiers keep theirs.
 */
export async function importProcedures(
  deps: CatalogueDeps,
  call: Call<Operation>,
): Promise<Reply<Operation>> {
  const { body, now } = call;
  const rows: ReadRow[] = [];
  for (let start = 0; start < body.items.length; start += AT_ONCE) {
    const batch = body.items.slice(start, start + AT_ONCE);
    rows.push(
      ...(await Promise.all(
        batch.map((item, offset) => importRow(deps, readRow(body.shape, item), start + offset, now)),
      )),
    );
  }
  return { body: reportOf(rows, call.language) };
}

function readRow(shape: Call<Operation>['body']['shape'], item: unknown): Reading {
  if (shape === 'motcua') {
    const own = readOwnRow(item);
    if ('refusedBecause' in own)
      return { outcome: 'refused', code: own.code, because: own.refusedBecause, warnings: [] };
    return { outcome: 'accepted', ...own, origin: 'province', warnings: [] };
  }
  const reading: RowReading = shape === 'nationalCrawl' ? readNationalCrawlRow(item) : readLayThuTucRow(item);
  const warnings = reading.warnings.map(warning => ({ ...warning }));
  if (reading.outcome === 'refused') {
    return { outcome: 'refused', code: reading.code, because: reading.refusedBecause, warnings };
  }
  return { outcome: reading.outcome, procedure: reading.procedure, origin: 'national', warnings };
}

async function importRow(
  deps: CatalogueDeps,
  reading: Reading,
  index: number,
  now: Instant,
): Promise<ReadRow> {
  if (reading.outcome === 'refused')
    return refusedRow(index, reading.code, reading.because, reading.warnings);
  const { code } = reading.procedure;
  const size = Math.max(recordSize(reading.procedure), recordSize(reading.workflow ?? null));
  if (size > LARGEST_RECORD) {
    return refusedRow(
      index,
      code,
      {
        vi: `Dài ${size} byte; một thủ tục hoặc quy trình dài nhiều nhất ${LARGEST_RECORD} byte.`,
        en: `It has ${size} bytes; the limit for a procedure or workflow is ${LARGEST_RECORD}.`,
      },
      [],
    );
  }
  const before = await deps.catalogue.procedure(code);
  const faults = reading.workflow
    ? lintWorkflow(reading.workflow, { procedure: reading.procedure }).errors
    : [];
  if (faults.length > 0) {
    const found = joined(
      faults.map(({ message }) => message),
      ' ',
    );
    return refusedRow(
      index,
      code,
      { vi: `Quy trình kèm theo: ${found.vi}`, en: `Its workflow: ${found.en}` },
      [],
    );
  }
  const current = await deps.catalogue.workflow(code);
  // Another one than is in force takes a second administrator.
  const first =
    current === undefined && reading.workflow ? nextWorkflow(current, reading.workflow, now) : undefined;
  const workflow = current ?? first;
  const next = nextVersion(before, reading, workflow?.version ?? null, now);
  const changes = before ? differences(before.procedure, next.procedure).map(change => change.pointer) : [];
  const change = changeOf(before, next, changes);
  if (change !== 'unchanged') {
    const steps = first ? deps.catalogue.addingWorkflow(first) : [];
    const saved = await deps.catalogue.saveProcedure(next, change === 'state' ? 'replace' : 'add', steps);
    if (saved === 'conflict') return refusedRow(index, code, CHANGED_MEANWHILE, []);
  }
  return {
    index,
    code,
    outcome: reading.outcome,
    change: change === 'state' ? 'changed' : change,
    version: next.version,
    state: next.state,
    warnings: [
      ...reading.warnings,
      ...curationWarning(before, reading),
      ...workflowWarning(current, reading.workflow),
    ],
    changes,
    refusedBecause: null,
  };
}

function nextVersion(
  before: ProcedureVersion | undefined,
  reading: Exclude<Reading, { outcome: 'refused' }>,
  workflowVersion: number | null,
  now: Instant,
): ProcedureVersion {
  const national = reading.origin === 'national';
  const procedure =
    before && national
      ? mergePublished(before.procedure, reading.procedure, before.origin)
      : reading.procedure;
  const changed = !before || contentHash(before.procedure) !== contentHash(procedure);
  const closedByHand = before?.closedByHand ?? null;
  return {
    version: changed ? (before?.version ?? 0) + 1 : before.version,
    contentHash: contentHash(procedure),
    recordedAt: changed ? toRfc3339(now) : before.recordedAt,
    origin: before?.origin === 'province' ? 'province' : reading.origin,
    closedByHand,
    ...settledState(procedure, workflowVersion, { closedByHand, today: dateOf(now) }),
    workflowVersion,
    procedure,
  };
}

function changeOf(
  before: ProcedureVersion | undefined,
  next: ProcedureVersion,
  changes: readonly string[],
): 'new' | 'changed' | 'state' | 'unchanged' {
  if (!before) return 'new';
  if (changes.length > 0) return 'changed';
  const same =
    before.workflowVersion === next.workflowVersion &&
    before.state === next.state &&
    before.origin === next.origin;
  return same ? 'unchanged' : 'state';
}

function curationWarning(
  before: ProcedureVersion | undefined,
  reading: Exclude<Reading, { outcome: 'refused' }>,
): RowWarning[] {
  if (before?.origin !== 'province' || reading.origin !== 'national') return [];
  return [
    {
      code: 'province-values-kept',
      field: '',
      message: {
        vi: 'Tỉnh đã quy định thủ tục này: giữ nguyên thành phần hồ sơ và những nội dung bản công bố để trống.',
        en: 'The province has configured this procedure: its papers, and whatever the publication leaves blank, are kept.',
      },
    },
  ];
}

function workflowWarning(current: WorkflowVersion | undefined, brought: Workflow | undefined): RowWarning[] {
  if (!current || !brought || contentHash(brought) === current.contentHash) return [];
  return [
    {
      code: 'workflow-kept',
      field: '/workflow',
      message: {
        vi: 'Giữ quy trình đang áp dụng: quy trình khác phải do quản trị viên thứ hai xác nhận; hãy đề nghị riêng.',
        en: 'The workflow in force is kept: another one takes a second administrator; propose it on its own.',
      },
    },
  ];
}
