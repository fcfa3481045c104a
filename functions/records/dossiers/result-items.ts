import type { StoredResult } from '../../../schemas/stored/result.ts';
import type { ItemWrite } from '../../kernel/table/item-write.ts';
import { keys } from '../keys/keys.ts';
import { type Cause, numberWrite } from './change-items.ts';
import type { DossierChange } from './dossier-store.ts';

/** The writes that enter a result in the register, under the next number: the register has no gaps. */
export function resultWrites({ result, outcome }: DossierChange): ItemWrite<Cause>[] {
  const { head, events } = outcome;
  if (!result || !head.result) return [];
  const { number, agency, procedureName, key } = result;
  const { sha256, size } = head.result;
  const issued = events.find(({ data }) => data.type === 'resultIssued');
  if (!issued || !head.outcome) throw new TypeError(`${head.code} enters a result that it does not issue`);
  const { code, outcome: granted } = head;
  const entry: StoredResult = {
    number,
    dossier: code,
    agency,
    procedureName,
    outcome: granted,
    issuedAt: issued.at,
    sha256,
    size,
    key,
  };
  return [
    numberWrite(keys.resultNumber(agency, result.year), result.count - 1),
    { refusal: 'number', key: keys.result(number), change: { put: entry }, when: { exists: false } },
  ];
}
