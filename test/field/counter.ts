import { correctApplicant } from '../../functions/features/intake/correct-applicant.ts';
import { submitDossier } from '../../functions/features/intake/submit-dossier.ts';
import { memoryRecords } from '../../functions/kernel/table/memory-records.ts';
import { memoryDossierStore } from '../../functions/records/dossiers/memory-dossier-store.ts';
import { rulesLoader } from '../../functions/records/rules/rules-loader.ts';
import { applicantCorrection, submission } from '../../schemas/api/dossier.ts';
import type { Principal } from '../../schemas/identity/principal.ts';
import {
  catalogue,
  keyring,
  memoryFiles,
  organization,
  starterProcedure,
  workCalendars,
} from '../support/lifecycle/memory-province.ts';
import { noLists } from '../support/lifecycle/no-lists.ts';
import { noIntakeLimits } from '../support/lifecycle/no-quotas.ts';
import { officerOf } from '../support/lifecycle/office.ts';

const NOW = Date.parse('2026-11-23T09:00:00+07:00');

/**
 * A counter of the starter province over records in memory: what comes in is parsed as the API parses it. Nobody is
 * limited unless it is said how.
 */
export function openCounter(limits: Partial<typeof noIntakeLimits> = {}) {
  const records = memoryRecords();
  const dossiers = memoryDossierStore(records);
  const { store: files, objects } = memoryFiles(records);
  const deps = {
    dossiers,
    catalogue,
    organization,
    workCalendars,
    rules: rulesLoader({ catalogue, workCalendars, organization }),
    files,
    objects,
    keyring: async () => keyring,
    ...noLists,
    ...noIntakeLimits,
    ...limits,
    wake: async () => {},
  };
  const call = <P, B>(caller: Principal, params: P, body: B) => ({
    caller,
    params,
    query: undefined,
    body,
    repeat: { key: undefined, requestHash: '' },
    access: { requestId: 'request', reason: null },
    ifMatch: undefined,
    language: 'vi' as const,
    now: NOW,
  });
  return {
    dossiers,
    keyring,
    records,
    /** Submits for an applicant: at the counter, or online by the account that is given. */
    async submit(
      {
        procedure,
        receivingUnit,
        competentUnit,
      }: { procedure: string; receivingUnit: string; competentUnit?: string },
      applicant: unknown,
      account?: Principal,
    ): Promise<string> {
      const body = submission.parse({
        procedure,
        channel: account ? 'online' : 'counter',
        receivingUnit,
        competentUnit,
        applicant,
        components: starterProcedure(procedure)
          .procedure.components.filter(({ required }) => required)
          .map(({ id }) => ({ component: id, paperCopies: 1 })),
      });
      const caller = account ?? officerOf(receivingUnit, 'reception');
      return (await submitDossier(deps, call(caller, undefined, body))).body.code;
    },
    async correct(code: string, receivingUnit: string, correction: unknown) {
      const body = applicantCorrection.parse(correction);
      const caller = officerOf(receivingUnit, 'reception');
      return (await correctApplicant(deps, call(caller, { code }, body))).body;
    },
  };
}
