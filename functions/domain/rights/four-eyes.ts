import { twoPeople } from '../../../law/rights/two-people.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { Workflow, WorkflowStep } from '../../../schemas/catalogue/workflow.ts';
import type { LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { PlannedTask } from '../../../schemas/dossier/task.ts';

type Entry = Pick<LedgerEvent, 'actor' | 'opens' | 'closes' | 'data'>;
type Signed = Pick<PlannedTask, 'phase' | 'step'>;

const among = (list: readonly string[] | undefined, value: string | undefined): boolean =>
  value !== undefined && (list?.includes(value) ?? false);

/** Whether a decision signs something. */
export function isSignature({ phase }: Pick<Signed, 'phase'>, decision: string): boolean {
  const signing: Readonly<Record<string, readonly string[]>> = twoPeople.signing;
  return among(signing[phase], decision);
}

/**
 * Whether a second person must take a decision, because it signs something; not where the
 * workflow leaves it to the same one.
 */
export function needsSecondPerson(task: Signed, decision: string, workflow: Workflow): boolean {
  return isSignature(task, decision) && signedAt(task, workflow)?.sameOfficerAllowed === undefined;
}

/** The step whose signature it is; apologies and changed results are signed by whoever signs results. */
function signedAt({ phase, step }: Signed, { steps }: Workflow): WorkflowStep | undefined {
  return phase === 'apology' || phase === 'resultChange'
    ? steps.find(({ kind }) => kind === 'signature')
    : steps.find(({ id }) => id === step);
}

/** The accounts of those who handled a dossier or proposed something in it, as its whole ledger tells. */
export function handledBy(ledger: readonly Entry[]): ReadonlySet<string> {
  const phases = new Map(ledger.flatMap(({ opens }) => opens.map(({ id, phase }) => [id, phase] as const)));
  const handling = ({ closes, data }: Entry): boolean =>
    among(twoPeople.proposing, data.type) ||
    closes.some(({ task }) => among(twoPeople.handling, phases.get(task)));
  return new Set(
    ledger.flatMap(entry => (entry.actor.kind === 'officer' && handling(entry) ? [entry.actor.id] : [])),
  );
}

/** Refuses the signature of whoever handled the dossier or proposed what is signed, under any of their accounts. */
export function demandFourEyes(ledger: readonly Entry[], accounts: readonly string[]): void {
  const handling = handledBy(ledger);
  if (!accounts.some(account => handling.has(account))) return;
  throw new ProblemError('four-eyes', {
    vi: 'Ông/bà đã thụ lý hoặc trình hồ sơ này nên không được ký; hãy để người có thẩm quyền khác ký.',
    en: 'You handled this dossier or proposed something in it: somebody else who may sign must sign it.',
  });
}
