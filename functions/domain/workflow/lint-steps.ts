import type { Workflow, WorkflowStep } from '../../../schemas/catalogue/workflow.ts';
import type { Words } from '../../../schemas/words.ts';
import { decisionNames } from '../wording/names.ts';
import type { Finding } from './lint-findings.ts';
import { leadingToDecided, reachableFromStart, targetOf } from './lint-graph.ts';

/** Errors of the steps as a graph: start, duplicates, targets, reachability, a path to the end. */
export function lintGraph(workflow: Workflow): Finding[] {
  const ids = workflow.steps.map(step => step.id);
  const errors: Finding[] = [];
  for (const id of new Set(ids.filter((each, index) => ids.indexOf(each) !== index))) {
    errors.push({
      code: 'duplicate-step',
      step: id,
      message: { vi: `Có hai bước cùng mã “${id}”.`, en: `Two steps have the id "${id}".` },
    });
  }
  if (ids.includes('decided')) {
    const message = {
      vi: 'Không bước nào được dùng mã “decided”: đó là điểm kết thúc.',
      en: 'No step may have the id "decided": it marks the end.',
    };
    errors.push({ code: 'duplicate-step', step: 'decided', message });
  }
  if (!ids.includes(workflow.start)) {
    const message = {
      vi: `Quy trình bắt đầu từ “${workflow.start}”, nhưng không có bước này.`,
      en: `The workflow starts at "${workflow.start}", but has no such step.`,
    };
    errors.push({ code: 'start-missing', step: workflow.start, message });
  }
  for (const step of workflow.steps) {
    for (const decision of step.decisions) {
      const target = targetOf(decision);
      if (target === undefined || target === 'decided' || ids.includes(target)) continue;
      const message = {
        vi: `Bước “${step.id}”: “${decisionNames[decision.decision].vi}” dẫn đến “${target}”, nhưng không có bước này.`,
        en: `Step "${step.id}": "${decision.decision}" leads to "${target}", but there is no such step.`,
      };
      errors.push({ code: 'dangling-target', step: step.id, message });
    }
  }
  if (ids.includes(workflow.start)) errors.push(...lintReach(workflow));
  return errors;
}

function lintReach(workflow: Workflow): Finding[] {
  const errors: Finding[] = [];
  const reachable = reachableFromStart(workflow);
  const leading = leadingToDecided(workflow);
  if (!reachable.has('decided')) {
    const message = {
      vi: `Từ “${workflow.start}” không có đường nào đến quyết định giải quyết hồ sơ.`,
      en: `No path leads from "${workflow.start}" to a decision on the dossier.`,
    };
    errors.push({ code: 'no-way-to-decided', step: null, message });
  }
  for (const { id } of workflow.steps) {
    if (!reachable.has(id)) {
      errors.push({
        code: 'unreachable-step',
        step: id,
        message: {
          vi: `Từ bước đầu không có đường nào đến bước “${id}”.`,
          en: `No path leads from the start to step "${id}".`,
        },
      });
    } else if (!leading.has(id) && reachable.has('decided')) {
      const message = {
        vi: `Từ bước “${id}” không có đường nào đến quyết định giải quyết hồ sơ.`,
        en: `No path leads from step "${id}" to a decision on the dossier.`,
      };
      errors.push({ code: 'no-way-to-decided', step: id, message });
    }
  }
  return errors;
}

/**
 * Errors of a single step: no decision allowed, signatures that cannot approve, ends without a signature, loops to
 * itself.
 */
export function lintStep(step: WorkflowStep): Finding[] {
  const at = (code: Finding['code'], message: Words): Finding => ({
    code,
    step: step.id,
    message: { vi: `Bước “${step.id}” ${message.vi}`, en: `Step "${step.id}" ${message.en}` },
  });
  const errors: Finding[] = [];
  if (step.decisions.length === 0)
    errors.push(
      at('nobody-may-decide', {
        vi: 'không cho phép quyết định nào nên không ai chuyển tiếp được hồ sơ.',
        en: 'allows no decision, so nobody can move the dossier on.',
      }),
    );

  const ends = step.decisions.filter(decision => targetOf(decision) === 'decided');
  if (step.kind === 'work') {
    for (const { decision } of ends) {
      errors.push(
        at('decided-without-signature', {
          vi: `kết thúc hồ sơ bằng “${decisionNames[decision].vi}” mà không có chữ ký.`,
          en: `ends the dossier by "${decision}" without a signature.`,
        }),
      );
    }
  } else if (!ends.some(({ decision }) => decision === 'approve')) {
    errors.push(
      at('signature-cannot-approve', {
        vi: 'là bước ký nhưng không thể đồng ý để kết thúc hồ sơ.',
        en: 'is a signature step but cannot approve the dossier and end it.',
      }),
    );
  }

  if (step.kind === 'work' && step.sameOfficerAllowed !== undefined) {
    errors.push(
      at('same-officer-without-signature', {
        vi: 'cho phép người thụ lý ký (sameOfficerAllowed) nhưng không phải bước ký.',
        en: 'lets whoever handled sign (sameOfficerAllowed), and is no signature.',
      }),
    );
  }

  for (const decision of step.decisions) {
    if (targetOf(decision) === step.id) {
      errors.push(
        at('leads-to-itself', {
          vi: `quay lại chính nó bằng “${decisionNames[decision.decision].vi}”.`,
          en: `leads back to itself by "${decision.decision}".`,
        }),
      );
    }
    if (decision.decision !== 'consult') continue;
    const units = decision.agencies.map(agency => agency.unit);
    for (const unit of new Set(units.filter((each, index) => units.indexOf(each) !== index))) {
      errors.push(
        at('consult-repeats-agency', {
          vi: `hỏi ${unit} hai lần trong một lần lấy ý kiến.`,
          en: `consults ${unit} twice at the same time.`,
        }),
      );
    }
  }
  return errors;
}
