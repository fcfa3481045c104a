import type { SuppliedComponent } from '../../../schemas/api/decision.ts';
import type { Procedure, ProcedureVersion } from '../../../schemas/catalogue/procedure.ts';
import type { Unit } from '../../../schemas/organization/unit.ts';
import type { FieldFault } from '../problem.ts';
import { ProblemError } from '../problem.ts';

/** What is asked for: the procedure by channel, at which unit, decided by which, with which papers. */
export interface Submission {
  readonly channel: 'online' | 'counter' | 'post';
  readonly receivingUnit: string;
  readonly competentUnit: string;
  readonly components: readonly SuppliedComponent[];
}

/** Checks a submission against the published procedure: open, offered this way, at a unit that takes it, with the papers required. */
export function checkSubmission(
  submission: Submission,
  version: ProcedureVersion,
  unitOf: (code: string) => Unit | undefined,
): void {
  const { procedure } = version;
  if (version.state === 'closed' || version.workflowVersion === null) {
    throw new ProblemError(
      'procedure-closed',
      version.closedBecause ?? `Procedure ${procedure.code} takes no dossiers.`,
    );
  }
  const method = procedure.methods.find(candidate => candidate.channel === submission.channel);
  if (!method) {
    const offered = procedure.methods.map(candidate => candidate.channel).join(', ');
    throw new ProblemError('channel-not-offered', `${procedure.code} may be submitted: ${offered}.`, {
      faults: [{ pointer: '/channel', message: `one of ${offered}` }],
    });
  }
  if (!method.limit) {
    throw new ProblemError(
      'procedure-closed',
      `${procedure.code} has no legal limit for ${submission.channel}.`,
    );
  }
  checkUnits(submission, version, unitOf);
  checkComponents(submission, version);
}

function checkUnits(
  submission: Submission,
  { procedure }: ProcedureVersion,
  unitOf: (code: string) => Unit | undefined,
): void {
  const receiving = unitOf(submission.receivingUnit);
  const competent = unitOf(submission.competentUnit);
  const faults: FieldFault[] = [];
  if (!receiving)
    faults.push({ pointer: '/receivingUnit', message: `there is no unit ${submission.receivingUnit}` });
  if (!competent)
    faults.push({ pointer: '/competentUnit', message: `there is no unit ${submission.competentUnit}` });
  if (!receiving || !competent) {
    throw new ProblemError('unit-unknown', 'The dossier names a unit that does not exist.', { faults });
  }
  if (!isOfLevel(competent, procedure.levels)) {
    throw new ProblemError('unit-not-receiving', `${competent.name} does not decide ${procedure.code}.`, {
      faults: [{ pointer: '/competentUnit', message: `a unit of the level: ${procedure.levels.join(', ')}` }],
    });
  }
  if (!receiving.receives) {
    throw new ProblemError('unit-not-receiving', `${receiving.name} does not take dossiers.`);
  }
  if (receiving.code === competent.code) return;
  // A department's dossiers are received at the provincial centre; everything else needs an any-boundary procedure.
  const atProvincialCentre = receiving.kind === 'centre' && competent.kind !== 'commune';
  if (!procedure.anyBoundary && !atProvincialCentre) {
    throw new ProblemError(
      'unit-not-receiving',
      `${procedure.code} is not received across boundaries: submit it at ${competent.receives ? competent.name : 'the provincial centre'}.`,
    );
  }
}

/** Whether a unit is of a level at which the procedure is decided; levels above or beside the province say nothing about its units. */
function isOfLevel(unit: Unit, levels: readonly string[]): boolean {
  if (levels.length === 0 || levels.includes('other') || levels.includes('ministry')) return true;
  return levels.includes(unit.kind === 'commune' ? 'commune' : 'province');
}

/** Refuses papers that are not of the procedure. */
export function knownComponents(components: readonly SuppliedComponent[], procedure: Procedure): void {
  const known = new Set(procedure.components.map(component => component.id));
  const unknown = components.flatMap((given, index): FieldFault[] =>
    known.has(given.component)
      ? []
      : [{ pointer: `/components/${index}/component`, message: `no paper ${given.component}` }],
  );
  if (unknown.length > 0) {
    throw new ProblemError('component-unknown', `${procedure.code} has no such paper.`, { faults: unknown });
  }
}

function checkComponents(submission: Submission, { procedure }: ProcedureVersion): void {
  knownComponents(submission.components, procedure);
  const given = new Set(
    submission.components
      .filter(({ files, paperCopies }) => files.length + paperCopies > 0)
      .map(({ component }) => component),
  );
  const missing = procedure.components
    .filter(component => component.required && !given.has(component.id))
    .map(
      (component): FieldFault => ({
        pointer: '/components',
        message: `${component.id}: ${component.name.slice(0, 200)}`,
      }),
    );
  if (missing.length > 0) {
    throw new ProblemError('component-missing', `${missing.length} required paper(s) missing.`, {
      faults: missing,
    });
  }
}
