import { isSupplied, type SuppliedComponent } from '../../../schemas/api/decision.ts';
import type { FieldFault } from '../../../schemas/api/problem-error.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { Procedure, ProcedureVersion } from '../../../schemas/catalogue/procedure.ts';
import type { Unit } from '../../../schemas/organization/unit.ts';
import { asWritten, joined, type Words } from '../../../schemas/words.ts';
import { closedReason } from '../catalogue/settle-state.ts';
import { channelNames, coded, levelNames } from '../wording/names.ts';
import { isOfCommune, sharePlace } from './competent-unit.ts';

/** The submission's choices: the procedure, channel, receiving unit, deciding unit, papers. */
export interface Submission {
  readonly channel: 'online' | 'counter' | 'post';
  readonly receivingUnit: string;
  readonly competentUnit: string;
  readonly components: readonly SuppliedComponent[];
}

/**
 * Checks a submission against the published procedure: open, offered through this channel, at a unit that receives
 * it, with the required papers.
 */
export function checkSubmission(
  submission: Submission,
  version: ProcedureVersion,
  unitOf: (code: string) => Unit | undefined,
  successorOf: (code: string) => string = code => code,
): void {
  const { procedure } = version;
  if (version.state === 'closed' || version.workflowVersion === null) {
    throw new ProblemError(
      'procedure-closed',
      closedReason(version) ?? {
        vi: `Thủ tục ${procedure.code} hiện không tiếp nhận hồ sơ.`,
        en: `Procedure ${procedure.code} is not accepting dossiers.`,
      },
    );
  }
  const method = procedure.methods.find(candidate => candidate.channel === submission.channel);
  if (!method) {
    const offered = coded(
      procedure.methods.map(candidate => candidate.channel),
      channelNames,
    );
    throw new ProblemError(
      'channel-not-offered',
      {
        vi: `Thủ tục ${procedure.code} nhận hồ sơ theo hình thức: ${offered.vi}.`,
        en: `${procedure.code} accepts submission by: ${offered.en}.`,
      },
      {
        faults: [
          {
            pointer: '/channel',
            message: { vi: `phải là một trong: ${offered.vi}`, en: `must be one of: ${offered.en}` },
          },
        ],
      },
    );
  }
  if (!method.limit) {
    throw new ProblemError('procedure-closed', {
      vi: `Thủ tục ${procedure.code} chưa có thời hạn giải quyết cho hình thức ${channelNames[submission.channel].vi}.`,
      en: `${procedure.code} has no legal limit for ${submission.channel}.`,
    });
  }
  checkUnits(submission, version, { unitOf, successorOf });
  checkComponents(submission, version);
}

function checkUnits(
  submission: Submission,
  { procedure }: ProcedureVersion,
  {
    unitOf,
    successorOf,
  }: { unitOf: (code: string) => Unit | undefined; successorOf: (code: string) => string },
): void {
  const noUnit = (code: string) => notInForce(code, successorOf(code));
  const receiving = unitOf(submission.receivingUnit);
  const competent = unitOf(submission.competentUnit);
  const faults: FieldFault[] = [];
  if (!receiving) faults.push({ pointer: '/receivingUnit', message: noUnit(submission.receivingUnit) });
  if (!competent) faults.push({ pointer: '/competentUnit', message: noUnit(submission.competentUnit) });
  if (!receiving || !competent) {
    throw new ProblemError(
      'unit-unknown',
      {
        vi: 'Hồ sơ nêu đơn vị không có trong danh mục.',
        en: 'The dossier names a unit that does not exist.',
      },
      { faults },
    );
  }
  if (!isOfLevel(competent, procedure.levels)) {
    const levels = joined(procedure.levels.map(level => levelNames[level]));
    throw new ProblemError(
      'unit-not-receiving',
      {
        vi: `${competent.name} không có thẩm quyền giải quyết thủ tục ${procedure.code}.`,
        en: `${competent.name} is not competent to decide ${procedure.code}.`,
      },
      {
        faults: [
          {
            pointer: '/competentUnit',
            message: { vi: `phải là đơn vị ${levels.vi}`, en: `must be a unit of the level: ${levels.en}` },
          },
        ],
      },
    );
  }
  const own = procedure.competentUnit;
  if (own !== undefined && !procedure.anyBoundary && ![own, successorOf(own)].includes(competent.code)) {
    const decides = unitOf(own) ? own : successorOf(own);
    throw new ProblemError(
      'unit-not-receiving',
      {
        vi: `Thủ tục ${procedure.code} do ${unitOf(decides)?.name ?? decides} giải quyết, không phải ${competent.name}.`,
        en: `${procedure.code} is decided by ${unitOf(decides)?.name ?? decides}, not by ${competent.name}.`,
      },
      {
        faults: [
          { pointer: '/competentUnit', message: { vi: `phải là ${decides}`, en: `must be ${decides}` } },
        ],
      },
    );
  }
  if (procedure.competentKind !== undefined && competent.kind !== procedure.competentKind) {
    throw new ProblemError(
      'unit-not-receiving',
      {
        vi: `Thủ tục ${procedure.code} do cơ quan Công an giải quyết, không phải ${competent.name}.`,
        en: `${procedure.code} is decided by the police, not by ${competent.name}.`,
      },
      {
        faults: [
          {
            pointer: '/competentUnit',
            message: { vi: 'phải là đơn vị Công an', en: 'must be a police unit' },
          },
        ],
      },
    );
  }
  if (!receiving.receives) {
    throw new ProblemError('unit-not-receiving', {
      vi: `${receiving.name} không tiếp nhận hồ sơ.`,
      en: `${receiving.name} does not receive dossiers.`,
    });
  }
  if (receiving.code === competent.code) return;
  // A department's dossiers are received at the provincial centre, those of a commune's police at that commune;
  // everything else needs an any-boundary procedure.
  const atProvincialCentre = receiving.kind === 'centre' && !isOfCommune(competent);
  const atTheirCommune = isOfCommune(competent) && sharePlace(receiving, competent);
  if (!procedure.anyBoundary && !atProvincialCentre && !atTheirCommune) {
    throw new ProblemError('unit-not-receiving', {
      vi: `Thủ tục ${procedure.code} không được tiếp nhận phi địa giới hành chính: hãy nộp tại ${competent.receives ? competent.name : 'Trung tâm Phục vụ hành chính công tỉnh'}.`,
      en: `${procedure.code} cannot be submitted outside its own area: submit it at ${competent.receives ? competent.name : 'the provincial centre'}.`,
    });
  }
}

function notInForce(code: string, successor: string): Words {
  if (successor === code) return { vi: `không có đơn vị ${code}`, en: `there is no unit ${code}` };
  return {
    vi: `đơn vị ${code} đã kết thúc hoạt động, do ${successor} kế thừa`,
    en: `unit ${code} has ended; ${successor} is its successor`,
  };
}

/** Whether a unit's level decides the procedure; levels above or beside the province say nothing about its units. */
function isOfLevel(unit: Unit, levels: readonly string[]): boolean {
  if (levels.length === 0 || levels.includes('other') || levels.includes('ministry')) return true;
  return levels.includes(isOfCommune(unit) ? 'commune' : 'province');
}

/** Refuses papers that do not belong to the procedure. */
export function knownComponents(
  components: readonly Pick<SuppliedComponent, 'component'>[],
  procedure: Procedure,
  pointer = (index: number) => `/components/${index}/component`,
): void {
  const known = new Set(procedure.components.map(component => component.id));
  const unknown = components.flatMap((given, index): FieldFault[] =>
    known.has(given.component)
      ? []
      : [
          {
            pointer: pointer(index),
            message: {
              vi: `không có thành phần hồ sơ ${given.component}`,
              en: `there is no paper ${given.component}`,
            },
          },
        ],
  );
  if (unknown.length > 0) {
    throw new ProblemError(
      'component-unknown',
      {
        vi: `Thủ tục ${procedure.code} không có thành phần hồ sơ này.`,
        en: `${procedure.code} has no such paper.`,
      },
      { faults: unknown },
    );
  }
}

function checkComponents(submission: Submission, { procedure }: ProcedureVersion): void {
  knownComponents(submission.components, procedure);
  const given = new Set(submission.components.filter(isSupplied).map(({ component }) => component));
  const missing = procedure.components
    .filter(component => component.required && !given.has(component.id))
    .map(
      (component): FieldFault => ({
        pointer: '/components',
        message: asWritten(`${component.id}: ${component.name.slice(0, 200)}`),
      }),
    );
  if (missing.length > 0) {
    throw new ProblemError(
      'component-missing',
      {
        vi: `Thiếu ${missing.length} thành phần hồ sơ bắt buộc.`,
        en: `${missing.length} required ${missing.length === 1 ? 'paper is' : 'papers are'} missing.`,
      },
      {
        faults: missing,
      },
    );
  }
}
