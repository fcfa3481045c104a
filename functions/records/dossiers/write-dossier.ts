import { storedNumber } from '../../../schemas/stored/number.ts';
import { storedAnswer } from '../../../schemas/stored/request.ts';
import { formatDossierCode } from '../../domain/dossier/number.ts';
import { waitingTask } from '../../domain/dossier/waiting.ts';
import { foundChanges, foundEntries } from '../../domain/projections/found-entries.ts';
import { projectionChanges } from '../../domain/projections/projection-changes.ts';
import { FOLDING } from '../../domain/search/fold.ts';
import { parseInstant } from '../../domain/vietnam-time.ts';
import { AGAIN, type RetryPolicy, retry } from '../../kernel/retry/retry.ts';
import type { Attributes, ItemOutcome, ItemWrite } from '../../kernel/table/item-write.ts';
import type { Items } from '../../kernel/table/items.ts';
import { MOST_WRITES } from '../../kernel/table/transact.ts';
import type { Refusal } from '../commands/case-store.ts';
import { indexKeys, keys } from '../keys/keys.ts';
import { providerSerials, takenNumbers } from '../money/receipt-items.ts';
import { padWrites } from '../pads/pad-items.ts';
import { foundWrites } from '../search-index/found-items.ts';
import { addFound, isNotIn } from './add-found.ts';
import {
  answerWrites,
  type Cause,
  changedWrites,
  eventWrites,
  fileWrites,
  headItem,
  numberWrite,
  projectionWrites,
  wakeWrites,
} from './change-items.ts';
import type { DossierChange, NewDossier, NumberedPlace } from './dossier-store.ts';
import { peopleRecord, peopleWrites } from './people-items.ts';
import { citedWrites, resultWrites } from './result-items.ts';

/**
 * Retries for the next number of an agency before giving up as too busy. Every lost try means that another dossier
 * got its number, and returns the current count, so that a whole morning's queue gets through one by one.
 */
const takingNumbers: RetryPolicy = { tries: 200, first: 4, longest: 50 };

/** Creates a dossier under the next number of its agency and day. */
export async function create<N extends NewDossier>(
  items: Items,
  place: NumberedPlace,
  build: (code: string) => N,
): Promise<N | Refusal> {
  const counter = keys.dossierNumber(place.agency, place.date);
  let taken = storedNumber.parse(await items.get(counter));
  const created = await retry<N | Refusal>(
    async () => {
      const dossier = build(formatDossierCode(place.agency, place.date, taken + 1, place.last));
      const { head } = dossier.outcome;
      const writes = [
        numberWrite(counter, taken),
        // Before the files: a repeat that raced its first request finds them bound by that very request.
        ...answerWrites(dossier.answer, parseInstant(head.submittedAt)),
        ...(dossier.quota ?? []),
        ...creationWrites(dossier),
      ];
      const found = foundEntries(head, dossier.foundBy, MOST_WRITES - writes.length);
      const made = await items.transact([...writes, ...foundWrites(found)]);
      if (made.done) {
        await addFound(items, head, foundEntries(head, dossier.foundBy).filter(isNotIn(found)));
        return dossier;
      }
      if (made.refusal !== 'number') return refusalOf(made);
      taken = storedNumber.parse(made.found);
      return AGAIN;
    },
    takingNumbers,
    items.pauses,
  );
  return created === AGAIN ? { refused: 'number' } : created;
}

function creationWrites(dossier: NewDossier): ItemWrite<Cause>[] {
  const { outcome, labels } = dossier;
  const { head, events } = outcome;
  const put = (key: ItemWrite['key'], item: Attributes): ItemWrite<Cause> => ({
    refusal: 'version',
    key,
    change: { put: item },
    when: { exists: false },
  });
  return [
    put(keys.head(head.code), headItem(head, labels)),
    put(keys.applicant(head.code), { ...peopleRecord(dossier), folding: FOLDING }),
    put(keys.machine(head.code), {
      round: 1,
      ended: false,
      openTask: waitingTask(head)?.id ?? null,
      ...indexKeys.wake(head.code, head.submittedAt),
    }),
    ...eventWrites(events),
    ...changedWrites(undefined, head),
    ...projectionWrites(head.code, projectionChanges(undefined, outcome, labels)),
    ...fileWrites(head.code, dossier.files),
    ...citedWrites(dossier.cited ?? []),
  ];
}

/** Commits a change unless the dossier has been changed since the decision. */
export async function commit(items: Items, change: DossierChange): Promise<Refusal | undefined> {
  const { before, outcome, labels } = change;
  const { code } = before;
  const at = outcome.events.at(-1)?.at ?? before.submittedAt;
  const writes: ItemWrite<Cause>[] = [
    ...answerWrites(change.answer, parseInstant(at)),
    {
      refusal: 'version',
      key: keys.head(code),
      change: { put: headItem(outcome.head, labels) },
      when: {
        equals: { 'head.version': before.version, 'head.lastHash': before.lastHash },
        without: ['hold'],
      },
    },
    ...peopleWrites(code, change.people),
    ...eventWrites(outcome.events),
    ...changedWrites(before, outcome.head),
    ...projectionWrites(code, projectionChanges(before, outcome, labels, change.decision)),
    ...wakeWrites(before, outcome.head, at),
    ...fileWrites(code, change.files ?? []),
    ...citedWrites(change.cited ?? []),
    ...resultWrites(change),
    ...takenNumbers(outcome.events).map(({ key, count }) => numberWrite(key, count - 1)),
    ...providerSerials(outcome.events),
    ...padWrites(change.pad),
    ...(change.money ?? []),
    ...(change.landTax ?? []),
  ];
  const room = MOST_WRITES - writes.length;
  const { come, gone } = change.people ? foundChanges(change.people.found, room) : { come: [], gone: [] };
  const made = await items.transact([...writes, ...foundWrites(come, gone)]);
  return made.done ? undefined : refusalOf(made);
}

function refusalOf({ refusal, found }: Extract<ItemOutcome<Cause>, { done: false }>): Refusal {
  if (refusal === 'answered') return { refused: 'answered', answer: storedAnswer.parse(found) };
  return typeof refusal === 'string' ? { refused: refusal } : { refused: 'file', file: refusal.file };
}
