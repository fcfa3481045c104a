import type { Answer } from '../../api/client.ts';
import type { ReliefAtReception } from '../../api/generated.ts';
import type { DecisionName } from '../decision/decision-fields.ts';
import type { Choices } from '../decision/decision-input.tsx';
import { type ChargeChoices, chargeChoices } from '../fees/charge-choices.ts';
import type { Dossier } from './dossier.tsx';

type Workflow = Answer<'getWorkflow'>['workflow'];

/**
 * What can be chosen with a decision at a step, by the procedure's workflow of today. A dossier that follows an earlier
 * version may allow something else, which the API then says.
 */
export function choicesAt(
  dossier: Pick<Dossier, 'acceptedAt' | 'bill' | 'components' | 'fee' | 'money'>,
  step: string | null,
  workflow: Workflow | undefined,
  decision: DecisionName,
  reliefs: readonly ReliefAtReception[] = [],
): Choices {
  const options = workflow?.steps.find(({ id }) => id === step)?.decisions ?? [];
  const here = options.filter(option => option.decision === decision);
  const names = new Map(workflow?.steps.map(({ id, name }) => [id, name]));
  const consulted = options.flatMap(option =>
    option.decision === 'consult' ? option.agencies.map(({ unit }) => unit) : [],
  );
  return {
    // What is asked for comes first.
    papers: dossier.components.toSorted((one, other) => order(one) - order(other)),
    charge: chargeAt(dossier, decision, reliefs),
    steps: here.flatMap(option =>
      'to' in option && option.to !== 'decided'
        ? [{ id: option.to, name: names.get(option.to) ?? option.to }]
        : [],
    ),
    agencies: decision === 'consult' || decision === 'proceed' ? consulted : [],
    pauses: here.flatMap(option => (option.decision === 'pause' ? option.kinds : [])),
  };
}

/** At acceptance what is not paid yet; with a supplement the whole fee, once an acceptance settled it. */
function chargeAt(
  { acceptedAt, bill, fee, money }: Pick<Dossier, 'acceptedAt' | 'bill' | 'fee' | 'money'>,
  decision: DecisionName,
  reliefs: readonly ReliefAtReception[],
): ChargeChoices {
  if (decision === 'accept') return chargeChoices(money === 'paid' ? null : fee, reliefs);
  if (acceptedAt === null) return chargeChoices(null);
  return { ...chargeChoices(fee, reliefs), anew: { relieved: (bill?.relieved ?? 0) > 0 } };
}

const order = ({ state }: Dossier['components'][number]) =>
  state === 'wanted' ? 0 : state === 'missing' ? 1 : 2;
