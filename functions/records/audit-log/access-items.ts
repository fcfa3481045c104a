import { describeActor } from '../../domain/dossier/describe-actor.ts';
import { accessKeptUntil } from '../../domain/rights/access-retention.ts';
import { DAY, dateOf, parseInstant } from '../../domain/vietnam-time.ts';
import { indexKeys, keys } from '../keys/keys.ts';
import { droppedAfter } from '../keys/table-design.ts';
import type { NewAccess } from './access-record-store.ts';
import { marksOf } from './once-a-day.ts';

/**
 * The items of an access record: one in the list of the day and of the reader, one in the list of each person, and
 * the marks of entries kept once a day.
 */
export function accessItems(entry: NewAccess) {
  const { record, owners } = entry;
  const at = parseInstant(record.at);
  const kept = droppedAfter(accessKeptUntil(at));
  const place = (dossiers: typeof record.dossiers) => ({
    at: record.at,
    requestId: record.requestId,
    first: dossiers[0]?.code ?? '',
  });
  const whole = place(record.dossiers);
  const day = {
    ...keys.readOn(dateOf(at), whole),
    ...indexKeys.reads(describeActor(record.reader), whole),
    read: record,
    ...kept,
  };
  const persons = [...owners].map(([owner, codes]) => {
    const dossiers = record.dossiers.filter(({ code }) => codes.has(code));
    return { ...keys.readOf(owner, place(dossiers)), read: { ...record, dossiers }, ...kept };
  });
  const marks = marksOf(entry).map(mark => ({ ...mark, ...droppedAfter(at + 2 * DAY) }));
  return [day, ...persons, ...marks];
}
