import type { ApplicantRecord } from '../../../schemas/dossier/applicant-record.ts';
import type { NamedWrite } from '../../kernel/table/transact.ts';
import { accessItems } from '../audit-log/access-items.ts';
import { keys } from '../keys/keys.ts';
import type { ChangedPeople, NewDossier } from './dossier-store.ts';

/** The people of a new dossier, as they are kept. */
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

/** The writes of a correction: the people as they are now, and the record of who saw them as they were. */
export function peopleWrites(table: string, code: string, people: ChangedPeople | undefined): NamedWrite[] {
  if (!people) return [];
  const Item = { ...keys.applicant(code), ...people.record };
  const items = [Item, ...people.seen.flatMap(accessItems)];
  return items.map(item => ({ name: 'version', write: { Put: { TableName: table, Item: item } } }));
}
