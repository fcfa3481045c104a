import { applicant } from '../../../schemas/dossier/applicant.ts';
import { ledgerEvent } from '../../../schemas/dossier/event.ts';
import { dossierHead } from '../../../schemas/dossier/head.ts';
import { applicantRecord } from '../../../schemas/stored/applicant-record.ts';
import { storedLabels } from '../../../schemas/stored/labels.ts';
import { storedNumber } from '../../../schemas/stored/number.ts';
import { storedKey } from '../../../schemas/stored/request.ts';
import { storedTask } from '../../../schemas/stored/task.ts';
import type { Items } from '../../kernel/table/items.ts';
import { parseStored } from '../../kernel/table/parse-stored.ts';
import { keys } from '../keys/keys.ts';
import type { DossierStore } from './dossier-store.ts';
import { holdDossier, standingOf } from './standing.ts';
import { commit, create } from './write-dossier.ts';

/** Dossiers, in the table or in memory: the same keys, conditions, order of refusals and projections. */
export function keptDossiers(items: Items): DossierStore {
  return {
    async find(code) {
      const key = keys.head(code);
      const item = await items.get(key);
      return (
        item && {
          head: parseStored(dossierHead, item['head'], key),
          labels: parseStored(storedLabels, item['labels'], key),
          held: item['hold'] !== undefined,
        }
      );
    },
    standing: (found, beyond) => standingOf(items, found, beyond),
    hold: (code, fault, now) => holdDossier(items, code, fault, now),
    async applicant(code) {
      const item = await items.get(keys.applicant(code));
      return item && parseStored(applicant, item['applicant'], keys.applicant(code));
    },
    async people(code) {
      const item = await items.get(keys.applicant(code));
      return item && parseStored(applicantRecord, item, keys.applicant(code));
    },
    async task(code, number) {
      const key = keys.task(code, number);
      const item = await items.get(key);
      return item && parseStored(storedTask, item['task'], key);
    },
    async events(code, after, limit) {
      const page = await items.query({
        partition: keys.head(code).pk,
        low: keys.event(code, after + 1).sk,
        high: keys.event(code, 999_999).sk,
        consistent: true,
        limit,
      });
      return page.items.map(({ key, item }) => parseStored(ledgerEvent, item['event'], key));
    },
    async answered(caller, key) {
      const item = await items.get(keys.answered(caller, key));
      return item && parseStored(storedKey, item, keys.answered(caller, key));
    },
    create: (place, build) => create(items, place, build),
    commit: change => commit(items, change),
    async documentsCounted(agency, register, year) {
      return storedNumber.parse(await items.get(keys.documentNumber(agency, register, year)));
    },
    async resultsCounted(agency, year) {
      return storedNumber.parse(await items.get(keys.resultNumber(agency, year)));
    },
  };
}
