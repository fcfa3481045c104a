import * as z from 'zod';
import { acknowledgement, dossierView, resultList } from '../../../schemas/api/dossier.ts';
import { decisionReceipt } from '../../../schemas/api/task.ts';
import { type Callers, UNIT } from '../walk/callers.ts';

const PROCEDURE = '1.013225';

/** Codes of what there is on the host, by kind: requests with random ones would reach nothing. `walked` has its result. */
export async function knownObjects(
  callers: Callers,
  walked: string,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const citizen = await callers.citizen();
  const { components } = z.parse(dossierView, (await citizen.get(`/v1/dossiers/${walked}`)).body);
  const { items } = z.parse(resultList, (await citizen.get(`/v1/dossiers/${walked}/results`)).body);
  const open = await openDossiers(callers);
  return {
    dossiers: [walked, ...open],
    files: components.flatMap(({ files = [] }) => files.map(({ id }) => id)),
    results: items.map(({ number }) => number),
    tasks: [`${walked}.t1`, ...open.flatMap(code => [`${code}.t1`, `${code}.t2`])],
    procedures: [PROCEDURE, '1.013236'],
    units: [UNIT, 'H44'],
  };
}

/** Handed in at the counter; every other one is accepted, so that its first step waits. */
async function openDossiers(callers: Callers): Promise<readonly string[]> {
  const reception = await callers.officer('reception');
  const codes: string[] = [];
  for (const digit of [2, 3, 4, 5, 6, 7]) {
    const { body } = await reception.post('/v1/dossiers', {
      procedure: PROCEDURE,
      channel: 'counter',
      receivingUnit: UNIT,
      applicant: { kind: 'person', name: 'Trần Thị Bình', identityNumber: `02519000000${digit}` },
      components: ['c1', 'c2', 'c7'].map(component => ({ component, paperCopies: 1 })),
      returnBy: 'counter',
    });
    const { code } = z.parse(acknowledgement, body);
    if (digit % 2 === 0)
      z.parse(
        decisionReceipt,
        (await reception.post(`/v1/tasks/${code}.t1/decision`, { decision: 'accept' })).body,
      );
    codes.push(code);
  }
  return codes;
}
