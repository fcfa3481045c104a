import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { MachineOrder } from '../../../schemas/machine.ts';
import { issueResult as issueEvents } from '../../domain/dossier/decisions/issue-result.ts';
import { orderFor } from '../../domain/machine/order.ts';
import { validUntilOf } from '../../domain/results/validity.ts';
import { dateOf } from '../../domain/vietnam-time.ts';
import { changeDossier } from '../../records/dossiers/change-dossier.ts';
import type { MachineDeps } from '../../records/executions/machine-deps.ts';
import type { RulesLoader } from '../../records/rules/rules-loader.ts';
import { type MakingDeps, makeResult } from './make-result.ts';

export interface IssueDeps extends Omit<MachineDeps, 'machines' | 'registry'>, Omit<MakingDeps, 'dossiers'> {
  readonly rules: RulesLoader;
}

const actor = { kind: 'system', mechanism: 'issue' } as const;

/**
 * Makes the result of a decided dossier: takes the next number of the agency's register, stores the handler's file or
 * one rendered from the decision, and enters it with its SHA-256. With electronic return this also closes the
 * dossier. Repeated calls find it done. If other results keep taking the number first, the machine's own Retry calls
 * again, for hours.
 */
export async function issueResult(deps: IssueDeps, order: MachineOrder): Promise<MachineOrder> {
  const head = await changeDossier<DossierHead>(deps, {
    code: order.dossier,
    actor,
    now: deps.now,
    absent() {
      throw new Error(`A result is to be issued for ${order.dossier}, which does not exist.`);
    },
    async decide(context) {
      const { head } = context;
      if (head.handling !== 'decided' || head.delivery !== 'preparing' || head.proposal === null)
        return { stands: head };
      const { result, file } = await makeResult(deps, context, {
        ...head.proposal,
        validUntil: validUntilOf(context.rules.procedure, head.proposal, dateOf(context.now)),
        signature: head.signature,
        decidedAt: head.decidedAt ?? head.updatedAt,
      });
      return {
        events: issueEvents(context, { number: result.number, ...file }),
        beside: { result },
        answer: outcome => outcome.head,
      };
    },
  });
  return goingOn(head, order);
}

/**
 * Where the machine continues. An execution that would end here too early must fail visibly: its dossier has a next
 * round.
 */
function goingOn(head: DossierHead, order: MachineOrder): MachineOrder {
  if (order.returnsAtOnce && head.closedAt === null)
    throw new Error(`The result of ${head.code} was to be returned as it was made, and is not.`);
  return orderFor(head, order.renewAt);
}
