import * as z from 'zod';
import { acknowledgement } from '../../schemas/api/dossier.ts';
import { type ApiClient, devClient } from '../../start/api-client.ts';
import { COMMUNES } from '../load/load.ts';
import { PORTAL } from '../load/plain-dossier.ts';

/** Costs 150.000 đồng, to be paid before it is examined. */
const PROCEDURE = '1.001612';

const payments = z.looseObject({ link: z.string() });
const opened = z.looseObject({ reference: z.string() });

/** A dossier that waits for its fee, and the payment that is open for it. */
export interface WaitingDossier {
  readonly code: string;
  readonly reference: string;
}

/** Submits, has accepted and opens the payment of one dossier after another, through the API. */
export async function openFiler(apiUrl: string) {
  const portal = await devClient(apiUrl, PORTAL);
  const officer = (unit: string, role: string) =>
    devClient(apiUrl, { kind: 'officer', id: `${role}.${unit}`, unit, roles: [role] });
  const overseer = await officer('H44', 'overseer');
  const receptions = new Map<string, ApiClient>();
  let last = 0;
  return {
    async file(): Promise<WaitingDossier> {
      const unit = COMMUNES[last++ % 40] ?? '';
      const reception = receptions.get(unit) ?? (await officer(unit, 'reception'));
      receptions.set(unit, reception);
      const submitted = await portal.post('/v1/dossiers', submission(unit), crypto.randomUUID());
      const { code } = acknowledgement.parse(submitted.body);
      await reception.post(`/v1/tasks/${code}.t1/decision`, { decision: 'accept' });
      const { link } = payments.parse((await overseer.get(`/v1/dossiers/${code}/payments`)).body);
      const key = new URL(link, apiUrl).searchParams.get('key');
      const answer = await overseer.post(`/v1/payments/${code}/${key}/requests`, undefined);
      return { code, reference: opened.parse(answer.body).reference };
    },
  };
}

const submission = (receivingUnit: string) => ({
  procedure: PROCEDURE,
  channel: 'online',
  receivingUnit,
  applicant: { kind: 'person', name: 'Nguyễn Văn An', identityNumber: '025090000001' },
  components: [{ component: 'c1', paperCopies: 1 }],
  returnBy: 'electronic',
});
