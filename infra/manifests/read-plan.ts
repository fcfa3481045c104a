import type { Feature, FeatureQueue, PartName, StackName } from '../../functions/kernel/feature.ts';
import { demandSound } from './demand-sound.ts';
import {
  type Plan,
  type Planned,
  type PlannedConsumer,
  type PlannedFunction,
  type PlannedSource,
  USUAL_SECONDS,
} from './plan.ts';
import { type Room, readManifests } from './read-manifests.ts';

/** Default number of deliveries of a nudge, and batch size. */
const NUDGE_TRIES = 5;
const NUDGES = 10;

/** Reads all manifests; contradictions are reported together. */
export async function readPlan(floors?: readonly string[]): Promise<Plan> {
  return planOf(await readManifests(floors));
}

export function planOf(rooms: readonly Room[]): Plan {
  const functions = named(rooms, functionsOf);
  const consumers = named(rooms, consumersOf);
  const queues = named(rooms, room => [
    ...parts(room.feature.queues),
    ...consumersOf(room).map(([, consumer]) => nudgesOf(consumer, functions)),
  ]);
  const stackOf = (name: string): StackName => functions.get(name)?.stack ?? 'workers';
  const plan: Plan = {
    functions,
    queues,
    consumers,
    sources: [...[...functions.values()].flatMap(sourceOf), ...[...consumers.values()].map(nudgedBy)],
    schedules: placed(
      rooms,
      feature => feature.schedules,
      schedule => stackOf(schedule.function),
    ),
    events: placed(
      rooms,
      feature => feature.events,
      ({ to }) => ('queue' in to ? (queues.get(to.queue)?.stack ?? 'workers') : stackOf(to.function)),
    ),
    alarms: placed(
      rooms,
      feature => feature.alarms,
      ({ of }) => ('errorsOf' in of ? stackOf(of.errorsOf) : 'executionsFailed' in of ? 'api' : 'workers'),
    ),
  };
  demandSound(plan, rooms);
  return plan;
}

function functionsOf({ name: room, feature, entries }: Room): [string, PlannedFunction][] {
  return Object.entries(feature.functions ?? {}).map(([name, fn]) => [
    name,
    { ...fn, name, room, entry: entries.get(name) ?? '' },
  ]);
}

function consumersOf({ name: room, feature }: Room): [string, PlannedConsumer][] {
  return (feature.consumes ?? []).map(consumption => {
    const { consumer } = consumption;
    return [consumer, { ...consumption, room, queue: `${consumer}/nudges` }];
  });
}

/** The queue of a consumer's nudges. */
function nudgesOf(
  { consumer, queue, tries = NUDGE_TRIES, ...consumed }: PlannedConsumer,
  functions: ReadonlyMap<string, PlannedFunction>,
): [PartName, FeatureQueue] {
  const seconds = functions.get(consumed.function)?.seconds ?? USUAL_SECONDS;
  return [queue, { stack: 'api', of: `the nudges of ${consumer}`, hiddenSeconds: 6 * seconds, tries }];
}

const sourceOf = ({ name, fedBy }: PlannedFunction): PlannedSource[] =>
  fedBy ? [{ function: name, from: fedBy }] : [];

const nudgedBy = ({ queue, batch = NUDGES, atOnce, ...consumed }: PlannedConsumer): PlannedSource => ({
  function: consumed.function,
  from: { queue, batch, ...(atOnce !== undefined && { atOnce }) },
});

function placed<Part>(
  rooms: readonly Room[],
  of: (feature: Feature) => Readonly<Record<PartName, Part>> | undefined,
  stackOf: (part: Part) => StackName,
): ReadonlyMap<PartName, Planned<Part>> {
  return named(rooms, ({ feature }) =>
    parts(of(feature)).map(([name, part]): [PartName, Planned<Part>] => [
      name,
      { ...part, stack: stackOf(part) },
    ]),
  );
}

const parts = <Part>(given: Readonly<Record<PartName, Part>> | undefined): [PartName, Part][] =>
  Object.entries(given ?? {}) as [PartName, Part][];

/** What features name, by name: each name once. */
function named<Name extends string, Part>(
  rooms: readonly Room[],
  of: (room: Room) => readonly [Name, Part][],
): ReadonlyMap<Name, Part> {
  const all = new Map<Name, Part>();
  for (const room of rooms)
    for (const [name, part] of of(room)) {
      if (all.has(name)) throw new Error(`The manifest of ${room.name} names ${name}, as another does.`);
      all.set(name, part);
    }
  return new Map([...all].sort(([a], [b]) => (a < b ? -1 : 1)));
}
