import type { ApplicantRecord } from '../../../schemas/stored/applicant-record.ts';
import type { ItemWrite } from '../../kernel/table/item-write.ts';
import { accessItems } from '../audit-log/access-items.ts';
import { keys } from '../keys/keys.ts';
import type { ChangedPeople, NewDossier } from './dossier-store.ts';

/** The people of a new dossier, as stored. */
export function peopleRecord({
  applicant,
  handedInBy,
  returnAddress,
  formData,
}: NewDossier): ApplicantRecord {
  return {
    applicant,
    ...(handedInBy && { handedInBy }),
    ...(returnAddress !== undefined && { returnAddress }),
    ...(formData && { formData }),
    earlier: [],
  };
}

/** The writes of a correction: the new details of the people, and the record of the officer's read of the old ones. */
export function peopleWrites(code: string, people: ChangedPeople | undefined): ItemWrite<'version'>[] {
  if (!people) return [];
  const seen = people.seen.flatMap(accessItems).map(({ pk, sk, ...item }) => ({ key: { pk, sk }, item }));
  return [{ key: keys.applicant(code), item: people.record }, ...seen].map(({ key, item }) => ({
    refusal: 'version',
    key,
    change: { put: { ...item } },
  }));
}
