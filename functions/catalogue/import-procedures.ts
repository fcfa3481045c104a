import type * as z from 'zod';
import type {
  catalogueOperations,
  ImportReport,
  importedRow,
} from '../../schemas/api/operations/catalogue.ts';
import type { Procedure, ProcedureVersion } from '../../schemas/catalogue/procedure.ts';
import type { Workflow } from '../../schemas/catalogue/workflow.ts';
import { compareProcedures } from '../domain/catalogue/compare-procedures.ts';
import { contentHash } from '../domain/catalogue/content-hash.ts';
import { mergePublished } from '../domain/catalogue/merge-published.ts';
import { readLayThuTucRow } from '../domain/catalogue/read-lay-thu-tuc.ts';
import { readNationalCrawlRow } from '../domain/catalogue/read-national-crawl.ts';
import { readOwnRow } from '../domain/catalogue/read-own.ts';
import type { RowReading } from '../domain/catalogue/reading.ts';
import { settledState } from '../domain/catalogue/settle-state.ts';
import { dateOf, type Instant, toRfc3339 } from '../domain/vietnam-time.ts';
import { lintWorkflow } from '../domain/workflow/lint-workflow.ts';
import type { Call, Reply } from '../platform/http/call.ts';
import { LARGEST_RECORD, recordSize } from '../platform/table/item-size.ts';
import type { CatalogueDeps } from './deps.ts';
import { saveWorkflow } from './save-workflow.ts';

type Operation = (typeof catalogueOperations)['importProcedures'];
type Row = z.infer<typeof importedRow>;
type Warning = Row['warnings'][number];

/** What a row turned out to be, whichever shape it came in. */
type Reading =
  | {
      readonly outcome: 'refused';
      readonly code: string | null;
      readonly because: string;
      readonly warnings: Warning[];
    }
  | {
      readonly outcome: 'accepted' | 'acceptedWithWarnings';
      readonly procedure: Procedure;
      readonly workflow?: Workflow | undefined;
      readonly origin: 'province' | 'national';
      readonly warnings: Warning[];
    };

/** How many rows are stored at a time. */
const AT_ONCE = 8;

/**
 * Imports procedures row by row: a bad row refuses itself and nothing else. What is stored already is not stored again; what changed
 * becomes a new version, and dossiers received before keep theirs.
 */
export async function importProcedures(
  deps: CatalogueDeps,
  call: Call<Operation>,
): Promise<Reply<Operation>> {
  const { body, now } = call;
  const rows: Row[] = [];
  for (let start = 0; start < body.items.length; start += AT_ONCE) {
    const batch = body.items.slice(start, start + AT_ONCE);
    rows.push(
      ...(await Promise.all(
        batch.map((item, offset) => importRow(deps, readRow(body.shape, item), start + offset, now)),
      )),
    );
  }
  return { body: reportOf(rows) };
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

async function importRow(deps: CatalogueDeps, reading: Reading, index: number, now: Instant): Promise<Row> {
  if (reading.outcome === 'refused')
    return refusedRow(index, reading.code, reading.because, reading.warnings);
  const { code } = reading.procedure;
  const size = Math.max(recordSize(reading.procedure), recordSize(reading.workflow ?? null));
  if (size > LARGEST_RECORD) {
    return refusedRow(
      index,
      code,
      `It has ${size} bytes; a procedure or workflow may have ${LARGEST_RECORD}.`,
      [],
    );
  }
  const before = await deps.catalogue.procedure(code);
  const faults = reading.workflow
    ? lintWorkflow(reading.workflow, { procedure: reading.procedure }).errors
    : [];
  if (faults.length > 0)
    return refusedRow(index, code, `Its workflow: ${faults.map(({ message }) => message).join(' ')}`, []);
  const workflow = reading.workflow
    ? await saveWorkflow(deps.catalogue, reading.workflow, now)
    : await deps.catalogue.workflow(code);
  const next = nextVersion(before, reading, workflow?.version ?? null, now);
  const changes = before
    ? compareProcedures(before.procedure, next.procedure).map(change => change.pointer)
    : [];
  const change = changeOf(before, next, changes);
  if (change !== 'unchanged') {
    const saved = await deps.catalogue.saveProcedure(next, change === 'state' ? 'replace' : 'add');
    if (saved === 'conflict')
      return refusedRow(index, code, 'It was changed by somebody else meanwhile; import it again.', []);
  }
  return {
    index,
    code,
    outcome: reading.outcome,
    change: change === 'state' ? 'changed' : change,
    version: next.version,
    state: next.state,
    warnings: [...reading.warnings, ...curationWarning(before, reading)],
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
): Warning[] {
  if (before?.origin !== 'province' || reading.origin !== 'national') return [];
  return [
    {
      code: 'province-values-kept',
      field: '',
      message:
        'The province set this procedure: its list of papers, and what the publication leaves open, stay as they are.',
    },
  ];
}

function refusedRow(index: number, code: string | null, because: string, warnings: Warning[]): Row {
  return {
    index,
    code,
    outcome: 'refused',
    change: 'none',
    version: null,
    state: null,
    warnings,
    changes: [],
    refusedBecause: because,
  };
}

function reportOf(rows: Row[]): ImportReport {
  const count = (test: (row: Row) => boolean) => rows.filter(test).length;
  return {
    accepted: count(row => row.outcome === 'accepted'),
    acceptedWithWarnings: count(row => row.outcome === 'acceptedWithWarnings'),
    refused: count(row => row.outcome === 'refused'),
    created: count(row => row.change === 'new'),
    changed: count(row => row.change === 'changed'),
    unchanged: count(row => row.change === 'unchanged'),
    rows,
  };
}
