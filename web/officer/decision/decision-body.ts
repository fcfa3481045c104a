import type { Answer } from '../../api/client.ts';
import { amountOf } from '../../wording/typed-amount.ts';
import { countsOf, reliefsOf } from '../fees/charge-body.ts';
import type { Decision, DecisionField, DecisionName } from './decision-fields.ts';
import { askedFor, decisionFields } from './decision-fields.ts';

/** What was entered, by field: text as typed, several choices by their codes, paper copies by component. */
export type Entered = Readonly<Record<string, string | readonly string[] | Readonly<Record<string, string>>>>;

type Task = Answer<'getTask'>;

/**
 * The decision as it is sent: what was left empty is left out, and a confirmation names the proposal that was shown,
 * so that nothing else is signed.
 */
export function decisionBody(decision: DecisionName, entered: Entered, task: Task): Decision {
  const proposal = confirmed(decision, task);
  return {
    decision,
    ...membersOf(decisionFields[decision], entered),
    ...(proposal !== undefined && { proposal }),
    // Each member was asked for as the decision's own fields say.
  } as unknown as Decision;
}

/** What was entered in these fields, as it is sent; what was left empty is left out. */
export function membersOf(fields: readonly DecisionField[], entered: Entered): Record<string, unknown> {
  const members = askedFor(fields, entered).flatMap(field => {
    const value = sentValue(field, entered[field.name]);
    return value === undefined ? [] : [[field.name, value] as const];
  });
  return Object.fromEntries(members);
}

function confirmed(decision: DecisionName, task: Task): string | undefined {
  if (decision === 'signApology') return task.extension?.digest;
  if (decision === 'confirmChange') return task.resultChange?.digest;
  return decision === 'approve' && task.phase === 'signature' ? task.proposal?.digest : undefined;
}

function sentValue({ kind }: DecisionField, entered: Entered[string] | undefined): unknown {
  if (entered === undefined) return undefined;
  if (typeof entered === 'object' && !Array.isArray(entered)) {
    const typed = entered as Record<string, string>;
    if (kind === 'counts') return countsOf(typed);
    return kind === 'reliefs' ? reliefsOf(typed) : suppliedOf(typed);
  }
  if (Array.isArray(entered)) return entered.length === 0 ? undefined : entered;
  const text = String(entered).trim();
  if (text === '') return undefined;
  switch (kind) {
    case 'money':
      return amountOf(text);
    case 'lines':
      return text.split('\n').flatMap(line => line.trim() || []);
    case 'agrees':
      return text === 'yes';
    case 'witnesses':
      return Number(text);
    default:
      return text;
  }
}

/** Papers that were brought: those with at least one copy. */
function suppliedOf(copies: Readonly<Record<string, string>>): unknown {
  const supplied = Object.entries(copies).flatMap(([component, count]) =>
    Number(count) > 0 ? [{ component, paperCopies: Number(count) }] : [],
  );
  return supplied.length === 0 ? undefined : supplied;
}
