import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { MachineOrder } from '../../../schemas/machine.ts';
import { issueResult as issueEvents } from '../../domain/dossier/decisions/issue-result.ts';
import { formatResultNumber } from '../../domain/dossier/number.ts';
import { orderFor } from '../../domain/machine/order.ts';
import type { Letterhead } from '../../domain/printing/letterhead.ts';
import { dateOf } from '../../domain/vietnam-time.ts';
import { changeDossier, type DossierContext } from '../../records/dossiers/change-dossier.ts';
import type { MachineDeps } from '../../records/executions/machine-deps.ts';
import type { Keyring } from '../../records/keyring/keyring.ts';
import type { RulesLoader } from '../../records/rules/rules-loader.ts';
import type { ResultFiles } from './result-files.ts';

export interface IssueDeps extends Omit<MachineDeps, 'machines' | 'registry'> {
  readonly rules: RulesLoader;
  readonly resultFiles: ResultFiles;
  readonly keyring: () => Promise<Pick<Keyring, 'resultCode'>>;
  /** The letterhead of a unit's documents, with its current name. */
  readonly letterhead: (unit: string) => Promise<Letterhead>;
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
      const { result, file } = await makeResult(deps, context, head.proposal);
      return {
        events: issueEvents(context, { number: result.number, ...file }),
        beside: { result },
        answer: outcome => outcome.head,
      };
    },
  });
  return goingOn(head, order);
}

/** The entry of the register under its next number, and the stored file. */
async function makeResult(
  deps: IssueDeps,
  { head, labels, now }: DossierContext,
  proposal: NonNullable<DossierContext['head']['proposal']>,
) {
  const agency = head.competentUnit;
  const year = dateOf(now).slice(0, 4);
  const [counted, applicant, letterhead, keyring] = await Promise.all([
    deps.dossiers.resultsCounted(agency, year),
    deps.dossiers.applicant(head.code),
    deps.letterhead(agency),
    deps.keyring(),
  ]);
  const count = counted + 1;
  const number = formatResultNumber(agency, year, count);
  const { procedureName } = labels;
  const { key, ...file } = await deps.resultFiles.store({
    dossier: head.code,
    number,
    outcome: proposal.outcome,
    text: proposal.text,
    given: proposal.resultFile,
    procedureName,
    letterhead,
    signature: head.signature,
    applicantName: applicant?.name ?? '',
    decidedAt: head.decidedAt ?? head.updatedAt,
    verificationCode: keyring.resultCode(head.code, number),
  });
  return { result: { number, agency, year, count, procedureName, key }, file };
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
