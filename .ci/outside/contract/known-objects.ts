import * as z from 'zod';
import { acknowledgement, dossierView, listedDossier, resultList } from '../../../schemas/api/dossier.ts';
import { pageOf } from '../../../schemas/api/paging.ts';
import { decisionReceipt } from '../../../schemas/api/task.ts';
import { type ApiClient, devClient } from '../../../start/api-client.ts';

const UNIT = 'H44.101';
const PROCEDURE = '1.013225';

/** The citizen whose dossier the host’s own demonstration has walked to its result. */
export const DEMO_CITIZEN = '025090000001';

/** Codes of what there is on the host, by kind: requests with random ones would reach nothing. */
export async function knownObjects(api: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const citizen = await devClient(api, { kind: 'citizen', id: DEMO_CITIZEN });
  const walked = await ownDossier(citizen);
  const { components } = z.parse(dossierView, (await citizen.get(`/v1/dossiers/${walked}`)).body);
  const { items } = z.parse(resultList, (await citizen.get(`/v1/dossiers/${walked}/results`)).body);
  const open = await openDossiers(api);
  return {
    dossiers: [walked, ...open],
    files: components.flatMap(({ files = [] }) => files.map(({ id }) => id)),
    results: items.map(({ number }) => number),
    tasks: [`${walked}.t1`, ...open.flatMap(code => [`${code}.t1`, `${code}.t2`])],
    procedures: [PROCEDURE, '1.013236'],
    units: [UNIT, 'H44'],
  };
}

async function ownDossier(citizen: ApiClient): Promise<string> {
  const page = z.parse(pageOf(listedDossier), (await citizen.get('/v1/dossiers')).body);
  const [first] = page.items;
  if (!first) throw new Error('the demonstration has left no dossier');
  return first.code;
}

/** Handed in at the counter; every other one is accepted, so that its first step waits. */
async function openDossiers(api: string): Promise<readonly string[]> {
  const reception = await devClient(api, {
    kind: 'officer',
    id: 'tiepnhan.h44-101',
    unit: UNIT,
    roles: ['reception'],
  });
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
