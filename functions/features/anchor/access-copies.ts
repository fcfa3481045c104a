import type { AccessRecord } from '../../../schemas/stored/access-record.ts';
import type { PlacedRead } from '../../domain/anchor/leaves.ts';
import { canonicalJson } from '../../domain/canonical-json.ts';
import { HIGHEST } from '../../kernel/table/item-key.ts';
import type { Items } from '../../kernel/table/items.ts';
import { keys } from '../../records/keys/keys.ts';
import { entriesBack } from './ledger-entries.ts';

/** Records looked at together. */
const SLICE = 50;

interface Copy {
  readonly position: string;
  readonly owner: string;
  readonly record: AccessRecord;
}

/**
 * The positions of access records that the lists of the persons whose data were read do not have as they are in
 * the list of the day. Whose a dossier is, its ledger says: whoever owned it at one time.
 */
export async function lostCopies(items: Items, reads: readonly PlacedRead[]): Promise<string[]> {
  const lost: string[] = [];
  for (let at = 0; at < reads.length; at += SLICE) {
    const some = reads.slice(at, at + SLICE).filter(({ read }) => isRecord(read));
    const ownerOf = await owners(items, some);
    const copies = some.flatMap(({ position, read }) => copiesOf(position, read as AccessRecord, ownerOf));
    const find = await items.fetch(copies.map(keyOf), 'read');
    const missing = copies.filter(copy => {
      const found = find(keyOf(copy))?.['read'];
      return found === undefined || canonicalJson(found) !== canonicalJson(copy.record);
    });
    for (const copy of missing) if (!(await isElsewhere(items, copy))) lost.push(copy.position);
  }
  return [...new Set(lost)];
}

const isRecord = (read: unknown): boolean =>
  typeof read === 'object' && read !== null && Array.isArray((read as { dossiers?: unknown }).dossiers);

const keyOf = ({ owner, record: { at, requestId, dossiers } }: Copy) =>
  keys.readOf(owner, { at, requestId, first: dossiers[0]?.code ?? '' });

/** The record in the list of each person, as it was written there. */
function copiesOf(position: string, record: AccessRecord, ownerOf: (code: string) => string): Copy[] {
  const byOwner = Map.groupBy(record.dossiers, ({ code }) => ownerOf(code));
  return [...byOwner].map(([owner, dossiers]) => ({ position, owner, record: { ...record, dossiers } }));
}

async function owners(items: Items, reads: readonly PlacedRead[]): Promise<(code: string) => string> {
  const codes = reads.flatMap(({ read }) => (read as AccessRecord).dossiers.map(({ code }) => code));
  const find = await items.fetch(
    codes.map(code => keys.head(code)),
    'head',
    ['owner'],
  );
  return code => String((find(keys.head(code))?.['head'] as { owner?: string } | undefined)?.owner ?? '');
}

/** Whether the record is, for each of its dossiers, in the list of somebody who owned that dossier. */
async function isElsewhere(items: Items, { record }: Copy): Promise<boolean> {
  for (const { code } of record.dossiers) {
    const entries = await entriesBack(items, code, { from: undefined });
    const named = entries.flatMap(({ data }) => (typeof data['owner'] === 'string' ? [data['owner']] : []));
    const place = { at: record.at, requestId: record.requestId, first: '' };
    const lists = [...new Set(named)].map(async owner => {
      const { pk: partition, sk: low } = keys.readOf(owner, place);
      const page = await items.query({ partition, low, high: `${low}${HIGHEST}`, consistent: true });
      return page.items.some(({ item }) => isOf(item['read'], record, code));
    });
    if (!(await Promise.all(lists)).includes(true)) return false;
  }
  return true;
}

function isOf(found: unknown, record: AccessRecord, code: string): boolean {
  if (!isRecord(found)) return false;
  const { dossiers, ...rest } = found as AccessRecord;
  const { dossiers: all, ...told } = record;
  const wanted = all.filter(dossier => dossier.code === code).map(canonicalJson);
  return (
    canonicalJson(rest) === canonicalJson(told) &&
    wanted.every(text => dossiers.some(dossier => canonicalJson(dossier) === text))
  );
}
