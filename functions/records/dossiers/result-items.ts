import type { StoredResult } from '../../../schemas/stored/result.ts';
import { issuedResults } from '../../domain/results/issued-results.ts';
import type { ItemWrite } from '../../kernel/table/item-write.ts';
import { keys } from '../keys/keys.ts';
import { type Cause, numberWrite } from './change-items.ts';
import type { DossierChange } from './dossier-store.ts';

/**
 * The writes to the register of results: a new result under the next number, without gaps, and the mark on one that no
 * longer holds. Nothing else of an entry ever changes.
 */
export function resultWrites({ result, numbered, outcome }: DossierChange): ItemWrite<Cause>[] {
  return [
    ...(numbered
      ? [
          numberWrite(
            keys.documentNumber(numbered.agency, numbered.register, numbered.year),
            numbered.count - 1,
          ),
        ]
      : []),
    ...(result ? entryWrites(result, outcome) : []),
    ...outcome.events.flatMap(event => revocationWrites(event)),
  ];
}

function entryWrites(
  { number, agency, procedureName, key, year, count, kind, document }: NonNullable<DossierChange['result']>,
  { head, events }: DossierChange['outcome'],
): ItemWrite<Cause>[] {
  const issued = issuedResults(events).find(each => each.number === number);
  if (!issued || !head.outcome) throw new TypeError(`${head.code} enters a result that it does not issue`);
  const { issuedAt, sha256, size, validUntil } = issued;
  const entry: StoredResult = {
    number,
    dossier: head.code,
    agency,
    procedureName,
    outcome: head.outcome,
    issuedAt,
    sha256,
    size,
    key,
    ...(kind && { kind }),
    ...(document && { document }),
    ...(validUntil !== undefined && { validUntil }),
  };
  return [
    numberWrite(keys.resultNumber(agency, year), count - 1),
    { refusal: 'number', key: keys.result(number), change: { put: entry }, when: { exists: false } },
    {
      refusal: 'version',
      key: keys.vault(head.owner, number),
      change: { put: { number, dossier: head.code } },
    },
  ];
}

/** The conditions of a change that cites results: each still holds when it is committed. */
export function citedWrites(numbers: readonly string[]): ItemWrite<Cause>[] {
  return [...new Set(numbers)].map(number => ({
    refusal: 'version',
    key: keys.result(number),
    change: { check: true },
    when: { exists: true, without: ['revoked'] },
  }));
}

function revocationWrites({ data, at }: DossierChange['outcome']['events'][number]): ItemWrite<Cause>[] {
  if (data.type !== 'resultRevoked' && data.type !== 'resultReplaced') return [];
  const { ground } = data;
  const [number, replacedBy] =
    data.type === 'resultRevoked' ? [data.number, null] : [data.replaces, data.number];
  return [
    {
      refusal: 'version',
      key: keys.result(number),
      change: { set: { revoked: { at, ground, replacedBy } } },
      when: { exists: true, without: ['revoked'] },
    },
  ];
}
