import type { Body, Client } from '../../api/client.ts';
import { amountOf } from '../../wording/typed-amount.ts';
import { countsOf } from '../fees/charge-body.ts';
import type { EnteredCharge } from './charge-fields.tsx';
import { type EnteredDossier, handedOver, intakeOf, type Procedure } from './intake.ts';
import type { Taken } from './visit.ts';

/**
 * Submits a dossier and, if wanted, accepts it at once. A refused submission throws and leaves nothing; once there is a
 * dossier, a refused acceptance is told with it, because the dossier stays.
 */
export async function takeIn(
  api: Client,
  asked: {
    readonly procedure: Procedure;
    readonly unit: string;
    readonly dossier: EnteredDossier;
    readonly key: string;
    readonly accepts: boolean;
    readonly charge: EnteredCharge;
  },
): Promise<Taken> {
  const { procedure, dossier, key } = asked;
  const body = intakeOf(procedure, asked.unit, dossier);
  const { code } = await api.get('submitDossier', { body, key });
  const names = new Map(procedure.components.map(({ id, name }) => [id, name]));
  const taken = {
    code,
    procedure,
    papers: handedOver(procedure, dossier).map(
      ({ component, paperCopies = 0, paperKind = null, files = [] }) => ({
        name: names.get(component) ?? component,
        copies: paperCopies,
        kind: paperKind,
        files: files.length,
      }),
    ),
    returnBy: dossier.returnBy,
  };
  if (!asked.accepts) return { ...taken, accepted: undefined, failure: undefined };
  try {
    const { tasks } = await api.get('getDossier', { params: { code } });
    const task = tasks.find(({ phase }) => phase === 'reception');
    if (!task) return { ...taken, accepted: undefined, failure: undefined };
    const accepted = await api.get('decideTask', {
      params: { id: task.id },
      body: { decision: 'accept', ...chargeOf(asked.charge) },
      key: `${key}-accept`,
    });
    return { ...taken, accepted, failure: undefined };
  } catch (failure) {
    return { ...taken, accepted: undefined, failure };
  }
}

type Accept = Extract<Body<'decideTask'>, { decision: 'accept' }>;

function chargeOf(entered: EnteredCharge): Pick<Accept, 'amountDue' | 'case' | 'counts'> {
  const amountDue = amountOf(entered.amountDue.trim());
  const counts = countsOf(entered.counts);
  return {
    ...(typeof amountDue === 'number' && { amountDue }),
    ...(entered.case !== '' && { case: entered.case }),
    ...(counts && { counts }),
  };
}
