import type {
  Consumption,
  Feature,
  FeatureQueue,
  PartName,
  StackName,
} from '../../functions/kernel/feature.ts';
import { demandSound } from './demand-sound.ts';
import { type Plan, type Planned, type PlannedFunction, USUAL_SECONDS } from './plan.ts';
import { type Room, readManifests } from './read-manifests.ts';

/** How often a nudge is delivered where its consumer says nothing. */
const NUDGE_TRIES = 5;
const NUDGES = 10;

/** Reads all manifests; contradictions in them are refused together. */
export async function readPlan(floors?: readonly string[]): Promise<Plan> {
  return planOf(await readManifests(floors));
}

export function planOf(rooms: readonly Room[]): Plan {
  const functions = named(rooms, ({ name: room, feature, entries }) =>
    Object.entries(feature.functions ?? {}).map(([name, fn]): [string, PlannedFunction] => [
      name,
      { ...fn, name, room, entry: entries.get(name) ?? '' },
    ]),
  );
  const consumptions = rooms.flatMap(({ feature }) => feature.consumes ?? []);
  const queues = named(rooms, ({ feature }) => [
    ...parts(feature.queues),
    ...(feature.consumes ?? []).map(consumption => nudgesOf(consumption, functions)),
  ]);
  const stackOf = (name: string): StackName => functions.get(name)?.stack ?? 'workers';
  const plan: Plan = {
    functions,
    queues,
    sources: [
      ...[...functions.values()].flatMap(({ name, fedBy }) =>
        fedBy ? [{ function: name, from: fedBy }] : [],
      ),
      ...consumptions.map(({ consumer, function: name, batch = NUDGES, atOnce }) => ({
        function: name,
        from: { queue: nudges(consumer), batch, ...(atOnce !== undefined && { atOnce }) },
      })),
    ],
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
    consumers: new Map(consumptions.map(({ consumer }) => [consumer, nudges(consumer)])),
  };
  demandSound(plan, rooms);
  return plan;
}

const nudges = (consumer: string): PartName => `${consumer}/nudges`;

function nudgesOf(
  { consumer, function: name, tries = NUDGE_TRIES }: Consumption,
  functions: ReadonlyMap<string, PlannedFunction>,
): [PartName, FeatureQueue] {
  const seconds = functions.get(name)?.seconds ?? USUAL_SECONDS;
  return [
    nudges(consumer),
    { stack: 'workers', of: `the nudges of ${consumer}`, hiddenSeconds: 6 * seconds, tries },
  ];
}

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

/** What rooms name, by name: each name once. */
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
