import { dateOf, parseInstant } from '../../domain/vietnam-time.ts';
import type { ItemKey } from '../../kernel/table/item-key.ts';
import { keys } from '../keys/keys.ts';
import type { NewAccess } from './access-record-store.ts';

/** The marks of an entry kept once a day: this reader read these dossiers in this way on that day. */
export function marksOf({ record, onceADay }: NewAccess): ItemKey[] {
  return onceADay ? record.dossiers.map(dossier => markOf(record, dossier)) : [];
}

function markOf({ at, reader, operation }: NewAccess['record'], { code, file }: Dossier): ItemKey {
  const by = 'id' in reader ? reader.id : reader.key;
  return keys.readMark(code, dateOf(parseInstant(at)), `${reader.kind}:${by}`, file ?? operation);
}

type Dossier = NewAccess['record']['dossiers'][number];

/**
 * Which entries still have to be kept, given the existing marks. Two equal reads at the same moment may both be kept;
 * a duplicate does no harm.
 */
export function stillToKeep(entries: readonly NewAccess[], stands: (mark: ItemKey) => boolean): NewAccess[] {
  return entries.flatMap(entry => {
    if (!entry.onceADay) return [entry];
    const { record, owners } = entry;
    const dossiers = record.dossiers.filter(dossier => !stands(markOf(record, dossier)));
    if (dossiers.length === 0) return [];
    const left = new Set(dossiers.map(({ code }) => code));
    const ownersLeft = [...owners]
      .map(([owner, codes]) => [owner, new Set([...codes].filter(code => left.has(code)))] as const)
      .filter(([, codes]) => codes.size > 0);
    return [{ ...entry, record: { ...record, dossiers }, owners: new Map(ownersLeft) }];
  });
}
