import type { Procedure, ProcedureVersion } from '../../../schemas/catalogue/procedure.ts';
import type { TemplateOrder } from '../../../schemas/catalogue/template-order.ts';
import type { Workflow } from '../../../schemas/catalogue/workflow.ts';
import type { WorkflowTemplate } from '../../../schemas/catalogue/workflow-template.ts';
import type { Words } from '../../../schemas/words.ts';
import { owesFromStart } from '../dossier/fee.ts';
import { levelNames } from '../wording/names.ts';
import { applyTemplate } from '../workflow/apply-template.ts';
import { shortestLimit } from '../workflow/legal-limit.ts';
import { lintWorkflow } from '../workflow/lint-workflow.ts';
import { decidedElsewhere, elsewhereWords } from './authoritative-system.ts';

/** What of an order applies to each procedure alike. */
export type TemplateSettings = Pick<
  TemplateOrder,
  'template' | 'approvedBy' | 'consulted' | 'competentUnit' | 'feeDueBefore'
>;

/** A remark about one procedure: a stable code and a sentence. */
export interface Remark {
  readonly code: string;
  readonly words: Words;
}

/**
 * A template applied to one procedure: the workflow, with the resulting procedure and remarks; or why it does not
 * fit.
 */
export type TemplateFit =
  | {
      readonly fits: true;
      readonly workflow: Workflow;
      readonly procedure: Procedure;
      readonly warnings: readonly Remark[];
    }
  | { readonly fits: false; readonly because: Remark };

/**
 * Tries a template on a procedure, on a day. Nothing is guessed: without a legal limit or a deciding unit there is no
 * workflow.
 */
export function fitTemplate(order: TemplateSettings, version: ProcedureVersion, today: string): TemplateFit {
  const { template, approvedBy, consulted } = order;
  const { code, levels } = version.procedure;
  const elsewhere = decidedElsewhere(version.procedure, today);
  if (elsewhere) return unfit('decided-elsewhere', elsewhereWords(code, elsewhere));
  if (!isForLevel(template, levels)) return unfit('other-level', levelWords(template, levels));
  const procedure = withSettings(order, version.procedure);
  if (template.level === 'province' && !procedure.competentUnit && !procedure.competentKind) {
    return unfit('competent-unit-missing', {
      vi: 'Chưa xác định được sở, ngành giải quyết: hãy nêu trong competentUnit.',
      en: 'The deciding department is unknown: name it in competentUnit.',
    });
  }
  const legal = shortestLimit(procedure);
  if (legal === undefined) {
    return unfit('no-legal-limit', {
      vi: 'Chưa công bố thời hạn giải quyết.',
      en: 'No legal limit is published.',
    });
  }
  const workflow = applyTemplate(template, { procedure: code, legal, approvedBy, consulted });
  if (workflow === undefined) {
    return unfit('limit-too-short', {
      vi: `Thời hạn giải quyết quá ngắn để chia cho ${template.steps.length} bước.`,
      en: `The legal limit is too short to divide among ${template.steps.length} steps.`,
    });
  }
  const lint = lintWorkflow(workflow, { procedure });
  const [error] = lint.errors;
  if (error) return unfit(error.code, error.message);
  const warnings = lint.warnings.map(({ code: what, message }) => ({
    code: what,
    words: message,
  }));
  return { fits: true, workflow, procedure, warnings: [...warnings, ...remarksOn(procedure)] };
}

const unfit = (code: string, words: Words): TemplateFit => ({ fits: false, because: { code, words } });

/** A procedure that communes also decide needs a commune's workflow: communes could not carry out a department's. */
function isForLevel({ level }: WorkflowTemplate, levels: Procedure['levels']): boolean {
  return levels.includes(level) && (level === 'commune' || !levels.includes('commune'));
}

function levelWords({ level }: WorkflowTemplate, levels: Procedure['levels']): Words {
  const decided = (language: keyof Words) => levels.map(each => levelNames[each][language]).join(', ') || '–';
  return {
    vi: `Quy trình mẫu dùng cho ${levelNames[level].vi}; thủ tục được giải quyết ở: ${decided('vi')}.`,
    en: `The template is for the ${levelNames[level].en} level; the procedure is decided at: ${decided('en')}.`,
  };
}

function withSettings(order: TemplateSettings, procedure: Procedure): Procedure {
  const { template, competentUnit, feeDueBefore } = order;
  const names = procedure.competentUnit ?? procedure.competentKind;
  const decides = template.level === 'province' && names === undefined ? competentUnit : undefined;
  return {
    ...procedure,
    ...(decides !== undefined && { competentUnit: decides }),
    ...(isNeverAsked(procedure) && feeDueBefore !== undefined && { feeDueBefore }),
  };
}

const isNeverAsked = ({ feeDueBefore, methods }: Procedure) =>
  feeDueBefore === null && methods.some(({ fee }) => owesFromStart(fee));

function remarksOn(procedure: Procedure): Remark[] {
  const remarks: Remark[] = [];
  if (isNeverAsked(procedure)) {
    const words = {
      vi: 'Thủ tục có phí, lệ phí nhưng chưa xác định phải nộp trước bước nào.',
      en: 'The procedure has a fee, but the step before which it must be paid is not set.',
    };
    remarks.push({ code: 'fee-never-due', words });
  }
  if (procedure.levels.includes('commune') && procedure.levels.includes('province')) {
    const words = {
      vi: 'Thủ tục còn được giải quyết ở cấp tỉnh: hồ sơ nộp tại Trung tâm phải nêu đơn vị giải quyết.',
      en: 'It is also decided at province level: dossiers received at the centre must name the deciding unit.',
    };
    remarks.push({ code: 'several-levels', words });
  }
  return remarks;
}
