import type { Workflow, WorkflowStep } from '../../../schemas/catalogue/workflow.ts';
import { joined, type Words } from '../../../schemas/words.ts';
import { limitText } from '../wording/amounts.ts';
import type { Finding } from './lint-findings.ts';
import { heaviestForwardPath } from './lint-graph.ts';

/** A time limit of a step or of the law. */
export type Limit = WorkflowStep['limit'];

/**
 * An office day has eight working hours (07:00–11:30 and 13:30–17:00), so days and hours of office time are
 * comparable.
 */
const HOURS_A_DAY = 8;

/** Amounts of one kind of time: office hours, calendar days, or months; different kinds cannot be compared. */
type Scale = 'workingHour' | 'calendarDay' | 'month';

/**
 * Whether the limits of the steps, added up along the longest forward path, exceed the legal limit. Warnings only: in
 * practice a step is done before its limit.
 */
export function lintLimits(workflow: Workflow, legalLimit: Limit): Finding[] {
  const longest = heaviestForwardPath(workflow, step => measure(step.limit).amount);
  if (longest === 'none' || longest === 'circular') return [];
  const inDays = longest.steps.every(({ limit }) => limit.unit === 'calendarDay');
  const legal = measure(inDays ? shortestDays(legalLimit) : legalLimit);
  const other = longest.steps.find(step => measure(step.limit).scale !== legal.scale);
  if (other !== undefined) {
    const [all, own] = [limitText(legalLimit), limitText(other.limit)];
    const message = {
      vi: `Không cộng được thời hạn các bước để so với thời hạn giải quyết ${all.vi}: bước “${other.id}” tính theo loại thời gian khác (${own.vi}).`,
      en: `The limits cannot be added up to compare with the legal limit of ${all.en}: step "${other.id}" is counted in another kind of time (${own.en}).`,
    };
    return [{ code: 'limits-not-comparable', step: other.id, message }];
  }
  if (longest.weight <= legal.amount) return [];
  const parts = joined(
    longest.steps.map(({ id, limit }) => ({
      vi: `${id} ${limitText(limit).vi}`,
      en: `${id} ${limitText(limit).en}`,
    })),
    ' + ',
  );
  const [sum, all] = [
    inUnitOf(inDays ? shortestDays(legalLimit) : legalLimit, longest.weight),
    limitText(legalLimit),
  ];
  const message = {
    vi: `Các bước cộng lại là ${sum.vi} (${parts.vi}), trong khi thời hạn giải quyết là ${all.vi}.`,
    en: `The steps add up to ${sum.en} (${parts.en}), but the legal limit is ${all.en}.`,
  };
  return [{ code: 'limits-exceed-legal', step: null, message }];
}

/** Consultations that may last longer than the step that waits for them. */
export function lintConsultations(step: WorkflowStep): Finding[] {
  const own = measure(step.limit);
  return step.decisions.flatMap(decision => {
    if (decision.decision !== 'consult') return [];
    return decision.agencies.flatMap(({ unit, limit }): Finding[] => {
      const asked = measure(limit);
      if (asked.scale !== own.scale || asked.amount <= own.amount) return [];
      const [agency, whole] = [limitText(limit), limitText(step.limit)];
      const message = {
        vi: `Lấy ý kiến ${unit} có thể kéo dài ${agency.vi}, lâu hơn cả bước “${step.id}” (${whole.vi}).`,
        en: `Consulting ${unit} may take ${agency.en}, longer than step "${step.id}" itself (${whole.en}).`,
      };
      return [{ code: 'consult-longer-than-step', step: step.id, message }];
    });
  });
}

function measure(limit: Limit): { scale: Scale; amount: number } {
  if (limit.unit === 'workingDay') return { scale: 'workingHour', amount: limit.amount * HOURS_A_DAY };
  return { scale: limit.unit, amount: limit.amount };
}

/** A limit in months, in the least days it can have. */
function shortestDays(limit: Limit): Limit {
  return limit.unit === 'month' ? { amount: limit.amount * 28, unit: 'calendarDay' } : limit;
}

function inUnitOf(limit: Limit, amount: number): Words {
  const sum = limit.unit === 'workingDay' ? amount / HOURS_A_DAY : amount;
  return limitText({ amount: sum, unit: limit.unit });
}
