import type { ItemWrite } from '../../kernel/table/item-write.ts';
import { keys } from '../keys/keys.ts';
import { type Cause, numberWrite } from './change-items.ts';
import type { DossierChange } from './dossier-store.ts';

/** The writes that enter a result in the register, under the next number: the register has no gap. */
export function resultWrites({ result, outcome }: DossierChange): ItemWrite<Cause>[] {
  const { head, events } = outcome;
  if (!result || !head.result) return [];
  const { number, agency, procedureName, key } = result;
  const { sha256, size } = head.result;
  const issued = events.find(({ data }) => data.type === 'resultIssued');
  const entry = {
    number,
    dossier: head.code,
    agency,
    procedureName,
    outcome: head.outcome,
    issuedAt: issued?.at,
    sha256,
    size,
    key,
  };
  return [
    numberWrite(keys.resultNumber(agency, result.year), result.count - 1),
    { refusal: 'number', key: keys.result(number), change: { put: entry }, when: { exists: false } },
  ];
}
