import { applyEvent } from '../../../functions/domain/dossier/head.ts';
import { sealTerms } from '../../../functions/domain/search/sealed-terms.ts';
import { dateOf, HOUR, startOfDay, weekdayOf } from '../../../functions/domain/vietnam-time.ts';
import { dynamoDossierStore } from '../../../functions/records/dossiers/dynamo-dossier-store.ts';
import type { Keyring } from '../../../functions/records/keyring/keyring.ts';
import { keys } from '../../../functions/records/keys/keys.ts';
import { captureWrites, type Item } from '../store/capture.ts';
import { daysOf, WORKING_DAYS } from '../store/days.ts';
import { benchKeyring } from '../store/foundation.ts';
import { type DossierPlan, planDay } from '../store/plan-day.ts';
import { walk } from '../store/walk.ts';
import { benchWorld, type StoreSize } from '../store/world.ts';
import { addWrites, type KeyLoad } from './key-load.ts';

/** What a Monday's peak hour writes. */
export interface MondayWrites {
  readonly load: KeyLoad;
  /** Submissions and decisions. */
  readonly commands: number;
  readonly submissions: number;
}

/**
 * The writes of Monday, 8 to 9: every submission of that hour and, since as much is decided as comes in, all later commands of the same
 * dossiers. The real stores make the writes; what counts is which keys they go to.
 */
export async function mondayWrites(size: StoreSize): Promise<MondayWrites> {
  const world = benchWorld(size);
  const keyring = await benchKeyring(size.seed);
  const mondays = daysOf(size).filter(({ date }) => weekdayOf(date) === 'mon');
  const load: KeyLoad = new Map();
  let commands = 0;
  let submissions = 0;
  // As many Mondays as give a thousand dossiers: one is enough of a large store.
  for (const day of mondays.toReversed()) {
    const eight = startOfDay(day.date) + 8 * HOUR;
    const plans = planDay(world, { ...day, piledUp: 0 }, WORKING_DAYS).filter(
      ({ submittedAt }) => submittedAt >= eight && submittedAt < eight + HOUR,
    );
    for (const plan of plans)
      commands += await addLife(load, { ...plan, fate: 'returned' }, { size, keyring });
    submissions += plans.length;
    if (submissions >= ENOUGH) break;
  }
  return { load, commands, submissions };
}

const ENOUGH = 400;

/** Adds a dossier's whole life; how many commands it was. */
async function addLife(
  load: KeyLoad,
  plan: DossierPlan,
  { size, keyring }: { size: StoreSize; keyring: Keyring },
): Promise<number> {
  const items = new Map<string, Item>();
  const capture = captureWrites();
  const store = dynamoDossierStore(capture.table);
  const { events } = walk(plan, size.seed, keyring);
  const { procedure } = plan.procedure;
  const labels = { procedureName: procedure.name, field: procedure.field.name, duplicates: [] };
  const [first, ...later] = events;
  if (!first) throw new Error(`${plan.code} has no ledger`);
  let head = applyEvent(undefined, first);
  await store.create({ agency: plan.receivingUnit, date: dateOf(plan.submittedAt) }, () => ({
    outcome: { events: [first], head },
    applicant: plan.applicant,
    labels,
    foundBy: sealTerms(plan.applicant, keyring),
    files: [],
    answer: undefined,
  }));
  // The number of the day stands already when a dossier comes that is not the first.
  const counter = { ...keys.dossierNumber(plan.receivingUnit, dateOf(plan.submittedAt)), count: 1 };
  items.set(`${counter.pk}\n${counter.sk}`, counter);
  addWrites(load, items, capture.taken());
  for (const event of later) {
    const after = applyEvent(head, event);
    await store.commit({ before: head, outcome: { events: [event], head: after }, labels });
    addWrites(load, items, capture.taken());
    head = after;
  }
  return events.length;
}
