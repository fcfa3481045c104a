import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { MachineOrder } from '../../../schemas/machine.ts';
import { issueResult as issueEvents } from '../../domain/dossier/decisions/issue-result.ts';
import { formatResultNumber } from '../../domain/dossier/number.ts';
import { sealEvents } from '../../domain/dossier/seal.ts';
import { orderFor } from '../../domain/machine/order.ts';
import type { Letterhead } from '../../domain/printing/letterhead.ts';
import { dateOf } from '../../domain/vietnam-time.ts';
import type { MachineDeps } from '../../records/executions/machine-deps.ts';
import type { RulesLoader } from '../../records/rules/rules-loader.ts';
import type { ResultFiles } from './result-files.ts';

export interface IssueDeps extends Omit<MachineDeps, 'machines'> {
  readonly rules: RulesLoader;
  readonly resultFiles: ResultFiles;
  /** The head of a unit's documents, as its name stands at this time. */
  readonly letterhead: (unit: string) => Promise<Letterhead>;
}

const actor = { kind: 'system', mechanism: 'issue' } as const;

/** Tries when another result of the agency took the number first. */
const ATTEMPTS = 30;

/**
 * Makes the result of a decided dossier: takes the next number of the agency's register, stores the file the handler gave, or one
 * rendered from the decision, and enters it with its SHA-256. An electronic return closes the dossier with it. Repeated calls find
 * it done.
 */
export async function issueResult(deps: IssueDeps, order: MachineOrder): Promise<MachineOrder> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const found = await deps.dossiers.find(order.dossier);
    if (!found) throw new Error(`A result is to be issued for ${order.dossier}, which does not exist.`);
    const { head, labels } = found;
    if (head.handling !== 'decided' || head.delivery !== 'preparing' || head.proposal === null) {
      await upToDate(deps, order);
      return goingOn(head, order);
    }
    const now = deps.now();
    const year = dateOf(now).slice(0, 4);
    const count = (await deps.dossiers.resultsCounted(head.competentUnit, year)) + 1;
    const number = formatResultNumber(head.competentUnit, year, count);
    const applicant = await deps.dossiers.applicant(head.code);
    const file = await deps.resultFiles.store({
      dossier: head.code,
      number,
      outcome: head.proposal.outcome,
      text: head.proposal.text,
      given: head.proposal.resultFile,
      procedureName: labels.procedureName,
      letterhead: await deps.letterhead(head.competentUnit),
      applicantName: applicant?.name ?? '',
      decidedAt: head.decidedAt ?? order.wakeAt,
    });
    const rules = await deps.rules.load(head.rules);
    const { key, ...issued } = file;
    const events = issueEvents({ head, rules, actor, now }, { number, ...issued });
    const outcome = sealEvents({ code: head.code, head }, events, { actor, now });
    const result = {
      number,
      agency: head.competentUnit,
      year,
      count,
      procedureName: labels.procedureName,
      key,
    };
    const refusal = await deps.dossiers.commit({ before: head, outcome, labels, result });
    if (refusal) continue;
    await upToDate(deps, order);
    return goingOn(outcome.head, order);
  }
  throw new Error(`No number could be had for the result of ${order.dossier}; it is tried again.`);
}

/** Where the machine goes on. An execution that was to end here, and must not, fails for all to see: its dossier has a next round. */
function goingOn(head: DossierHead, order: MachineOrder): MachineOrder {
  if (order.returnsAtOnce && head.closedAt === null)
    throw new Error(`The result of ${head.code} was to be returned as it was made, and is not.`);
  return orderFor(head, order.renewAt);
}

/** The machine itself brings the order on, so it is not behind its dossier, unless a wait was noted meanwhile. */
async function upToDate(deps: IssueDeps, order: MachineOrder): Promise<void> {
  const record = await deps.book.read(order.dossier);
  if (record?.token === undefined && record?.wakeSk !== undefined)
    await deps.book.told(order.dossier, record);
}
